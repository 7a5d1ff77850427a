"""Members who act as their body: «депутаты провалили законопроект», «коммунисты голосовали против»."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.entities.coreference.lexicon import description_lexicon
from pipeline.entities.spans import Named, NamedSpans, case_of, fold
from pipeline.language.features import features

_ACTING = frozenset({"Nom", "Ins"})
_ALL = ("городск", "областн", "краев", "районн", "народн", "думск", "местн", "сами", "все", "столичн")
_OTHER_COUNCILS = frozenset(
    {
        "безопасности",
        "министров",
        "директоров",
        "ученый",
        "европы",
        "верхняя",
        "комитет",
        "комиссия",
        "фракция",
        "аппарат",
    }
)


def find_members(named: NamedSpans) -> Iterator[tuple[Token, str]]:
    """Yield nouns for all members of a body named before, each with its key."""
    for token in named.doc:
        bodies = description_lexicon().members.get(fold(token.lemma_))
        if bodies is None or named.at(token.i) is not None or not _act(token) or _some_of_them(named, token):
            continue
        body = next((n for n in named.before(token.i) if not n.is_person and _is_one(named, n, bodies)), None)
        if body is not None:
            yield token, body.entity


def _act(token: Token) -> bool:
    """«депутаты одобрили», «принято депутатами», but not «группа депутатов», «перед депутатами»."""
    if "Plur" not in features(token, "Number") or case_of(token) not in _ACTING:
        return False
    before = token.doc[token.i - 1] if token.i else None
    return before is None or before.pos_ != "ADP"


def _some_of_them(named: NamedSpans, token: Token) -> bool:
    """«оппозиционные депутаты», «сто депутатов», «депутаты от «Зари»», «депутаты Госдумы»: some, or said anew."""
    before = token.doc[token.i - 1] if token.i else None
    if before is not None and before.pos_ in {"ADJ", "NUM", "DET"} and not before.lower_.startswith(_ALL):
        return True
    behind = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    if behind is None:
        return False
    return behind.lower_ in {"от", "из"} or named.at(behind.i) is not None or case_of(behind) == "Gen"


def _is_one(named: NamedSpans, body: Named, stems: frozenset[str]) -> bool:
    """Whether a word of the body's name begins like one of the stems."""
    entity = named.entities.get(body.entity)
    words = fold(entity.name.lower()).split() if entity is not None else []
    if _OTHER_COUNCILS & set(words) or (words[:1] == ["совет"] and words[1:2] not in ([], ["депутатов"])):
        return False  # «Совет Безопасности», «Совет Ассамблеи»
    return any(word.strip("«»").startswith(stem) for word in words for stem in stems)
