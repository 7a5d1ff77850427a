"""Scores of quotes and of posts."""

from __future__ import annotations

from pipeline.evaluation.answers import Answers
from pipeline.evaluation.counts import Counts, Fault, LayerScore
from pipeline.evaluation.gold import GoldArticle, GoldQuote
from pipeline.evaluation.names import NameIndex, fold

FIRST_WORDS = 30


def score_quotes(article: GoldArticle, answers: Answers, names: NameIndex) -> LayerScore:
    """A quote is right where a piece of the right speaker begins with the same words."""
    said = [(fold(q.text), names.canonical_or_folded(q.speaker)) for q in answers.quotes]
    faults = []
    for quote in article.quotes:
        begins = [who for text, who in said if text.startswith(fold(quote.starts)[:FIRST_WORDS])]
        if names.canonical_or_folded(quote.speaker) not in begins:
            faults.append(_quote_fault(article, quote, begins))
    right = len(article.quotes) - len(faults)
    return LayerScore(
        counts={"quotes": Counts(right=right, predicted=len(said), gold=len(article.quotes))}, faults=tuple(faults)
    )


def _quote_fault(article: GoldArticle, quote: GoldQuote, speakers: list[str]) -> Fault:
    start = max(article.text.find(quote.starts), 0)
    return Fault(
        doc_id=article.id, layer="quote", kind="wrong" if speakers else "missed", start=start,
        end=start + len(quote.starts), text=quote.starts, wanted=quote.speaker, got="; ".join(speakers),
    )  # fmt: skip


def score_positions(article: GoldArticle, answers: Answers, names: NameIndex) -> LayerScore:
    """A position is right where person, post and body or place all agree."""
    canonical = names.canonical_or_folded
    wanted = {(canonical(p.person), fold(p.position), canonical(p.organization)) for p in article.positions}
    held = {(canonical(p.person), fold(p.position), canonical(p.organization)) for p in answers.positions}
    missed = [_position_fault(article, each, wanted=" | ".join(each)) for each in sorted(wanted - held)]
    spurious = [_position_fault(article, each, got=" | ".join(each)) for each in sorted(held - wanted)]
    counts = Counts(right=len(wanted & held), predicted=len(held), gold=len(wanted))
    return LayerScore(counts={"positions": counts}, faults=(*missed, *spurious))


def _position_fault(article: GoldArticle, each: tuple[str, str, str], *, wanted: str = "", got: str = "") -> Fault:
    surname = each[0].split()[-1] if each[0] else ""
    start = max(article.text.find(surname), 0)
    return Fault(
        doc_id=article.id, layer="position", kind="missed" if wanted else "spurious", start=start,
        end=start + len(surname), text=each[0], wanted=wanted, got=got,
    )  # fmt: skip
