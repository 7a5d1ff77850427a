"""Members who act as their body: «депутаты провалили законопроект», «коммунисты голосовали против»."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.entities.coreference.houses import speaks_of
from pipeline.entities.coreference.lexicon import description_lexicon
from pipeline.entities.coreference.predicates import is_predicate
from pipeline.entities.spans import Named, NamedSpans, fold
from pipeline.language.features import case_of, features

_REACH = 60  # words back


def find_members(named: NamedSpans) -> Iterator[tuple[Token, str]]:
    """Yield nouns for all members of a body named shortly before, each with its key."""
    fitting: dict[frozenset[str], list[Named]] = {}
    for token in named.doc:
        wanted = description_lexicon().members.get(fold(token.lemma_))
        if wanted is None or named.at(token.i) is not None or not _act(token) or _some_of_them(named, token):
            continue
        if wanted not in fitting:
            fitting[wanted] = _bodies(named, wanted)
        before = bisect_left(fitting[wanted], token.i, key=lambda body: body.last)
        if before and token.i - (body := fitting[wanted][before - 1]).last <= _REACH:
            yield token, body.entity


def _act(token: Token) -> bool:
    """«депутаты одобрили», «принято депутатами», but not «группа депутатов», «стали депутатами»."""
    if "Plur" not in features(token, "Number") or is_predicate(token):
        return False
    before = token.doc[token.i - 1] if token.i else None
    if before is not None and before.pos_ == "ADP":
        return False
    case = case_of(token)
    return case == "Nom" or (case == "Ins" and _is_agent(token))


def _is_agent(token: Token) -> bool:
    """Who does what a passive says."""
    return token.dep_ == "obl:agent" or (token.dep_ == "obl" and "Pass" in features(token.head, "Voice"))


def _some_of_them(named: NamedSpans, token: Token) -> bool:
    """«оппозиционные депутаты», «сто депутатов», «депутаты от «Зари»», «депутаты Госдумы»: some, or said anew."""
    before = token.doc[token.i - 1] if token.i else None
    all_of_them = description_lexicon().of_all_members
    if before is not None and before.pos_ in {"ADJ", "NUM", "DET"} and not before.lower_.startswith(all_of_them):
        return True
    behind = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    if behind is None:
        return False
    return behind.lower_ in {"от", "из"} or named.at(behind.i) is not None or case_of(behind) == "Gen"


def _bodies(named: NamedSpans, wanted: frozenset[str]) -> list[Named]:
    """Mentions of organizations whose name has one of the words, in order."""
    keys = {e.key for e in named.entities.values() if e.type == "organization" and speaks_of(e.name, wanted)}
    return [found for found in named.outermost() if found.entity in keys and not (found.is_person or found.is_place)]
