"""Which gazetteer entry a name means in this article, where several bear it or its owner is not said.

СМИД and СМО exist in ОДКБ and in СНГ: the parent that stands in the name decides, else the parent that the article
speaks of most, else nobody: a collision is reported, not guessed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pipeline.mentions.candidates import Candidate, Words
from pipeline.mentions.gazetteer import GazetteerEntry, load_gazetteer


class ArticleContext:
    """Counts what the article names, and resolves each candidate by that."""

    def __init__(self, words: Words, candidates: Sequence[Candidate]) -> None:
        """Count the entries that are named without doubt, and the countries behind the places."""
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
        if not candidate.entries:
            return "", ""
        owner = self._owner(candidate)
        entries = self._of_owner(candidate.entries, owner)
        if len(entries) == 1:
            return self._key(entries[0], owner)
        best = self._most_spoken_of(entries)
        if best is not None:
            key, reason = self._key(best, owner)
            return key, reason or ";context"
        return "", ";collision=" + "|".join(entry.key for entry in entries)

    def _owner(self, candidate: Candidate) -> Candidate | None:
        """The longest name inside that ends with it: «Армении» of «МИД Армении»."""
        inside = [c for c in self.candidates if c.last == candidate.last and c.first > candidate.first and c.entries]
        return min(inside, key=lambda c: c.first, default=None)

    def _of_owner(self, entries: tuple[GazetteerEntry, ...], owner: Candidate | None) -> tuple[GazetteerEntry, ...]:
        if owner is None:
            return entries
        keys = {entry.key for entry in owner.entries}
        owned = tuple(e for e in entries if e.parent in keys or e.country in keys)
        return owned or (tuple(e for e in entries if e.is_of_any_state) if owner.is_place else ()) or entries

    def _most_spoken_of(self, entries: Sequence[GazetteerEntry]) -> GazetteerEntry | None:
        """The entry whose parent, or itself, or whose country is named clearly more often than the next."""
        scored = sorted(((self._weight(entry), -i) for i, entry in enumerate(entries)), reverse=True)
        if scored[0][0] > scored[1][0]:
            return entries[-scored[0][1]]
        return None

    def _weight(self, entry: GazetteerEntry) -> tuple[int, int]:
        """Named itself or by its parent, then by its country; a body of any state only where nothing else fits."""
        owner = 0 if entry.is_of_any_state else self.named[entry.parent] if entry.parent else self.named[entry.key] - 1
        return owner, self.countries[entry.country] if entry.country else 0

    def _key(self, entry: GazetteerEntry, owner: Candidate | None) -> tuple[str, str]:
        """Key of an entry; a body of any state gets its state, from the name or from the article."""
        if not entry.is_of_any_state:
            return entry.key, ""
        if owner is not None and owner.is_place and len(owner.entries) == 1:
            return f"{entry.key}.{owner.entries[0].key}", ""
        if owner is not None:
            return entry.key, ""
        state = self._only_country()
        return (f"{entry.key}.{state}", ";state-by-context") if state else (entry.key, "")

    def _only_country(self) -> str:
        """The country that the article is about: named at least twice as often as any other."""
        ranked = self.countries.most_common(2)
        if not ranked or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
            return ""
        return ranked[0][0]
