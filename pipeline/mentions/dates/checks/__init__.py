"""What must hold around a candidate for its words to mean a date: small named functions, one for each trap."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pipeline.mentions.dates.checks.days import (
    day_case,
    days_rise,
    eve_of_noun,
    exists,
    no_genitive,
    no_street,
    not_every,
    on_holiday,
    ordinal_alone,
    own_day,
    rising,
    singular_term,
)
from pipeline.mentions.dates.checks.names import (
    in_lower_case,
    lower_or_first,
    no_namesake,
    season_governed,
    season_noun,
)
from pipeline.mentions.dates.checks.nowadays import that_very_day
from pipeline.mentions.dates.checks.numeric import numeric_yearless, two_digit_months
from pipeline.mentions.dates.checks.times import (
    adverbial,
    clock_half,
    clock_hours,
    clock_part,
    clock_range,
    clock_time,
)
from pipeline.mentions.dates.checks.units import by_how_much, counted_ago, counted_through, one_unit
from pipeline.mentions.dates.checks.weekdays import (
    at_weekend,
    nth_day,
    nth_weekday,
    one_weekday,
    wednesday,
    weekday_of_happening,
    weekday_short,
)
from pipeline.mentions.dates.checks.years import (
    centuries_rise,
    decade_alone,
    early_year,
    known_century,
    no_gram,
    ordinal_year_alone,
    quarter_of_four,
    round_decade,
    season_pair,
    within_era,
    year_alone,
    year_of_two_digits,
    years_alone,
    years_rise,
)
from pipeline.mentions.dates.recognise import Candidate, Surroundings

Check = Callable[[Candidate, Surroundings], bool]


def holds(candidate: Candidate, around: Surroundings) -> bool:
    """Whether all checks of the candidate's pattern hold."""
    return all(check(candidate, around) for check in CHECKS.get(candidate.pattern.name, ()))


CHECKS: Mapping[str, tuple[Check, ...]] = {
    "iso-day": (exists,),
    "numeric-day": (exists,),
    "numeric-day-short": (exists,),
    "slash-day": (exists,),
    "slash-day-short": (exists,),
    "iso-minute": (exists, clock_time),
    "iso-slash": (exists,),
    "dashed-day": (exists,),
    "numeric-day-yearless": (exists, numeric_yearless),
    "days-between": (exists, days_rise, day_case),
    "numeric-days": (exists, rising),
    "numeric-range": (exists,),
    "numeric-range-from": (exists, two_digit_months),
    "day-month": (exists, day_case, no_street),
    "day-month-abbreviated": (exists, day_case),
    "day-month-year": (exists, day_case, no_street, no_gram),
    "day-month-abbreviated-year": (exists, day_case),
    "day-month-short-year": (exists, day_case),
    "days": (exists, rising, day_case),
    "days-year": (exists, rising, day_case),
    "days-from": (exists, rising, day_case),
    "days-from-year": (exists, rising, day_case),
    "night-between": (exists,),
    "day-listed": (exists, day_case),
    "day-of-month": (exists, not_every, singular_term),
    "day-ordinal": (exists, ordinal_alone),
    "month-year": (no_gram,),
    "month": (in_lower_case,),
    "month-step": (in_lower_case,),
    "month-adjective": (no_namesake,),
    "year": (no_gram, no_street),
    "year-early": (early_year,),
    "year-of-era": (within_era,),
    "decade-word-alone": (decade_alone,),
    "quarter-abbreviated": (quarter_of_four,),
    "quarters": (quarter_of_four,),
    "year-short": (year_of_two_digits,),
    "ago": (counted_ago,),
    "year-bare": (year_alone,),
    "year-ordinal": (ordinal_year_alone,),
    "years": (years_rise,),
    "years-bare": (years_alone,),
    "years-season": (season_pair,),
    "years-from": (years_rise,),
    "season": (lower_or_first, season_governed),
    "season-year": (lower_or_first,),
    "season-step": (),
    "season-adjective": (lower_or_first, season_noun),
    "weekday": (one_weekday,),
    "weekday-abbreviated": (weekday_short,),
    "weekday-adjective": (lower_or_first, weekday_of_happening),
    "weekday-wednesday": (one_weekday,),
    "weekday-step": (one_weekday, wednesday),
    "weekend": (at_weekend,),
    "weekday-of-month": (nth_weekday,),
    "day-of-unit": (nth_day,),
    "last-of-month": (nth_day,),
    "night-between-months": (exists,),
    "day-word": (that_very_day,),
    "day-adjective": (own_day,),
    "holiday": (on_holiday,),
    "eve": (no_genitive,),
    "eve-of-event": (eve_of_noun,),
    "part-of-day": (adverbial,),
    "part-daytime": (adverbial,),
    "clock": (clock_time,),
    "clock-dotted": (clock_time,),
    "clock-hours": (clock_hours,),
    "clock-hours-range": (clock_range,),
    "clock-half": (clock_half,),
    "clock-half-word": (clock_half,),
    "clock-part": (clock_part,),
    "earlier": (by_how_much,),
    "step-unit": (one_unit,),
    "same-unit": (one_unit,),
    "that-day": (one_unit,),
    "century": (known_century,),
    "decades": (round_decade,),
    "century-abbreviated": (known_century,),
    "centuries": (known_century, centuries_rise),
    "centuries-from": (known_century, centuries_rise),
    "through": (counted_through,),
}
