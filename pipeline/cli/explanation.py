"""Why an event record is as it is: for each cell the words and the rule, list entry or model that gave it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from rich.console import Console
from rich.text import Text

from pipeline.events.arguments.denotation import DENOTING
from pipeline.events.arguments.slots import NAMED_SLOTS
from pipeline.events.factuality.weigh import OVERRULED
from pipeline.events.status import BY_DATE, RULES
from pipeline.records.annotations import Annotations, Argument, Event, Span
from pipeline.records.article import Article

_NO_RULE = "no word around the trigger tells: an event that is named has happened"
_WAYS = {
    "attached": "hangs on the trigger or on a verb that speaks of it", "shared": "of the event that it is told with",
    "moved-to": "the day that it was moved to", "learned": "the linking network takes it for this",
    "when": "stands right before the clause with «когда»", "then": "the day told last, by «тогда»",
    "joined": "leads the first of the joined verbs", "there": "the place named last, by «там» or «здесь»",
}  # fmt: skip
Line = tuple[str, str, str]  # cell, value, why


def print_explanations(article: Article, found: Annotations, console: Console) -> None:
    """Print each event with a line for each of its cells."""
    for number, event in enumerate(found.events, 1):
        console.print()
        console.print(Text(f"Event {number}: {event.title}", style="bold"), soft_wrap=True)
        for cell, value, why in explain(article.text, found, event):
            console.print(Text(f"  {cell:12} {value:32} {why}"), soft_wrap=True)


def explain(text: str, found: Annotations, event: Event) -> Iterator[Line]:
    """Yield a line for each cell of a record: its name, its value, and why it has that value.

    Args:
        text: the article's text.
        found: all that was found in it.
        event: one of its events.
    """
    yield "type", event.type, f"{_quoted(text, (event.trigger_start, event.trigger_end))} by {event.source}"
    others = [span for span in event.tellings if span != (event.trigger_start, event.trigger_end)]
    if others:
        yield "told again", str(len(others)), ", ".join(_quoted(text, span) for span in others)
    yield "status", event.status, _status_reason(text, event)
    if event.phase:
        yield "phase", event.phase, "of the same word"
    for argument in event.arguments:
        yield argument.role, argument.name, _filler_reason(text, found, argument)
    if event.asserted_by:
        speaker = next((e.name for e in found.entities if e.key == event.asserted_by), event.asserted_by)
        yield "asserted_by", speaker, "every telling stands within words of this speaker"
    yield "confidence", f"{event.confidence:.2f}", "such an event is told: by the trigger network, else the entry"
    yield "certainty", f"{event.certainty:.2f}", "all of it is right: by what the networks hold of every field"


def _status_reason(text: str, event: Event) -> str:
    by_rules = event.status_rule.removeprefix(OVERRULED)
    name = by_rules.removesuffix(BY_DATE)
    cue = f"{_quoted(text, event.status_cue)} by " if event.status_cue else ""
    meaning = {rule.__name__: _meaning(rule) for rule in RULES}.get(name, _NO_RULE)
    dated = "; corrected by its date" if event.status_rule.endswith(BY_DATE) else ""
    reason = f"{cue}rule {name or 'nominal'}: {meaning}{dated}"
    return reason if by_rules == event.status_rule else f"the factuality network, against {reason}"


def _filler_reason(text: str, found: Annotations, argument: Argument) -> str:
    words = _quoted(text, (argument.start, argument.end))
    link = _link(found, argument)
    return f"{words} by {argument.source}{_source_meaning(argument.source)}{link} ({argument.confidence:.2f})"


def _source_meaning(source: str) -> str:
    """What `frame/genitive/person`, `date/attached` mean, by the docstrings of their rules."""
    kind, _, rest = source.removeprefix("parties/").partition("/")
    slot, _, denoting = rest.partition("/")
    if kind != "frame":
        known = {kind, rest} & _WAYS.keys()
        return f": {_WAYS[known.pop()]}" if known else ""
    told = [_meaning(NAMED_SLOTS[slot])] if slot in NAMED_SLOTS else []
    told += [_meaning(DENOTING[denoting])] if denoting in DENOTING else []
    return f": {' '.join(told)}" if told else ""


def _link(found: Annotations, argument: Argument) -> str:
    """How the words lead to the entity, where they do not name it by themselves."""
    mentions = [m for m in found.mentions if m.entity == argument.entity and m.start == argument.start]
    mention = next(iter(mentions), None)
    if not argument.entity or (mention is not None and mention.kind in {"name", "abbreviation"}):
        return f"; {argument.entity}" if argument.entity else ""
    how = f"{mention.kind or mention.type} by {mention.source}" if mention else "found by the rule of the role"
    return f"; {argument.entity}, {how}"


def _quoted(text: str, span: Span) -> str:
    start, end = span
    return f"«{text[start:end]}» {start}-{end}"


def _meaning(rule: Callable[..., Any]) -> str:
    return (rule.__doc__ or "").strip().splitlines()[0] if rule.__doc__ else rule.__name__
