"""Nominatives and identity of bodies and places."""

import pytest

from pipeline.entities.declension.paradigms import CASES
from pipeline.entities.evidence import Evidence
from pipeline.entities.phrases.abbreviations import abbreviates
from pipeline.entities.phrases.identity import find_named, settle_names
from pipeline.entities.phrases.named import NamedMention
from pipeline.entities.phrases.nominative import PhraseCandidate, find_nominatives


def nominative(text, case, *, place=False, plural=False):
    evidence = Evidence(cases=dict.fromkeys(CASES, 0.08) | {case: 1.0}, genders={}, plural=1.1 if plural else 0.1)
    return find_nominatives(text, evidence, place=place)[0].name


@pytest.mark.parametrize(
    ("text", "case", "expected"),
    [
        ("Советом коллективной безопасности ОДКБ", "Ins", "Совет коллективной безопасности ОДКБ"),
        ("Медеуским районным судом", "Ins", "Медеуский районный суд"),
        ("Прокуратурой Тверской области", "Ins", "Прокуратура Тверской области"),
        ("Генеральной прокуратуре", "Loc", "Генеральная прокуратура"),
        ("пресс-службой Президента Казахстана", "Ins", "пресс-служба Президента Казахстана"),
        ("Национальном музее имени А. В. Анохина", "Loc", "Национальный музей имени А. В. Анохина"),
        ("Лидскую ЦРБ", "Acc", "Лидская ЦРБ"),
        ("МВД Грузии", "Ins", "МВД Грузии"),
        ("Высшим советом по спорту", "Ins", "Высший совет по спорту"),
        ("Yunhe Solar", "Gen", "Yunhe Solar"),
        ("Волга-Фуда", "Gen", "Волга-Фуд"),
        ("Каспием-Юг", "Ins", "Каспий-Юг"),
        ("Чуйской газете", "Dat", "Чуйская газета"),
        ("молодёжную сборную Литвы", "Acc", "молодёжная сборная Литвы"),
        ("Чулымском банке", "Loc", "Чулымский банк"),
        ("улице Ореховой", "Loc", "улица Ореховая"),
        ("площади Театральной", "Dat", "площадь Театральная"),
        ("улице Гоголя", "Loc", "улица Гоголя"),
        ("Чернозёмца", "Gen", "Чернозёмец"),
        ("120-й бригады", "Gen", "120-я бригада"),
        ("1140-го зенитного ракетного полка", "Gen", "1140-й зенитный ракетный полк"),
        ("Белом Дрине", "Loc", "Белый Дрин"),  # behind an adjective an unknown word declines as that does
    ],
)
def test_bodies(text, case, expected):
    assert nominative(text, case) == expected


@pytest.mark.parametrize(
    ("text", "case", "expected"),
    [
        ("Остраве", "Loc", "Острава"),  # «острав» is no word of any news
        ("Гуаякиле", "Loc", "Гуаякиль"),
        ("Хеглиге", "Loc", "Хеглиг"),  # none of its nominatives is: as most names of towns decline
    ],
)
def test_a_nominative_that_is_common_in_news_is_likelier(text, case, expected):
    assert nominative(text, case, place=True) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Уральских волков", "Уральские волки"), ("Вооружённых сил Казахстана", "Вооружённые силы Казахстана")],
)
def test_plural_bodies(text, expected):
    assert nominative(text, "Gen", plural=True) == expected


@pytest.mark.parametrize(
    ("text", "case", "expected"),
    [
        ("Раштской долине", "Loc", "Раштская долина"),
        ("Баткенской области", "Gen", "Баткенская область"),
        ("Шымкентом", "Ins", "Шымкент"),
        ("Усть-Нерой", "Ins", "Усть-Нера"),
        ("Алма-Ате", "Loc", "Алма-Ата"),
        ("Раздольной", "Gen", "Раздольная"),
        ("Балыкчы", "Loc", "Балыкчы"),
        ("Сочи", "Loc", "Сочи"),
        ("Тбилиси", "Gen", "Тбилиси"),
        ("Ак-Сая", "Gen", "Ак-Сай"),
        ("Кроуновки", "Gen", "Кроуновка"),
        ("улице Барыкина", "Loc", "улица Барыкина"),
        ("Республики Беларусь", "Gen", "Республика Беларусь"),
        ("Согдийской областей", "Gen", "Согдийская область"),
    ],
)
def test_places(text, case, expected):
    assert nominative(text, case, place=True) == expected


@pytest.mark.parametrize(
    ("acronym", "name"),
    [
        ("ОТГ", "Организация тюркских государств"),
        ("СГД", "Служба государственных доходов Латвии"),
        ("РОЧС", "Лидский районный отдел по чрезвычайным ситуациям"),
        ("ИАЭТ СО РАН", "Институт археологии и этнографии СО РАН"),
        ("ПетрГУ", "Петрозаводский государственный университет"),
    ],
)
def test_initials(acronym, name):
    assert abbreviates(acronym, name)


@pytest.mark.parametrize(
    ("acronym", "name"), [("ФАС", "Федеральная служба"), ("МИД", "Министерство юстиции"), ("СК", "Совет безопасности")]
)
def test_other_initials(acronym, name):
    assert not abbreviates(acronym, name)


def grouped(*names, definitions=None):
    mentions = [
        NamedMention(index=i, family="organization", candidates=(PhraseCandidate(name, 1.0),))
        for i, name in enumerate(names)
    ]
    return {t.name: sorted(t.mentions) for t in find_named(mentions, settle_names(mentions), definitions or {})}


def test_short_forms_join_what_they_stand_for():
    assert grouped("МИД Армении", "МИД") == {"МИД Армении": [0, 1]}
    assert grouped("Степные барсы", "Барсы") == {"Степные барсы": [0, 1]}
    assert grouped("Правительство Карелии", "правительство республики") == {"Правительство Карелии": [0, 1]}
    assert grouped("завод «Прогресс»", "Прогресс") == {"завод «Прогресс»": [0, 1]}


def test_a_parent_is_not_its_organ():
    assert grouped("СКБ ОДКБ", "ОДКБ") == {"СКБ ОДКБ": [0], "ОДКБ": [1]}


def test_an_abbreviation_defined_in_brackets():
    names = ("Комитет санэпидблагополучия", "КСЭБ", "КСЭБ")
    assert grouped(*names, definitions={1: 0}) == {"Комитет санэпидблагополучия": [0, 1, 2]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Омского УМВД", "Омское УМВД"), ("Курской АЭС", "Курская АЭС"), ("Омского НПЗ", "Омский НПЗ")],
)
def test_the_acronym_gives_its_gender_to_the_adjective(text, expected):
    flat = Evidence(cases=dict.fromkeys(CASES, 0.1) | {"Gen": 1.0}, genders={})
    assert find_nominatives(text, flat, place=False)[0].name == expected


@pytest.mark.parametrize(
    ("text", "case", "expected"),
    [
        ("Арике", "Loc", "Арика"),
        ("Цетине", "Loc", "Цетине"),
        ("Лиепаи", "Gen", "Лиепая"),
        ("Мунду", "Acc", "Мунду"),
        ("УППСАЛЕ", "Loc", "УППСАЛА"),
    ],
)
def test_towns_of_the_world_are_known_by_name(text, case, expected):
    assert nominative(text, case, place=True) == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Больницу строил финский концерн «Рауталинна».", "Рауталинна"),  # stands beside its noun
        ("Глава «Электротранса» подал в отставку.", "Электротранс"),  # people rule their company
    ],
)
def test_a_name_in_marks_beside_a_noun(nlp, text, name):
    assert name in {entity.name for entity in nlp(text)._.entities}
