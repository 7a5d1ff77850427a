"""Which gazetteer entry a name means in this article, where several bear it or its owner is not said.

СМИД and СМО exist in ОДКБ and in СНГ: the parent that stands in the name decides, else the parent that the article
speaks of most, else nobody: a collision is reported, not guessed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pipeline.mentions.abbreviations import Definition
from pipeline.mentions.adjectives import country_of_adjective
from pipeline.mentions.candidates import Candidate, Words
from pipeline.mentions.gazetteer_entry import GazetteerEntry
from pipeline.mentions.gazetteer_in_use import load_gazetteer

_HOME = "country-ru"  # whose bodies Russian news means where it names no country at all: «ЦБ повысил ставку»
# «Министерство культуры | края» is not the state's.
_OF_REGIONS = frozenset({"края", "области", "региона", "округа", "района", "губернии", "провинции"})


class ArticleContext:
    """Counts what the article names, and resolves each candidate by that."""

    def __init__(self, words: Words, candidates: Sequence[Candidate], definitions: Sequence[Definition] = ()) -> None:
        """Count the entries that are named without doubt, and the countries behind the places."""
        self._long_names = {
            tuple(words.texts[d.short_first : d.short_last]): d.long for d in definitions if d.long.entries
        }
        self.words = words
        self.candidates = candidates
        self.named: Counter[str] = Counter()
        self.countries: Counter[str] = Counter()
        for candidate in candidates:
            if len(candidate.entries) == 1:
                self._count(candidate.entries[0])

    def _count(self, entry: GazetteerEntry) -> None:
        self.named[entry.key] += 1
        parent = load_gazetteer().entries.get(entry.parent)
        if parent:
            self.named[parent.key] += 1
        country = entry.key if entry.type == "country" else entry.country
        if country:
            self.countries[country] += 1

    def entry_of(self, candidate: Candidate) -> tuple[str, str]:
        """Gazetteer key and the reason of the choice, to be added to the source; both may be empty.

        A collision gives no key and the reason `;collision=key|key`.
        """
        if candidate.kind == "abbreviation":
            candidate = self._long_names.get(tuple(self.words.texts[slice(*candidate.span)]), candidate)
        if not candidate.entries:
            return "", ""
        owner = self._owner(candidate)
        if owner is None and (key := self._by_adjective(candidate)):
            return key, ";state-by-adjective"
        of_any = _of_any_state(candidate.entries)
        if owner is None and of_any and self.words.lower(candidate.last) in _OF_REGIONS:
            return of_any[0].key, ";regional"
        entries = self._of_owner(candidate.entries, owner)
        if len(entries) == 1:
            return self._key(entries[0], owner)
        best = self._most_spoken_of(entries)
        if best is not None:
            key, reason = self._key(best, owner)
            return key, reason or ";context"
        return "", ";collision=" + "|".join(entry.key for entry in entries)

    def _by_adjective(self, candidate: Candidate) -> str:
        """Key of the body of the state whose adjective stands before it: «украинского МИД» in news of Russia."""
        state = country_of_adjective(self.words.lemma(candidate.first - 1)) if candidate.first else ""
        own = [entry for entry in candidate.entries if state and entry.country == state and not entry.is_of_any_state]
        of_any = _of_any_state(candidate.entries)
        if len(own) == 1:
            return own[0].key
        return load_gazetteer().key_of_state(of_any[0], state) if state and len(of_any) == 1 else ""

    def _owner(self, candidate: Candidate) -> Candidate | None:
        """The longest name inside that ends with it: «Армении» of «МИД Армении»."""
        inside = [c for c in self.candidates if c.last == candidate.last and c.first > candidate.first and c.entries]
        owner = min(inside, key=lambda c: c.first, default=None)
        if owner is None and self.words.lower(candidate.last - 1) == "республики" and candidate.type == "organization":
            return self._republic_before(candidate)
        return owner or self._behind_brackets(candidate)

    def _behind_brackets(self, candidate: Candidate) -> Candidate | None:
        """«Государственная пограничная служба (ГПС) | Кыргызстана»."""
        if self.words.text(candidate.last) != "(" or self.words.text(candidate.last + 2) != ")":
            return None
        after = candidate.last + 3
        return next((c for c in self.candidates if c.first == after and "gent" in c.cases), None)

    def _republic_before(self, candidate: Candidate) -> Candidate | None:
        """«МИД республики»: the state or republic named last before it."""
        before = [
            c for c in self.candidates if c.last <= candidate.first and c.type in {"country", "state_or_province"}
        ]
        return before[-1] if before else None

    def _of_owner(self, entries: tuple[GazetteerEntry, ...], owner: Candidate | None) -> tuple[GazetteerEntry, ...]:
        if owner is None:
            return entries
        keys = {entry.key for entry in owner.entries}
        owned = tuple(e for e in entries if e.parent in keys or e.country in keys)
        return owned or (_of_any_state(entries) if owner.is_place else ()) or entries

    def _most_spoken_of(self, entries: Sequence[GazetteerEntry]) -> GazetteerEntry | None:
        """The entry whose parent, or itself, or whose country is named clearly more often than the next."""
        at_home = [entry for entry in entries if entry.country == _HOME]
        of_states = _of_any_state(entries)
        if len(at_home) == len(of_states) == 1 and len(entries) == 2 and not self.countries:
            return at_home[0]
        scored = sorted(((self._weight(entry), -i) for i, entry in enumerate(entries)), reverse=True)
        if scored[0][0] > scored[1][0]:
            return entries[-scored[0][1]]
        return of_states[0] if len(of_states) == 1 and scored[0][0] == (0, 0) else None

    def _weight(self, entry: GazetteerEntry) -> tuple[int, int]:
        """Named itself or by its parent, then by its country; a body of any state only where nothing else fits."""
        owner = 0 if entry.is_of_any_state else self.named[entry.parent] if entry.parent else self.named[entry.key] - 1
        return owner, self.countries[entry.country] if entry.country else 0

    def _key(self, entry: GazetteerEntry, owner: Candidate | None) -> tuple[str, str]:
        """Key of an entry; a body of any state gets its state, from the name or from the article."""
        if not entry.is_of_any_state:
            return entry.key, ""
        if owner is not None and owner.is_place and len(owner.entries) == 1:
            return load_gazetteer().key_of_state(entry, owner.entries[0].key), ""
        if owner is not None:  # «Пограничная служба ГКНБ»: a body of a body is not the one that each state has
            return "", ";owned"
        state = self._only_country()
        if not state or not entry.may_be_of(state):
            return entry.key, ""
        return load_gazetteer().key_of_state(entry, state), ";state-by-context"

    def _only_country(self) -> str:
        """The country that the article is about: named at least twice as often as any other."""
        ranked = self.countries.most_common(2)
        if not ranked or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
            return ""
        return ranked[0][0]


def _of_any_state(entries: Sequence[GazetteerEntry]) -> tuple[GazetteerEntry, ...]:
    """Bodies that every state has: the ministries of «МИД», whose state the article tells."""
    return tuple(entry for entry in entries if entry.is_of_any_state)
