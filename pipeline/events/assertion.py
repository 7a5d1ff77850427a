"""Who carries a claim: «по словам», «как сообщил», a verb of saying that governs the clause."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.events.clause import Clause
from pipeline.events.phrases import fold
from pipeline.language.sentences import sentence_of

_SAYING = frozenset(
    fold(word)
    for word in (
        "сказать", "говорить", "заявить", "заявлять", "сообщить", "сообщать", "рассказать", "отметить", "отмечать",
        "подчеркнуть", "утверждать", "пояснить", "добавить", "уточнить", "написать", "считать", "полагать", "признать",
        "признаться", "объявить", "подтвердить", "заверить", "напомнить", "предупредить",
    )
)  # fmt: skip
_SOURCES = frozenset({"слово", "данные", "данное", "мнение", "информация", "сведение", "оценка", "версия", "прогноз"})


def find_assertion(clause: Clause) -> Token | None:
    """The word by which someone else than the article's author carries the claim, `None` if the author does.

    Example: «По словам» министра, договор подписан: «словам».
    """
    for token in clause.segment:
        source = fold(token.lemma_) in _SOURCES and token.i > sentence_of(token).start and token.nbor(-1).lower_ == "по"
        if source and token.i not in clause.candidate.words:
            return token
    return _saying_verb(clause)


def _saying_verb(clause: Clause) -> Token | None:
    """The verb of «заявил, что …» above the trigger, or of «…, сообщили в …» beside it."""
    start = clause.head
    above = next((t for t in start.ancestors if fold(t.lemma_) in _SAYING), None)
    if above is not None and above.i not in clause.candidate.words:
        between = clause.doc[min(above.i, start.i) : max(above.i, start.i)]
        return above if any(t.lower_ in {"что", "будто", "как"} for t in between) else None
    beside = (t for t in clause.segment if fold(t.lemma_) in _SAYING and t.i > start.i)
    return next((t for t in beside if t.nbor(-1).text in {",", "—", "–", "-"}), None)
