"""Two names of one entity that follow each other, as NEREL links them: «Сергей Бубка … Бубка».

Who is who has been settled by the rules of identity, so the reader is not asked where both ends have an entity. Of its
own links between such names 86 of 270 were right on NEREL dev, 138 of 242 of these.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.records.annotations import Mention, Relation

TYPE = "ALTERNATIVE_NAME"
SOURCE = "rule.alternative-name"
PRECISION = 0.57
FARTHEST = 600  # characters between both
_NAMING = frozenset({"name", "abbreviation", "adjective"})
Form = tuple[bool, tuple[str, ...]]


def find_alternative_names(mentions: Iterable[Mention]) -> Iterator[Relation]:
    """Link a name to the one before it of the same entity, if that is fuller, or if the form is new in the article."""
    before: dict[str, Mention] = {}
    forms: dict[str, set[Form]] = {}
    named = (m for m in mentions if m.entity and m.kind in _NAMING)
    for mention in sorted(named, key=lambda m: (m.start, -m.end)):
        last, known = before.get(mention.entity), forms.setdefault(mention.entity, set())
        if last is not None and last.end <= mention.start <= last.end + FARTHEST and _is_told(last, mention, known):
            yield Relation(type=TYPE, head=last.key, tail=mention.key, source=SOURCE, confidence=PRECISION)
        before[mention.entity] = mention
        known.add(_form(mention))


def _is_told(last: Mention, mention: Mention, known: set[Form]) -> bool:
    form, other = _form(mention), _form(last)
    return form != other and (len(other[1]) > len(form[1]) or form not in known)


def _form(mention: Mention) -> Form:
    """Initials of the words, which no case changes, and whether it is an adjective: «Владимира Путина» is в, п."""
    words = mention.text.replace("-", " ").split()
    return mention.kind == "adjective", tuple(word[0].lower() for word in words if word[0].isalnum())
