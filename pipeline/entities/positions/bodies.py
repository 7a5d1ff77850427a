"""Which body or place a common noun takes up: «директор музея», «глава округа», «в компании»."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.entities.coreference.lexicon import description_lexicon
from pipeline.entities.positions.lexicon import post_lexicon
from pipeline.entities.spans import OPENING_MARKS, Named, NamedSpans, fold

_COMPANY = frozenset(
    {"компания", "фирма", "предприятие", "группа", "корпорация", "концерн", "холдинг", "завод", "комбинат", "фабрика",
     "верфь", "перевозчик", "застройщик", "производитель", "оператор", "поставщик", "сеть", "издательство"}
)  # fmt: skip
_AGENCY = frozenset(
    {"ведомство", "министерство", "служба", "комитет", "управление", "прокуратура", "департамент", "агентство",
     "инспекция", "отдел"}
)  # fmt: skip
_PARTS = frozenset({"управление", "департамент", "отдел"})
_UNION = frozenset(
    {"объединение", "ассоциация", "союз", "движение", "организация", "партия", "профсоюз", "фонд", "общество"}
)
_REGION = {
    "город": frozenset({"city"}), "село": frozenset({"city"}), "поселок": frozenset({"city"}),
    "страна": frozenset({"country"}), "государство": frozenset({"country"}),
    "республика": frozenset({"country", "state_or_province"}), "регион": frozenset({"state_or_province"}),
    "провинция": frozenset({"state_or_province"}), "область": frozenset({"state_or_province", "district"}),
    "край": frozenset({"state_or_province"}), "район": frozenset({"district", "state_or_province"}),
    "округ": frozenset({"district", "state_or_province"}),
}  # fmt: skip
# Nouns that the names of what they take up rarely hold: «регион» for «Псковская область».
_UNNAMED = frozenset({"город", "село", "страна", "государство", "республика", "регион", "провинция"})
_LEGAL_FORMS = frozenset({"ооо", "ао", "оао", "зао", "пао", "гуп", "муп", "фгуп"})
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
_CALLED = {
    "альянс": ("организация североатлантического договора",),
    "регулятор": ("центральный банк", "национальный банк", "банк россии"),
}  # fmt: skip
_TEAMS = frozenset({"клуб", "команда"})
_BREAKS = frozenset(".,;:!?—")
_OF_NAMES = frozenset(
    {"компания", "фирма", "предприятие", "клуб", "команда"}
)  # such a body often has no noun beside its name
# Works: a name in marks that no noun explains may be one.
_WORKS = frozenset({"комбинат", "завод", "фабрика", "рудник", "шахта", "верфь", "агрохолдинг", "холдинг", "застройщик",
                    "перевозчик", "оператор", "турфирма", "туроператор"})  # fmt: skip
_STATE_CORPORATIONS = frozenset({"роскосмос", "росатом", "ростех", "вэб", "вэб.рф", "автодор", "роснано"})
_HEARSAY = frozenset(
    {"данные", "данный", "сведение", "информация", "сообщение", "газета", "журнал", "издание", "портал"}
)
_NEAR = 40  # words back to a brand that «компания» takes up
_INTRODUCED = 3  # words before a quoted name in which its generic noun stands: «совет матерей «Северянка»»


def generic_body(named: NamedSpans, noun: Token) -> str | None:
    """Key of the nearest entity named before that the noun can take up, `None` where there is none.

    Its own generic noun decides («группа «Рассвет»» for «группы»), then nouns of the same kind of body.
    """
    lemma = fold(noun.lemma_)
    if lemma in _REGION:
        return _place(named, noun, lemma)
    wanted = description_lexicon().parliaments if lemma == "парламент" else _WIDE.get(lemma, frozenset())
    wider: str | None = None
    part: str | None = None
    quoted: str | None = None
    for candidate in _candidates(named, noun, lemma):
        if lemma in {"госкорпорация", "корпорация"} and _is_state_corporation(named, candidate):
            return candidate.entity
        if _is_called(named, candidate, lemma):
            return candidate.entity
        kinds = kinds_of(named, candidate)
        if wider is None and lemma in _OF_NAMES and _just_named(named, candidate, noun) and not _has_kind(kinds):
            return candidate.entity
        if lemma in kinds or any(kind.endswith(lemma) for kind in kinds if len(lemma) > 3):
            return candidate.entity
        if any(kind.endswith(tuple(wanted)) for kind in kinds if wanted):
            if _is_part(named, candidate, kinds):
                part = part or candidate.entity
            else:
                wider = wider or candidate.entity
        if (
            quoted is None
            and (lemma in _OF_NAMES or lemma in _WORKS)
            and not _has_kind(kinds)
            and _in_quotes(named, candidate)
        ):
            quoted = candidate.entity
    return wider or part or quoted


def _candidates(named: NamedSpans, noun: Token, lemma: str) -> Iterator[Named]:
    """The bodies named before, the nearest first, without those that the noun never means."""
    for candidate in named.before(noun.i):
        regulator = lemma == "банк" and _is_regulator(named, candidate)
        witness = lemma in _WORKS and _is_witness(named, candidate)
        if not (candidate.is_person or candidate.is_place or regulator or witness):
            yield candidate


def _has_kind(kinds: frozenset[str]) -> bool:
    """Its name or the words before it say what kind of body it is."""
    return any(post_lexicon().is_body(kind) for kind in kinds)


def _is_regulator(named: NamedSpans, candidate: Named) -> bool:
    """The central bank, which «банк» never takes up beside a bank of the article."""
    entity = named.entities.get(candidate.entity)
    name = entity.name.lower() if entity is not None else ""
    return name.startswith(("центральный банк", "национальный банк", "банк россии", "европейский центральный"))


def _is_state_corporation(named: NamedSpans, candidate: Named) -> bool:
    """«Роскосмос», «Росатом»: names that do not say what they are."""
    entity = named.entities.get(candidate.entity)
    return entity is not None and entity.name.lower() in _STATE_CORPORATIONS


def _is_witness(named: NamedSpans, candidate: Named) -> bool:
    """«по данным «Степных вестей»»: who tells the news, not whom it is about."""
    before = named.doc[max(0, candidate.first - 2) : candidate.first]
    return any(fold(token.lemma_) in _HEARSAY for token in before)


def _is_called(named: NamedSpans, candidate: Named, lemma: str) -> bool:
    """«альянс» for NATO, «регулятор» for the central bank."""
    entity = named.entities.get(candidate.entity)
    return entity is not None and fold(entity.name.lower()).startswith(_CALLED.get(lemma, ()))


def _is_part(named: NamedSpans, candidate: Named, kinds: frozenset[str]) -> bool:
    """«Департамент интеграции ЕЭК»: of another body, so that «ведомство» rather means one named farther back."""
    inside = (n for n in named.all if candidate.first < n.first and n.last == candidate.last)
    return bool(kinds & _PARTS) and any(not n.is_person and not n.is_place for n in inside)


def _just_named(named: NamedSpans, candidate: Named, noun: Token) -> bool:
    """«В Yunhe Solar это опровергли. … — сказала представитель компании»: a brand in Latin letters or in marks."""
    brand = named.doc[candidate.first]
    known = named.entities.get(candidate.entity)
    near = noun.i - candidate.last <= _NEAR
    marked = (
        _in_quotes(named, candidate) and not _is_witness(named, candidate) and not _of_one_verb(named, candidate, noun)
    )
    return near and (marked or (brand.is_alpha and brand.is_ascii)) and known is not None and not known.gazetteer


def _of_one_verb(named: NamedSpans, candidate: Named, noun: Token) -> bool:
    """«На «Зарю» клуб собирается подать в суд»: two bodies, not one."""
    between = named.doc[candidate.last + 1 : noun.i]
    return fold(noun.lemma_) in _TEAMS or not any(token.text in _BREAKS for token in between)


def _in_quotes(named: NamedSpans, candidate: Named) -> bool:
    """«Заря»: a name in marks."""
    return candidate.first > 0 and named.doc[candidate.first - 1].text in OPENING_MARKS


def kinds_of(named: NamedSpans, candidate: Named) -> frozenset[str]:
    """Lemmas that say what kind of body it is: of its name, and of the words that introduce it."""
    tokens = named.doc[candidate.first : candidate.last + 1]
    before, legal = [], frozenset[str]()
    for index in range(candidate.first - 1, max(-1, candidate.first - 2 - _INTRODUCED), -1):
        token = named.doc[index]
        if token.text in OPENING_MARKS:
            continue
        if token.lower_ in _LEGAL_FORMS:
            legal = frozenset({"компания"})
            break
        if token.pos_ not in {"NOUN", "ADJ", "PROPN"}:
            break
        before.append(token)
    own = {fold(word) for word in _name_words(named, candidate.entity)}
    return frozenset(fold(token.lemma_) for token in [*tokens, *before]) | own | legal


def _name_words(named: NamedSpans, key: str) -> list[str]:
    entity = named.entities.get(key)
    return entity.name.lower().split() if entity is not None else []


def _place(named: NamedSpans, noun: Token, lemma: str) -> str | None:
    types = _REGION[lemma]
    for candidate in named.nested_before(noun.i):
        entity = named.entities.get(candidate.entity)
        if entity is None or not candidate.is_place:
            continue
        if lemma in entity.name.lower().replace("ё", "е") or (entity.type in types and lemma in _UNNAMED):
            return candidate.entity
    return None
