"""An evaluation as people read it: a table of figures, and the faults with their places."""

from __future__ import annotations

from rich.table import Table

from pipeline.evaluation.counts import Counts, Fault
from pipeline.evaluation.evaluate import Evaluation
from pipeline.evaluation.event_likeness import FIELDS
from pipeline.evaluation.scores import LAYERS

_TITLES = {
    "mentions": "names", "entities": "entities", "links": "names linked",
    "dates": "dates", "events_found": "events found", "event_slots": "event slots",
    "event_records_exact": "exact event records", "quotes": "quotes", "positions": "positions",
}  # fmt: skip


def render_table(evaluation: Evaluation) -> Table:
    """Build the table of figures: precision, recall and F1 with their counts, then plain shares."""
    table = Table()
    table.add_column("layer", no_wrap=True)
    for heading in ("precision", "recall", "F1", "right", "given", "gold"):
        table.add_column(heading, justify="right")
    score = evaluation.articles
    if score:
        for layer in LAYERS:
            table.add_row(_TITLES[layer], *_cells(score.counts[layer]))
        table.add_section()
        table.add_row("day of publication", *_share(score.published, score.articles))
        found = score.counts["events_found"].right
        for name in FIELDS:
            table.add_row(f"  event {name}", *_share(score.counts[name].right, found))
    if evaluation.sentences:
        table.add_row("date sentences", *_share(evaluation.sentences.right, evaluation.sentences.cases))
    return table


def render_fault(fault: Fault) -> str:
    """One line a fault: «odkb 120-131 date missed "20 ноября": wanted 2023-11-20»."""
    wanted = f": wanted {fault.wanted}" if fault.wanted else ""
    got = f"{',' if wanted else ':'} got {fault.got}" if fault.got else ""
    text = fault.text.replace("\n", " ")
    return f"{fault.doc_id} {fault.start}-{fault.end} {fault.layer} {fault.kind} «{text}»{wanted}{got}"


def _cells(counts: Counts) -> list[str]:
    shares = (counts.precision, counts.recall, counts.f1)
    return [*(f"{x:.3f}" for x in shares), str(counts.right), str(counts.predicted), str(counts.gold)]


def _share(right: float, total: float) -> list[str]:
    return [f"{right / total:.3f}" if total else "-", "", "", str(right), str(total), str(total)]
