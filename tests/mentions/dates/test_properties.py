"""What holds for every text and every date, on words built by hand."""

import datetime as dt
import re

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from pipeline.mentions.dates.atoms import find_atoms
from pipeline.mentions.dates.find import find_dates
from pipeline.mentions.dates.notation import load_grammar
from pipeline.mentions.dates.recognise import find_fits
from pipeline.records import edtf

from .build import tokens_of

GENITIVE = ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"]  # fmt: skip
PREPOSITIONAL = ["январе", "феврале", "марте", "апреле", "мае", "июне", "июле", "августе", "сентябре", "октябре", "ноябре", "декабре"]  # fmt: skip
lenient = settings(deadline=None)  # the first example loads the lexicons
PUBLISHED = dt.date(2023, 11, 21)
LAST_DAY = dt.date(2099, 12, 31)
DAYS = st.dates(dt.date(1900, 1, 1), LAST_DAY)

DAY_FORMS = [
    lambda d: f"{d.day} {GENITIVE[d.month - 1]} {d.year} года",
    lambda d: f"{d.day} {GENITIVE[d.month - 1]} {d.year} г.",
    lambda d: f"{d.day}-го {GENITIVE[d.month - 1]} {d.year} года",
    lambda d: f"{d.day:02}.{d.month:02}.{d.year}",
    lambda d: f"{d.day}.{d.month}.{d.year}",
    lambda d: f"{d.day:02}/{d.month:02}/{d.year}",
    lambda d: d.isoformat(),
]
WORDS = st.sampled_from(
    ["вчера", "20", "ноября", "2023", "года", "в", "с", "по", "до", "—", ",", ".", "(", ")", "среду", "9:00", "час", "назад",
     "через", "неделю", "прошлый", "XIX", "века", "90-е", "летом", "конце", "за", "пять", "дней", "же", "тот", "на", "31-е",
     "\n", "\u00a0", "000", "99999999999", "30", "февраля", "Новый", "год", "ночь", "с", "3", "и", "утра", "г", "-", "/",
     "два", "тысячи", "до", "после", "этого", "полтора", "0", "24:00", "млн", "№", "минут", "столетий", "кварталов"]
)  # fmt: skip


def values(text, published=PUBLISHED):
    return [e.value for e in find_dates(tokens_of(text), published)]


@lenient
@given(DAYS, st.sampled_from(DAY_FORMS))
def test_a_day_in_any_form_is_read_back(day, form):
    assert values(f"Мост открыли {form(day)}") == [day.isoformat()]


@lenient
@given(DAYS, st.times())
def test_a_day_with_its_hour_is_read_back(day, time):
    text = f"Мост откроют {day.day} {GENITIVE[day.month - 1]} {day.year} года в {time:%H:%M}"
    assert values(text) == [f"{day}T{time:%H:%M}"]


@lenient
@given(DAYS)
def test_a_month_is_read_back(day):
    assert values(f"в {PREPOSITIONAL[day.month - 1]} {day.year} года") == [f"{day:%Y-%m}"]


@lenient
@given(DAYS, st.integers(1, 400))
def test_a_range_of_days_is_read_back(first, length):
    last = first + dt.timedelta(days=length)
    assume(last <= LAST_DAY)
    text = f"с {first.day} {GENITIVE[first.month - 1]} {first.year} года по {last:%d.%m.%Y}"
    assert values(text) == [f"{first}/{last}"]


@lenient
@given(st.integers(1500, 2099))
def test_a_year_is_read_back(year):
    assert values(f"в {year} году") == [str(year)]


@lenient
@given(DAYS, st.integers(1, 30))
def test_days_count_from_publication(published, days):
    assert values(f"{days} дней назад", published) == [str(published - dt.timedelta(days=days))]


@lenient
@given(DAYS)
def test_a_bare_day_lies_within_a_year_of_publication(published):
    (value,) = values("15 марта", published)
    assert abs((dt.date.fromisoformat(value) - published).days) <= 366


@settings(max_examples=300, deadline=None)
@example(["31-е", "и", "20", "февраля"], None)
@given(st.lists(WORDS, max_size=14), st.none() | DAYS)
def test_calendar_words_in_any_order_never_raise(words, published):
    text = " ".join(words)
    check(text, published)


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, max_size=30))
def test_no_pattern_fits_across_islands(words):
    atoms = find_atoms(tokens_of(" ".join(words)))
    anywhere = [
        (p.name, m.start(), m.end()) for p in load_grammar().patterns.values() for m in p.regex.finditer(atoms.codes)
    ]
    within = [(fit.pattern.name, at + fit.first, at + fit.last) for at, fit in find_fits(atoms.codes)]
    assert sorted(within) == sorted(anywhere)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60))
def test_any_text_never_raises(text):
    check(text, PUBLISHED)


def within_history(value):
    """1000 BC, which is the year -999, to AD 3000."""
    years = [
        int(y.replace("X", "0")) * (10 ** (4 - len(y.lstrip("-"))))
        for y in re.findall(r"(?<![-\dXT:])-?\d[\dX]{3}", value)
    ]
    return all(-999 <= year <= 3000 for year in years)


@lenient
@given(st.integers(900, 99_999), st.sampled_from(["лет", "веков", "месяцев", "дней", "десятилетий"]), DAYS)
def test_no_shift_leads_out_of_history(count, unit, published):
    check(f"Через {count} {unit} мост встанет, {count} {unit} назад его не было.", published)


@lenient
@given(st.integers(1, 999))
def test_a_year_before_our_era_is_counted_from_zero(year):
    assert values(f"в {year} году до н. э.") == [f"-{year - 1:04}"]


def check(text, published):
    """Offsets inside the text, in order, no overlap; values well-formed and true to their own bounds."""
    at = 0
    for expression in find_dates(tokens_of(text), published):
        assert at <= expression.start < expression.end <= len(text)
        assert expression.text == text[expression.start : expression.end]
        at = expression.end
        if expression.value:
            assert edtf.is_valid(expression.value)
            assert within_history(expression.value)
            assert edtf.bounds(expression.value) == (expression.earliest, expression.latest)
            assert expression.precision == edtf.precision(expression.value)
