"""The body of a bare post that the article as a whole tells: its parliament, its ministry, its company."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from pipeline.entities.positions.kinds import kinds_of
from pipeline.entities.spans import OPENING_MARKS, Named, NamedSpans, fold
from pipeline.language.sentences import sentence_of
from pipeline.records.annotations import Position

_OF_PARLIAMENT = frozenset(
    {"депутат", "спикер", "вице-спикер", "парламентарий", "председатель парламента", "депутатка", "народный депутат"}
)
_PARLIAMENT = (
    "парламент", "собрание", "дума", "сейм", "рада", "хурал", "мажилис", "сенат", "кнессет", "кенеш", "меджлис",
    "бундестаг", "конгресс", "госсовет", "заксобрание", "гордума", "облдума", "горсовет",
)  # fmt: skip
_OF_CONGRESS = frozenset({"конгрессмен", "конгрессвумен"})
_CONGRESS = ("конгресс", "палата представителей")
_UPPER_HOUSE = ("сенат", "совет федерации")
_OF_STATES = frozenset({"союза", "снг", "одкб", "европы", "межпарламентская"})  # their members sit at home too
_OF_MINISTRY = frozenset(
    {"министр", "замминистра", "заместитель министра", "первый заместитель министра", "первый замминистра",
     "статс-секретарь", "вице-министр"}
)  # fmt: skip
_MINISTRY = ("министерство", "мид", "мвд", "мчс")
_OF_COMPANY = frozenset(
    {"директор", "гендиректор", "генеральный директор", "исполнительный директор", "коммерческий директор",
     "финансовый директор", "финдиректор", "технический директор", "конкурсный управляющий", "внешний управляющий",
     "временный управляющий", "управляющий", "основатель", "основательница", "сооснователь", "владелец", "владелица",
     "совладелец", "совладелица", "учредитель", "соучредитель", "акционер",
     "председатель совета директоров", "председатель правления", "топ-менеджер", "главный инженер", "основной владелец",
     "директор по развитию", "операционный директор", "замдиректора", "заместитель директора", "зампред",
     "заместитель генерального директора", "хозяин", "сопредседатель", "директриса", "содиректор", "предправления",
     "заместитель председателя правления", "мажоритарный акционер", "главный технолог", "главный конструктор",
     "руководитель временной администрации", "мастер смены", "начальник смены", "начальник цеха"}
)  # fmt: skip
_OWNED = frozenset(
    {"компания", "фирма", "предприятие", "группа", "корпорация", "концерн", "холдинг", "завод", "комбинат", "фабрика",
     "верфь", "банк", "сеть", "магазин", "общество", "авиакомпания", "агрохолдинг", "стартап", "ооо", "ао", "пао",
     "оао", "зао", "трейдер", "застройщик", "перевозчик", "оператор", "производитель", "издательство", "ресторан"}
)  # fmt: skip
_OF_EMBASSY = frozenset(
    {"посол", "консул", "атташе", "временный поверенный", "советник-посланник", "пресс-атташе", "военный атташе",
     "генеральный консул", "посланник"}
)  # fmt: skip
_EMBASSY = ("посольство", "консульство", "генконсульство", "генеральное")
_UNION = ("профсоюз", "профсоюзный")
# Posts, and the kinds of bodies of which the one named last has them.
_NAMED_LAST = (
    (_OF_PARLIAMENT, _PARLIAMENT), ({"сенатор"}, _UPPER_HOUSE), (_OF_CONGRESS, _CONGRESS),
    (_OF_MINISTRY, _MINISTRY), (_OF_EMBASSY, _EMBASSY),
    ({"председатель профкома"}, _UNION),
)  # fmt: skip


def body_by_article(named: NamedSpans, position: Position, others: Sequence[Position]) -> str:
    """Key of the body that the article has named for a bare post, empty where it names none or several.

    Example: «Нацсобрание Армении одобрило поправки … У депутата Анны Орловой»: the parliament.
    """
    post = fold(position.position.lower())
    if post == "судья":
        return _court(named, position)
    for posts, kinds in _NAMED_LAST:
        if post in posts:
            return _nearest(named, position, kinds)
    return company_of(named) if post in _OF_COMPANY else ""


def _court(named: NamedSpans, position: Position) -> str:
    """The only court of the first instance named before: «Ленинский районный суд вынес приговор. Судья Анна Ли …»."""
    before = [found for found in _bodies(named.outermost()) if found.mention.end <= position.start]
    courts = {found.entity for found in before if _is_trial_court(named, found)}
    return courts.pop() if len(courts) == 1 else ""


def _is_trial_court(named: NamedSpans, found: Named) -> bool:
    entity = named.entities.get(found.entity)
    words = fold(entity.name.lower()).split() if entity is not None else []
    return any(word.endswith("суд") for word in words[:4]) and not words[0].startswith(
        ("верховн", "конституц", "междунар")
    )


def _nearest(named: NamedSpans, position: Position, kinds: tuple[str, ...]) -> str:
    """The body of one of these kinds that is named last before the post, be it within another: «комитет Госдумы»."""
    bodies = [found for found in _bodies(named.all) if _is_one_of(named, found, kinds)]
    before = [found for found in bodies if found.mention.end <= position.start]
    return before[-1].entity if before else ""


def _is_one_of(named: NamedSpans, found: Named, kinds: tuple[str, ...]) -> bool:
    entity = named.entities.get(found.entity)
    words = fold(entity.name.lower()).split() if entity is not None else []
    of_kind = any(word.startswith(kinds) for word in words[:3]) or " ".join(words).startswith(kinds)
    return of_kind and not any(word in _OF_STATES for word in words)


def company_of(named: NamedSpans) -> str:
    """The company that the article speaks of most, one of its first sentence counted twice, where it stands out."""
    companies = [found for found in _bodies(named.outermost()) if is_company(named, found)]
    opening = sentence_of(named.doc[0]).end
    counted = Counter(found.entity for found in companies)
    counted.update(found.entity for found in companies if found.first < opening)
    ranked = counted.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return ""
    return ranked[0][0]


def is_company(named: NamedSpans, found: Named) -> bool:
    """A name in marks, in Latin letters or with a noun of trade, which no gazetteer knows as a body of state."""
    entity = named.entities.get(found.entity)
    if entity is None or entity.gazetteer:
        return False
    quoted = found.first > 0 and named.doc[found.first - 1].text in OPENING_MARKS
    latin = named.doc[found.first].text.isascii() and named.doc[found.first].is_alpha
    return quoted or latin or bool(kinds_of(named, found) & _OWNED)


def _bodies(among: Iterable[Named]) -> Iterator[Named]:
    return (found for found in among if not found.is_person and not found.is_place)
