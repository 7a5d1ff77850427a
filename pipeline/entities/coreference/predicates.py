"""When a noun of office is said of somebody, not taken up: «стал лидером», «пост лидера», «261 депутат»."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.entities.positions.lexicon import post_lexicon
from pipeline.entities.spans import fold
from pipeline.language.features import case_of

_COPULAS = frozenset(
    ["считаться", "называть", "назвать", "признать", "оказаться", "становиться", "назначать", "сделать", "являться",
     "стать"]
)  # fmt: skip
_OFFICE = frozenset({"пост", "должность", "кресло", "звание", "статус", "полномочие", "роль", "ранг"})


def is_predicate(noun: Token) -> bool:
    """«стал лидером», «пост лидера», «во главе», «261 депутат»: said of someone, or a number, not taken up.

    So are bodies: «МВФ должен стать организацией, способной на более тесный контакт».
    """
    before = [noun.doc[i] for i in range(max(0, noun.i - 4), noun.i)]
    if before and (before[-1].pos_ == "NUM" or before[-1].text[0].isdigit() or before[-1].lower_ == "во"):
        return True
    if case_of(noun) == "Gen" and any(fold(token.lemma_) in _OFFICE for token in before[-3:]):
        return True
    if case_of(noun) != "Ins":
        return False
    around = [*before, *(noun.doc[i] for i in range(noun.i + 1, min(noun.i + 3, len(noun.doc))))]
    return any(fold(token.lemma_) in post_lexicon().holding or fold(token.lemma_) in _COPULAS for token in around)
