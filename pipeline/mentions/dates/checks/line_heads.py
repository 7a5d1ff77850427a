"""Times and years that head the lines of a chronicle: «16:40. Подъезжает фургон», «1936. Открыт музей»."""

from __future__ import annotations

from pipeline.mentions.dates.recognise import Candidate, Surroundings

_BEHIND = {"dot", "dash", "colon"}
_YEARS = range(1000, 2101)
_STEP = 5  # minutes


def heads_line(first: int, last: int, around: Surroundings) -> bool:
    """Whether a stretch opens a line and a dot, dash or colon parts it from what follows."""
    return (first == 0 or around.kind(first - 1) == "break") and around.kind(last) in _BEHIND


def dotted_stamp(candidate: Candidate, around: Surroundings) -> bool:
    """«11.15. Мэр открыл парад», not «2.3. Порядок»: such times are round."""
    hour, minute = (candidate.groups[name] for name in ("hour", "minute"))
    two_digits = minute.end - minute.start == len("00")
    round_time = int(hour.value) < 24 and int(minute.value) % _STEP == 0 and int(minute.value) < 60
    return two_digits and round_time and heads_line(candidate.first, candidate.last, around)


def heading_year(candidate: Candidate, around: Surroundings) -> bool:
    """«1936. В Москве открыт музей», «1992 — завод закрыт»."""
    return int(candidate.groups["year"].value) in _YEARS and heads_line(candidate.first, candidate.last, around)
