"""Puts names together: a body takes up the name behind it, from right to left, so that chains nest.

«пресс-служба» + «МИД» + «Армении», «Секретариат Совета» + «МПА» + «СНГ», «ГУ» + «МЧС России» + «по Приморскому
краю». Each link is a mention of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from pipeline.mentions.adjectives import country_of_adjective
from pipeline.mentions.bodies import tail_end
from pipeline.mentions.candidates import Candidate, Words
from pipeline.mentions.gazetteer import load_gazetteer
from pipeline.mentions.gazetteer_entry import GazetteerEntry
from pipeline.mentions.lexicon import name_lexicon

# Bodies whose field of work «по …» narrows to a place: «УФСБ по Кабардино-Балкарии», «МВД по КБР».
_REGIONAL = (
    "гу", "су", "уфсб", "умвд", "омвд", "увд", "гувд", "мвд", "фсб", "уфас", "уфсин", "ск", "следком", "управление",
    "прокуратура", "росгвардия", "гибдд", "мчс", "отдел", "отделение", "уфссп", "сусщ", "главк", "росприроднадзор",
    "роспотребнадзор", "россельхознадзор", "скр", "россии", "рф", "фссп", "фсин", "цик",
)  # fmt: skip
_GENERIC_PLACE = frozenset({"город", "муниципий", "муниципия", "сектор", "село", "поселок", "г", "город-герой"})
_WHOLE_STATE = frozenset({"республики", "респ"})
_NARROWED = frozenset({"бюро", "агентство", "комитет", "комиссия", "совет", "департамент", "управление"})


@dataclass(frozen=True, slots=True)
class Link:
    """A name that can be attached at a word: its end and whether it is a place."""

    last: int
    is_place: bool
    candidate: Candidate


class Attacher:
    """Extends the bodies of one article."""

    def __init__(self, words: Words, places: Iterable[Candidate], people: Iterable[Candidate]) -> None:
        """Know the places and people that bodies may take up."""
        self.words = words
        self._links: dict[int, Link] = {}
        self._people: dict[int, int] = {person.first: person.last for person in people}
        for place in places:
            known = self._links.get(place.first)
            if known is None or known.last < place.last:
                self._links[place.first] = Link(place.last, True, place)

    def attach(self, bodies: Iterable[Candidate]) -> list[Candidate]:
        """Extend each body as far as the names behind it reach; bodies to the right come first."""
        done: list[Candidate] = []
        for body in sorted(bodies, key=lambda b: (-b.first, b.last)):
            extended = self.extend(body)
            done.append(extended)
            known = self._links.get(extended.first)
            if extended.kind != "nominal" and (known is None or known.last < extended.last):
                self._links[extended.first] = Link(extended.last, False, extended)
        return done

    def extend(self, body: Candidate) -> Candidate:
        """Take up names behind the body until none follows."""
        if body.kind == "nominal" and body.source.endswith(".weak") and not self._opens_name(body):
            return body
        last, taken = body.last, False
        while last < len(self.words) and self.words.joined(body.first, last):
            step = self._step(body, last)
            if step is None:
                break
            last, taken = step, True
        if not taken:
            return body
        return replace(body, last=last, kind="name", source=f"{body.source}+attached")

    def _opens_name(self, body: Candidate) -> bool:
        """«Миссия ШОС …» at the beginning of a sentence, unlike «Комиссия Минздрава …»."""
        link = self._links.get(body.last)
        if link is None or not self.words.is_capital(body.first) or link.candidate.kind != "abbreviation":
            return False
        return any(not entry.parent and not entry.country for entry in link.candidate.entries)

    def _step(self, body: Candidate, at: int) -> int | None:
        """End of what is attached at a word by the first rule that knows, `None` if none does."""
        rules = (
            self._name, self._region, self._observers, self._dedication, self._honour, self._abroad, self._state_body,
            self._quoted, self._plural, self._field,
        )  # fmt: skip
        return next((end for rule in rules if (end := rule(body, at)) is not None), self._generic_place(body, at))

    def _name(self, body: Candidate, at: int) -> int | None:
        """«МИД | Армении», «Секретариат | ОДКБ», «правительство | республики»."""
        link = self._links.get(at)
        if link and _may_take(body, link, self.words):
            return link.last
        if link is None and self.words.lower(at) in _WHOLE_STATE and _is_open(body) and not _is_closed(body):
            return at + 1
        return None

    def _region(self, body: Candidate, at: int) -> int | None:
        """«УФСБ | по Кабардино-Балкарии»; in «ГУ МЧС России по Приморскому краю» the place is that of the ГУ."""
        if self.words.lower(at) != "по" or not self._is_regional(body, body.first):
            return None
        inner = body.first > 0 and self.words.joined(body.first - 1, at) and self._is_regional_word(body.first - 1)
        return None if inner else self._regional(at + 1)

    def _observers(self, body: Candidate, at: int) -> int | None:
        """«Миссия наблюдателей | от СНГ»."""
        if self.words.lower(at) == "от" and self.words.lemma(at - 1) == "наблюдатель" and at + 1 in self._links:
            return self._links[at + 1].last
        return None

    def _dedication(self, body: Candidate, at: int) -> int | None:
        """«библиотека | имени Махтумкули», «музей | им. А. В. Анохина»."""
        if self.words.lower(at) not in {"имени", "им"}:
            return None
        after = at + 2 if self.words.text(at + 1) == "." else at + 1
        return self._people.get(after)

    def _honour(self, body: Candidate, at: int) -> int | None:
        """«музей | Чайковского», «фонд | Эриха Кестнера»: a person in the genitive, but no «суд Иванова».

        Behind a post stands its holder: «сторож музея | Алима Каримова».
        """
        if self.words.lemma(at - 1) not in name_lexicon().honouring_heads or at - 1 < body.first:
            return None
        inner = range(at, self._people.get(at, at))
        if len(inner) > 1 and self.words.feature(body.first - 1, "Animacy") == "Anim":
            return None
        return self._people.get(at) if all(self.words.case(i) in {"Gen", ""} for i in inner) else None

    def _abroad(self, body: Candidate, at: int) -> int | None:
        """«посольство Чехии | в Перу», «миссия ЮНЕСКО | в Мали»; the owner or an adjective must be told."""
        words = self.words
        if words.lower(at) not in {"в", "во", "при"} or words.lemma(body.first) not in name_lexicon().abroad_heads:
            return None
        link = self._links.get(at + 1)
        owned = at > body.first + 1
        if link is None or not owned or not words.joined(body.first, at + 1):
            return None
        return link.last if link.is_place == (words.lower(at) != "при") else None

    def _state_body(self, body: Candidate, at: int) -> int | None:
        """«пресс-служба | казахстанского МИД»: the state's adjective and its body."""
        if self.words.lemma(body.last - 1) not in name_lexicon().short_tails or self.words.pos(at) != "ADJ":
            return None
        link = self._links.get(at + 1)
        own = link is not None and not link.is_place and country_of_adjective(self.words.lemma(at))
        return link.last if link is not None and own else None

    def _quoted(self, body: Candidate, at: int) -> int | None:
        """«пресс-служба | ХК «Степные барсы»»."""
        lexicon = name_lexicon()
        if (
            self.words.lemma(body.first) not in lexicon.short_tails
            and self.words.lower(body.first) not in lexicon.short_tails
        ):
            return None
        if self.words.lemma(at) in lexicon.quoted["body"] or self.words.lower(at) in lexicon.quoted["body"]:
            at += 1
        link = self._links.get(at + 1)
        if self.words.text(at) in {"«", '"'} and link and self.words.text(link.last) in {"»", '"'}:
            return link.last + 1
        return None

    def _plural(self, body: Candidate, at: int) -> int | None:
        """«пресс-служба | судов Тверской области»."""
        strong = self.words.lemma(at) in name_lexicon().body_heads["strong"]
        if strong and self.words.feature(at, "Number") == "Plur" and self.words.case(at) == "Gen":
            link = self._links.get(at + 1)
            return link.last if link and link.is_place else None
        return None

    def _field(self, body: Candidate, at: int) -> int | None:
        """«Комитет Законодательной палаты | по вопросам экологии»."""
        if self.words.lemma(body.first) not in _NARROWED or self.words.lower(at) != "по" or body.entries:
            return None
        end = tail_end(self.words, at, frozenset(), name_lexicon())
        return end if end > at else None

    def _generic_place(self, body: Candidate, at: int) -> int | None:
        """«администрация | города Твери», «примэрия | муниципия Кишинёв»."""
        words = self.words
        if words.lemma(at) in _GENERIC_PLACE and words.case(at) in {"Gen", ""} and not _is_closed(body):
            after = at + 2 if words.text(at + 1) == "." else at + 1
            following = self._links.get(after)
            return following.last if following and following.is_place else None
        return None

    def _is_regional(self, body: Candidate, first: int) -> bool:
        return any(self._is_regional_word(i) for i in range(first, body.last))

    def _is_regional_word(self, index: int) -> bool:
        return self.words.lower(index) in _REGIONAL or self.words.lemma(index) in _REGIONAL

    def _regional(self, at: int) -> int | None:
        """End of the places after «по»: «по городу Казани», «по КБР», «по Санкт-Петербургу и Ленобласти»."""
        if self.words.lemma(at) in _GENERIC_PLACE:
            at += 1
        link = self._links.get(at)
        if link is None or not link.is_place:
            return None
        second = self._links.get(link.last + 1) if self.words.lower(link.last) == "и" else None
        return second.last if second and second.is_place and self._is_dative(second.candidate) else link.last

    def _is_dative(self, place: Candidate) -> bool:
        cases = place.cases or {self.words.case(place.last - 1)}
        return bool(cases & {"datv", "Dat"})


def _may_take(body: Candidate, link: Link, words: Words) -> bool:
    """Whether the name can depend on the body: a genitive, and an owner that the gazetteer does not exclude."""
    other = link.candidate
    if other.cases and not other.cases & {"gent"}:
        return False
    if not other.cases and words.case(other.first) not in {"Gen", ""} and not words.text(other.first).isupper():
        return False
    return not _is_closed(body) if not body.entries else any(_can_own(entry, other) for entry in body.entries)


def _can_own(entry: GazetteerEntry, owner: Candidate) -> bool:
    """Whether a body of the gazetteer can have that owner: СКБ has ОДКБ, МИД any state, ТПП only its own country."""
    if entry.is_of_any_state:
        return True
    keys = {other.key for other in owner.entries}
    if owner.is_place:
        return bool(entry.country) and entry.country in keys
    return bool(entry.parent) and (not keys or bool(keys & load_gazetteer().ancestors(entry)))


def _is_open(body: Candidate) -> bool:
    return not body.entries or any(entry.is_of_any_state for entry in body.entries)


def _is_closed(body: Candidate) -> bool:
    """A quoted name or one in Latin letters takes nothing up."""
    return body.source.startswith(("rule.quoted", "rule.latin"))
