"""Times and years that head the lines of a chronicle: «16:40. Подъезжает фургон», «1936. Открыт музей».

One such line may be a count, a score or an item of a contract; two make a chronicle.
"""

from __future__ import annotations

from pipeline.mentions.dates.recognise import Candidate, Surroundings

_BEHIND = {"dot", "dash", "colon"}
_YEARS = range(1000, 2101)
_STEP = 5  # minutes
_YEAR_DIGITS = 4


def heads_line(first: int, last: int, around: Surroundings) -> bool:
    """Whether a stretch opens a line, a dot, dash or colon parts it from what follows, and another line begins so."""
    if not (_opens(first, around) and around.kind(last) in _BEHIND):
        return False
    if around.kind(last) == "dash" and around.text(last + 1).isdigit():
        return False  # «1936 — 1940»
    form = _form(first, last, around)
    breaks = (i for i in range(-1, len(around.atoms)) if i < 0 or around.kind(i) == "break")
    return any(
        i + 1 != first and _form(i + 1, i + 1 + last - first, around) == form
        and around.kind(i + 1 + last - first) in _BEHIND
        for i in breaks
    )  # fmt: skip


def dotted_stamp(candidate: Candidate, around: Surroundings) -> bool:
    """«11.15. Мэр открыл парад», not «2.3. Порядок»: such times are round and of two digits."""
    hour, minute = (candidate.groups[name] for name in ("hour", "minute"))
    two_digits = all(number.end - number.start == len("00") for number in (hour, minute))
    round_time = int(hour.value) < 24 and int(minute.value) % _STEP == 0 and int(minute.value) < 60
    return two_digits and round_time and heads_line(candidate.first, candidate.last, around)


def heading_year(candidate: Candidate, around: Surroundings) -> bool:
    """«1936. В Москве открыт музей», «1992 — завод закрыт»."""
    return int(candidate.groups["year"].value) in _YEARS and heads_line(candidate.first, candidate.last, around)


def _opens(place: int, around: Surroundings) -> bool:
    return place == 0 or around.kind(place - 1) == "break"


def _form(first: int, last: int, around: Surroundings) -> tuple[str, ...]:
    """The atoms of a stretch, of its numbers only whether they may be years."""
    texts = (around.text(i) for i in range(first, last))
    return tuple(f"#{len(text) == _YEAR_DIGITS}" if text.isdigit() else text for text in texts)
