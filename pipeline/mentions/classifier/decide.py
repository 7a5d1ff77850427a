"""What the network's opinion changes: names that are none go, others change their type, overlooked ones are added."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.language.networks import NO, Shares
from pipeline.mentions.candidates import Candidate, Words
from pipeline.mentions.classifier.model import ANSWERS, opinions
from pipeline.mentions.classifier.spans import LOCATION, PERSON, Proposed, find_proposed
from pipeline.mentions.found import FoundNames
from pipeline.mentions.gazetteer_in_use import is_own
from pipeline.mentions.matching import name_index
from pipeline.mentions.reader.reading import Reading
from pipeline.mentions.selection import loser_of, select
from pipeline.mentions.stems import stem
from pipeline.records.annotations import PLACE_TYPES, family

SOURCE = "span-classifier"
# Chosen on one half of tests/gold-second/dev by networks that had learned from the other, see the card. What the
# gazetteer has or a rule knows by its noun or form («зал «Арсенал»», «Р-21») takes more to be dropped or retyped; so
# does a person of several words to be dropped, of whom something is right mostly.
ADDED = 0.55
DROPPED, DROPPED_KNOWN = 0.7, 0.8
RETYPED, RETYPED_KNOWN = 0.7, 0.9
_OF_PLACES = frozenset({"в", "во", "из", "под", "близ", "подо", "изо"})
_LIKELY = 0.5  # that a person named in full is one
_KNOWN = ("gazetteer", "rule.quoted.place", "rule.composed-name", "rule.road-number")


def classify(words: Words, found: FoundNames, reading: Reading | None) -> list[Candidate]:
    """The selected names after the network's word; as they are where the article has not been read.

    A name of the user's own gazetteer stands whatever the network thinks.
    """
    if reading is None or not reading.states:
        return list(found.selected)
    proposed = find_proposed(words, found, reading)
    if not proposed:
        return []
    return decide(words, proposed, opinions(words, proposed, reading))


def decide(words: Words, proposed: Sequence[Proposed], shares: Shares) -> list[Candidate]:
    """The names that are left of what was proposed, in the order of the text.

    Args:
        words: the article.
        proposed: stretches of its words.
        shares: of each the probability that it names nothing, a person, a body, a place: spans x 4.
    """
    surnames = _surnames(words, proposed, shares)
    judged = (_judged(words, each, row, surnames) for each, row in zip(proposed, shares, strict=True))
    kept = [name for name in judged if name is not None]
    kept = select(words, kept)  # nothing nests in what has become a person or a place
    kept += _added(words, proposed, shares, kept)
    return sorted(kept, key=lambda c: (c.first, -c.last, c.type, c.source))


def _surnames(words: Words, proposed: Sequence[Proposed], shares: Shares) -> frozenset[str]:
    """Stems of the last words of people named in full."""
    people = (
        each.taken
        for each, row in zip(proposed, shares, strict=True)
        if each.taken is not None and each.taken.type == PERSON and row[1 + ANSWERS.index(PERSON)] > _LIKELY
    )
    return frozenset(stem(words.text(person.last - 1)) for person in people if person.last - person.first > 1)


def _judged(words: Words, each: Proposed, shares: Shares, surnames: frozenset[str]) -> Candidate | None:
    """What becomes of a name: it goes, gets another type, or stays with the network's probability."""
    name = each.taken
    if name is None or any(is_own(entry.key) for entry in name.entries):
        return name
    if words.text(name.first - 1) == "#":
        return None  # a hashtag
    known = name.source.startswith(_KNOWN)
    full = name.type == PERSON and name.last - name.first > 1
    if shares[NO] > (DROPPED_KNOWN if known or full else DROPPED):
        return None
    best = int(shares.argmax())
    enough = RETYPED_KNOWN if known else RETYPED
    if best != NO and shares[best] > enough and _may_become(words, name, ANSWERS[best - 1], surnames):
        return _typed(each, ANSWERS[best - 1], float(shares[best]))
    return replace(name, confidence=_rounded(shares[1 + ANSWERS.index(family(name.type))]))


def _may_become(words: Words, name: Candidate, kind: str, surnames: frozenset[str]) -> bool:
    """No place is made of the surname of somebody who is named in full: «по Шапорину» after «Илья Шапорин».

    But «в Лондоне», «Лондон молчит» after «Джек Лондон»: the gazetteer has it, or a preposition says where.
    """
    if kind == family(name.type) or _has_initial(words, name):
        return False
    single = name.type == PERSON and name.last - name.first == 1
    surname = single and kind == LOCATION and stem(words.text(name.first)) in surnames
    return not surname or words.lower(name.first - 1) in _OF_PLACES or _is_listed_place(words, name)


def _is_listed_place(words: Words, name: Candidate) -> bool:
    found = name_index().find(words.texts[name.first : name.last])
    return any(entry.type in PLACE_TYPES for match in found for entry in match.entries)


def _has_initial(words: Words, name: Candidate) -> bool:
    """«J. Walton» is a man: of names in Latin letters the network has hardly seen any but companies."""
    texts = words.texts[name.first : name.last]
    initial = any(len(text) == 1 and text.isupper() and text.isascii() for text in texts)
    return name.type == PERSON and initial and any(len(text) > 1 and text[0].isupper() for text in texts)


def _typed(each: Proposed, kind: str, share: float) -> Candidate:
    """The words as a name of another type, as a finder has proposed it if one has."""
    alike = next((other for other in each.others if family(other.type) == kind and other.kind != "nominal"), None)
    if alike is not None:
        return replace(alike, source=f"{alike.source}+{SOURCE}", confidence=_rounded(share))
    known = each.taken
    return Candidate(
        first=each.first, last=each.last, type=each.place_type if kind == LOCATION else kind,
        confidence=_rounded(share), kind=known.kind if known else "name",
        source=f"{known.source}+{SOURCE}" if known else SOURCE,
    )  # fmt: skip


def _added(words: Words, proposed: Sequence[Proposed], shares: Shares, kept: Sequence[Candidate]) -> list[Candidate]:
    """The likeliest names first, as long as they may stand beside all others."""
    found: list[Candidate] = []
    likeliest = sorted(zip(proposed, shares.tolist(), strict=True), key=lambda pair: (pair[1][NO], pair[0].span))
    for each, row in likeliest:
        share = max(row[1:])
        if each.taken is not None or share < ADDED:
            continue
        name = _typed(each, ANSWERS[row[1:].index(share)], share)
        if not any(name.overlaps(other) and loser_of(words, name, other) for other in (*kept, *found)):
            found.append(name)
    return found


def _rounded(share: float) -> float:
    return round(float(share), 4)
