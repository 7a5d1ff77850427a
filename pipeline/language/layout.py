"""The parts of a news page: headline, date line, body, signature and photo credit, what the site adds."""

from __future__ import annotations

import re
from collections.abc import Callable

from pipeline.records.article import Line, LineRole

MAX_TITLE = 200
_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_SENTENCE_END = re.compile(r"[.!?…]['\"»”)]*\s*$")
_MONTH = r"(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)[а-яё]*\.?"
_DAY = rf"(?:\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}|\d{{4}}-\d\d-\d\d|\d{{1,2}}\s+{_MONTH}(?:\s+\d{{4}})?)"
_DATELINE = re.compile(
    rf"(?:опубликовано|дата(?:\s+публикации)?|обновлено)?:?\s*{_DAY}\s*(?:г\.|года|г)?[\s,|·•—–-]*(?:в\s+)?(?:\d{{1,2}}[:.]\d\d)?"
    r"(?:\s*(?:мск|по\s+москве))?(?:\s*[|/·•]\s*[^.!?]{0,40})?\s*",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"\(?(?:фото|видео|источник|автор|текст|иллюстрация|снимок|коллаж)\b[^.!?]{0,120}[.)]*"
    r"|(?:пресс-служба|пресс-центр|пресс-секретар|корр\.|корреспондент|собкор|наш корр)"
    r"[^.!?]{0,120}(?:[«\"][^»\"]*[»\"])?[^.!?]{0,20}\.?"
    r"|©.*|(?:риа новости|тасс|интерфакс|белта|регнум)\.?",
    re.IGNORECASE,
)
_NAVIGATION = re.compile(
    r"(?:возврат к списку|вернуться к списку|назад к списку|назад|наверх|читайте также.*|по теме:?|поделиться.*"
    r"|подписывайтесь.*|подписаться.*|версия для печати|распечатать|комментарии.*|теги?:.*|метки:.*|ещё по теме.*"
    r"|еще по теме.*|все новости|следующая новость|предыдущая новость|нашли опечатку.*|реклама)\.?",
    re.IGNORECASE,
)


def find_lines(text: str, title: str = "") -> tuple[Line, ...]:
    """Find the non-blank lines of a text and the part each plays.

    Args:
        text: the article.
        title: the headline that metadata gives; its line in the text, if any, is a title.
    """
    spans = [_stripped(text, m.start(), m.end()) for m in _LINE.finditer(text) if m.group().strip()]
    roles = [_role(text, spans, i, title.strip()) for i in range(len(spans))]
    return tuple(Line(start=a, end=b, role=r) for (a, b), r in zip(spans, roles, strict=True))


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    line = text[start:end]
    return start + len(line) - len(line.lstrip()), end - len(line) + len(line.rstrip())


def _role(text: str, spans: list[tuple[int, int]], index: int, title: str) -> LineRole:
    """The first rule that knows the line decides; body text is what no rule knows."""
    line = text[slice(*spans[index])]
    if _is_title(text, spans, index, title):
        return "title"
    near_edge = index < 3 or index >= len(spans) - 4
    rules: list[tuple[LineRole, Callable[[str], object]]] = [
        ("dateline", _DATELINE.fullmatch),
        ("navigation", _NAVIGATION.fullmatch),
    ]
    if near_edge and index > 0:
        rules.append(("source", _SOURCE.fullmatch))
    return next((role for role, matches in rules if matches(line)), "body")


def _is_title(text: str, spans: list[tuple[int, int]], index: int, title: str) -> bool:
    """The headline that metadata gives, else a short first line without a full stop: «Диалог в преддверии сессии»."""
    line = text[slice(*spans[index])]
    if title and line == title:
        return True
    if index > 0 or len(spans) < 2 or len(line) > MAX_TITLE or text[spans[1][0]].islower():
        return False
    return not _SENTENCE_END.search(line) or line.endswith(("?", "!"))
