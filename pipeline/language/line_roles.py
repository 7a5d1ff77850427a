"""The part that a line of a news page plays, by rules that look at it among its neighbours."""

from __future__ import annotations

import re
from collections.abc import Callable

from pipeline.language.layout_lexicon import fold, layout_patterns
from pipeline.language.line_context import LineContext
from pipeline.records.article import LineRole

MAX_TITLE = 200
MAX_TAIL = 90
_DASHES = "—–-"
_SENTENCE_END = re.compile(r"[.!?…]['\"»”)]*\s*$")
_OF_POST = re.compile(r"[—–-]\s*[^()]{1,60}\(@\w{2,30}\)\s*")  # under a post that the page shows
_NAME = re.compile(r"(?:[А-ЯЁ][а-яё-]+|[А-ЯЁ]\.)(?:[ ,]+(?:[А-ЯЁ][а-яё-]+|[А-ЯЁ]\.)){1,3}")


def role_of(context: LineContext) -> LineRole:
    """The first rule that knows the line decides; body text is what no rule knows."""
    return next((role for role, rule in _RULES if rule(context)), "body")


def _is_dateline(context: LineContext) -> bool:
    """`21.11.2023`, `Опубликовано: 5 сентября 2022, 14:30`, `Минск, 21 ноября 2023 г.` near the top or the end.

    A day that stands alone further down heads the events of that day, so it is text; one below «— Имя (@name)» is of
    a post that the page shows.
    """
    return (
        context.near_edge
        and "(@" not in context.before
        and bool(layout_patterns().dateline.fullmatch(fold(context.line)))
    )


def _is_title(context: LineContext) -> bool:
    """The headline that metadata gives, else a short first line without a full stop: «Диалог перед сессией».

    A date line may stand above it.
    """
    if context.title and _same_words(context.line, context.title):
        return True
    first = context.index == 0 or (context.role_before == "dateline" and not context.titled and context.index == 1)
    if not first or len(context.lines) - context.index < 2 or len(context.line) > MAX_TITLE:
        return False
    if context.line[0] in _DASHES or context.line[-1] in ",;:" or _leads_on(context) or _is_navigation(context):
        return False
    return not _SENTENCE_END.search(context.line) or context.line.endswith(("?", "!"))


def _leads_on(context: LineContext) -> bool:
    """Whether the line is cut: by hand before a small letter, or by a link («список, называемый / «докладом» / .»)."""
    if context.after[:1].islower():
        return True
    below_link = context.lines[context.index + 2][:1] if context.index + 2 < len(context.lines) else ""
    return context.breaks[context.index] == " \n" and (below_link.islower() or below_link in {",", ".", ";", ")", "»"})


def _is_navigation(context: LineContext) -> bool:
    """«Возврат к списку», «Теги: космос, наука», «#новости #Минск», «Читайте также: «Как живут анклавы»»."""
    folded = fold(context.line)
    patterns = layout_patterns()
    return bool(patterns.navigation.fullmatch(folded) or patterns.related.fullmatch(folded))


def _is_source(context: LineContext) -> bool:
    """«Фото: пресс-служба МИД», «Беседовала Злата Вуйчик», «© РИА Новости», «— Имя (@name)»; a bare «Reuters».

    A bare name that the line above leads up to («сообщает / Reuters / .») is a link within a sentence.
    """
    folded = fold(context.line)
    patterns = layout_patterns()
    if context.index and patterns.agency.fullmatch(folded):
        return bool(_SENTENCE_END.search(context.before)) and context.after[:1] not in {",", ".", ")", "»", ";"}
    if folded.startswith("©") or _OF_POST.fullmatch(context.line):
        return True
    return context.index > 0 and context.near_edge and bool(patterns.source.fullmatch(folded))


def _is_signature(context: LineContext) -> bool:
    """A name alone at the end: «Илья Огородников»."""
    return _is_tail(context) and bool(_NAME.fullmatch(context.line))


def _is_tail(context: LineContext) -> bool:
    """A short last line that is no sentence, below lines that are: «Подробности — в вечернем выпуске»."""
    if context.index < 2 or context.index < len(context.lines) - 2 or len(context.line) > MAX_TAIL:
        return False
    below = context.lines[context.index + 1 :]
    ends = _SENTENCE_END.search(context.line) or any(_SENTENCE_END.search(line) for line in below)
    opens = context.line[0].isupper() or context.line[0].isdigit() or context.line[0] in "*«"
    above_ended = context.role_before != "body" or bool(_SENTENCE_END.search(context.before))
    return not ends and opens and above_ended


def _same_words(line: str, title: str) -> bool:
    return re.findall(r"\w+", fold(line)) == re.findall(r"\w+", fold(title)) != []


_RULES: tuple[tuple[LineRole, Callable[[LineContext], bool]], ...] = (
    ("dateline", _is_dateline),
    ("title", _is_title),
    ("navigation", _is_navigation),
    ("source", _is_source),
    ("source", _is_signature),
    ("navigation", _is_tail),
)
