"""The country, region or city of a bare post that the article as a whole tells: governor, president, mayor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.entities.positions.lexicon import post_lemma, post_lexicon
from pipeline.entities.positions.named_last import may_be_governed
from pipeline.entities.spans import Named, NamedSpans, fold
from pipeline.language.features import features
from pipeline.language.sentences import sentence_of
from pipeline.mentions.gazetteer_in_use import load_gazetteer
from pipeline.records.annotations import Entity, Position

_OF_REGIONS = frozenset({"губернатор", "вице-губернатор", "экс-губернатор", "губернаторша"})
_OF_STATES = frozenset(
    {"президент", "вице-президент", "экс-президент", "премьер", "премьер-министр", "вице-премьер", "экс-премьер",
     "министр", "экс-министр", "замминистра", "вице-министр", "канцлер", "король", "королева", "генпрокурор"}
)  # fmt: skip
_OF_CITIES = frozenset({"мэр", "вице-мэр", "экс-мэр", "градоначальник", "градоначальница", "бургомистр", "примар",
                        "аким", "горголова"})  # fmt: skip
_UNSAID = frozenset({"министр", "экс-министр"})  # a post without its branch: of a ministry, where one is told
_REGIONS = frozenset({"state_or_province"})
_STATES = frozenset({"country"})
_ORIGIN = frozenset({"из", "с", "со"})


def place_by_article(named: NamedSpans, position: Position, others: Sequence[Position]) -> Position | None:
    """The place of the kind that the post needs which the article names most, `None` where two are named as often.

    Example: «Власти Тверской области спасают завод. Губернатор Иван Орлов дважды писал в министерство».
    """
    words = fold(position.position.lower()).split()
    if words[-1] in _UNSAID or _held_by_several(named, position):
        return None
    if words[0] in _OF_STATES:
        place = _main(named, _STATES) or (_main(named, _REGIONS) if words[0].endswith("министр") else "")
        entity = named.entities.get(place)
        fits = entity is not None and may_be_governed(words[0], entity)
        place = place if fits and not _is_abroad(named, position, place) else ""
    elif any(_is_governor(word) for word in words):
        place = _main(named, _REGIONS)
    elif words[-1] in _OF_CITIES:
        place = _main(named, frozenset({"city"}))
    else:
        place = ""
    return replace(position, organization=place) if place else None


def _held_by_several(named: NamedSpans, position: Position) -> bool:
    """«министры обороны Иван Орлов и Ван Ли»: as a rule of two states."""
    span = named.span_of(position)
    heads = [token for token in span or () if post_lexicon().is_post(post_lemma(token))]
    return bool(heads) and "Plur" in features(heads[0], "Number")


def _is_abroad(named: NamedSpans, position: Position, place: str) -> bool:
    """«завтра она вылетает в Рим, где её примет министр труда Росси»: the sentence tells a city of another state."""
    span = named.span_of(position)
    if span is None:
        return False
    sentence = sentence_of(span[0])
    entries = load_gazetteer().entries
    here = [n.entity for n in named.all if sentence.start <= n.first < sentence.end and n.mention.type == "city"]
    states = {entries[key].country for key in here if key in entries}
    home = entries[place].country or place if place in entries else place
    return bool(states) and home not in states


def _is_governor(word: str) -> bool:
    return word in _OF_REGIONS or word.startswith("губернатор")


def _main(named: NamedSpans, types: frozenset[str]) -> str:
    """Key of the place of these types that is named most; a capital speaks for its state or region."""
    counted = Counter(entity.key for entity in _places(named, types))
    capitals = {load_gazetteer().entries[k].capital: k for k in counted if k in load_gazetteer().entries}
    counted.update(capitals[found.entity] for found in named.all if capitals.get(found.entity))
    ranked = counted.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return ""
    return ranked[0][0]


def _places(named: NamedSpans, types: frozenset[str]) -> Iterator[Entity]:
    """The places of these types, once for each time that a name or an adjective tells them."""
    for found in (*named.all, *named.adjectives):
        entity = named.entities.get(found.entity)
        if entity is not None and entity.type in types and not _is_origin(named, found):
            yield entity


def _is_origin(named: NamedSpans, found: Named) -> bool:
    """«туристы из Твери»: where somebody comes from."""
    return found.first > 0 and named.doc[found.first - 1].lower_ in _ORIGIN
