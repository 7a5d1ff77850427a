"""Which bodies a noun can stand for that is not in their names: «ведомство» for a ministry, «альянс» for NATO."""

from __future__ import annotations

from pipeline.entities.coreference.lexicon import description_lexicon
from pipeline.entities.spans import Named, NamedSpans, fold

_COMPANY = frozenset(
    {"компания", "фирма", "предприятие", "группа", "корпорация", "концерн", "холдинг", "завод", "комбинат", "фабрика",
     "верфь", "перевозчик", "застройщик", "производитель", "оператор", "поставщик", "сеть", "издательство"}
)  # fmt: skip
_AGENCY = frozenset(
    {"ведомство", "министерство", "служба", "комитет", "управление", "прокуратура", "департамент", "агентство",
     "инспекция", "отдел"}
)  # fmt: skip
_UNION = frozenset(
    {"объединение", "ассоциация", "союз", "движение", "организация", "партия", "профсоюз", "фонд", "общество"}
)
_OF_SCHOOLS = frozenset({"школа", "гимназия", "лицей", "колледж", "интернат", "техникум", "училище", "детсад", "сад"})
_WIDE = {
    "компания": _COMPANY | {"общество"}, "общество": _COMPANY, "фирма": _COMPANY, "предприятие": _COMPANY,
    "ведомство": _AGENCY, "объединение": _UNION, "организация": _UNION | _COMPANY,
    "вуз": frozenset({"университет", "институт", "академия", "консерватория"}),
    "издание": frozenset({"газета", "журнал", "портал", "еженедельник", "вестник", "ведомости"}),
    "газета": frozenset({"вестник", "ведомости"}),
    "перевозчик": frozenset({"авиакомпания", "авиалиния", "пароходство"}),
    "заведение": _OF_SCHOOLS, "учреждение": _OF_SCHOOLS,
    "подрядчик": _COMPANY, "поставщик": _COMPANY,
}  # fmt: skip
# What one body alone, or one of a kind, is called by everybody.
_OPEC = ("организация стран — экспортеров нефти",)
_CALLED = {
    "альянс": ("организация североатлантического договора",),
    "картель": _OPEC, "нефтекартель": _OPEC,
    "регулятор": ("центральный банк", "национальный банк", "банк россии"),
}  # fmt: skip
# Federal services and agencies by the names everybody uses: «Росстат», «Ространснадзор».
_SERVICE_ENDS = (
    "надзор", "стат", "реестр", "патент", "мониторинг", "гвардия", "автодор", "лесхоз", "рыболовство", "туризм",
    "молодежь", "гидромет", "авиация", "недра", "сотрудничество", "архив", "желдор", "морречфлот",
)  # fmt: skip
_STATE_CORPORATIONS = frozenset({"роскосмос", "росатом", "ростех", "вэб", "вэб.рф", "автодор", "роснано"})


def wider_kinds(lemma: str) -> frozenset[str]:
    """Nouns of the bodies that a noun can stand for, empty where it stands for none but its own kind."""
    return description_lexicon().parliaments if lemma == "парламент" else _WIDE.get(lemma, frozenset())


def is_called(named: NamedSpans, candidate: Named, lemma: str) -> bool:
    """«альянс» for NATO, «регулятор» for the central bank, «госкорпорация» for «Росатом», «ведомство» for «Росстат»."""
    entity = named.entities.get(candidate.entity)
    if entity is None:
        return False
    if lemma in {"госкорпорация", "корпорация"} and entity.name.lower() in _STATE_CORPORATIONS:
        return True
    name = fold(entity.name.lower())
    if lemma in {"ведомство", "служба"} and name.startswith("рос") and name.endswith(_SERVICE_ENDS):
        return True
    return name.startswith(_CALLED.get(lemma, ()))
