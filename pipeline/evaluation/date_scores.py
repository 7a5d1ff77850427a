"""Scores of calendar expressions, in articles and in single sentences."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.evaluation.answers import Answers, MentionAnswer
from pipeline.evaluation.counts import DIGITS, Counts, Fault, FaultKind, LayerScore
from pipeline.evaluation.gold import DateSentence, GoldArticle, GoldDate
from pipeline.records.annotations import Span, overlap


def dated(mentions: Iterable[MentionAnswer]) -> list[MentionAnswer]:
    """Mentions with a calendar value, each span and value once; durations have no value and are no answer."""
    kept = {
        (m.start, m.end, m.value): m for m in mentions if m.type.lower() in {"date", "time"} and m.value
    }  # fmt: skip
    return list(kept.values())


def score_dates(article: GoldArticle, answers: Answers) -> LayerScore:
    """Give each date of the run to the gold span that it fits best and compare the values."""
    taken: dict[Span, list[MentionAnswer]] = defaultdict(list)
    faults = []
    for mention in dated(answers.mentions):
        best = _best_fit(mention, article.dates)
        if best is None:
            faults.append(_stray(article, mention))
        else:
            taken[best.start, best.end].append(mention)
    strays, right = len(faults), 0
    for wanted in article.dates:
        values = [m.value for m in taken[wanted.start, wanted.end]]
        if any(value in wanted.values for value in values):
            right += 1
        else:
            faults.append(_wrong(article, wanted, values))
    predicted = strays + sum(_counted(given) for given in taken.values())
    return LayerScore(
        counts={"dates": Counts(right=right, predicted=predicted, gold=len(article.dates))}, faults=tuple(faults)
    )


def _best_fit(mention: MentionAnswer, dates: Sequence[GoldDate]) -> GoldDate | None:
    span = (mention.start, mention.end)
    touching = [d for d in dates if overlap(span, (d.start, d.end))]
    return max(touching, key=lambda d: _shared_part(span, (d.start, d.end)), default=None)


def _shared_part(a: Span, b: Span) -> float:
    return (min(a[1], b[1]) - max(a[0], b[0])) / (max(a[1], b[1]) - min(a[0], b[0]))


def _counted(given: list[MentionAnswer]) -> int:
    """A day and its clock time may be two rows; two rows of one type on one gold span are one too many."""
    if not given:
        return 0
    return 1 + sum(n - 1 for n in Counter(m.type.lower() for m in given).values())


def _stray(article: GoldArticle, mention: MentionAnswer) -> Fault:
    return Fault(
        doc_id=article.id, layer="date", kind="spurious", start=mention.start, end=mention.end,
        text=article.text[mention.start : mention.end], got=mention.value,
    )  # fmt: skip


def _wrong(article: GoldArticle, wanted: GoldDate, values: list[str]) -> Fault:
    return Fault(
        doc_id=article.id, layer="date", kind="wrong" if values else "missed", start=wanted.start, end=wanted.end,
        text=article.text[wanted.start : wanted.end], wanted=" | ".join(wanted.values), got=" | ".join(values),
    )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceScore:
    """How many date sentences were answered right; `spurious` counts dates found where there is none."""

    cases: int
    right: int
    missed: int
    wrong: int
    spurious: int
    faults: tuple[Fault, ...]

    @property
    def accuracy(self) -> float:
        """Share of the sentences answered right."""
        return round(self.right / self.cases, DIGITS) if self.cases else 0.0


def score_sentences(sentences: Sequence[DateSentence], answers: dict[str, Answers]) -> SentenceScore:
    """Score single sentences: any accepted value on the expression is right, any date where none is, is wrong."""
    faults = [f for s in sentences if (f := _sentence_fault(s, dated(answers.get(s.id, Answers()).mentions)))]
    kinds = Counter(f.kind for f in faults)
    return SentenceScore(
        cases=len(sentences), right=len(sentences) - len(faults), missed=kinds["missed"], wrong=kinds["wrong"],
        spurious=kinds["spurious"], faults=tuple(faults),
    )  # fmt: skip


def _sentence_fault(sentence: DateSentence, found: list[MentionAnswer]) -> Fault | None:
    start = sentence.text.index(sentence.span) if sentence.span is not None else 0
    end = start + len(sentence.span) if sentence.span is not None else len(sentence.text)
    values = [m.value for m in found if sentence.span is None or overlap((m.start, m.end), (start, end))]
    if sentence.span is None and not values:
        return None
    if sentence.span is not None and any(value in sentence.values for value in values):
        return None
    kind: FaultKind = "spurious" if sentence.span is None else "wrong" if values else "missed"
    return Fault(
        doc_id=sentence.id, layer="date", kind=kind, start=start, end=end, text=sentence.text,
        wanted=" | ".join(sentence.values), got=" | ".join(values),
    )  # fmt: skip
