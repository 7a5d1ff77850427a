"""Names in quotation marks: companies, media, teams, parties; the noun before the marks tells what they are.

The span lies inside the «ёлочки»; a works or site whose quoted word says too little alone is whole with its noun:
«завод «Прогресс»», «прииск «Зимний»».
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.language.inflection import is_plain_word, readings
from pipeline.mentions.candidates import Candidate, Words
from pipeline.mentions.lexicon import NameLexicon, name_lexicon
from pipeline.mentions.quoted_agents import acts, is_local, is_makers, stands_with_body
from pipeline.mentions.stems import stem

SOURCE = "rule.quoted"
MAX_WORDS = 5
_CLOSING = {"«": "»", '"': '"', "“": "”", "„": "“"}
_PLACE_PARTS = ("арен", "стадион", "холл")
_BRAND_ENDINGS = (
    "банк", "-пресс", "-информ", "-медиа", "-инфо", "пром", "нефть", "газ", "энерго", "авиа", "телеком", "строй",
    "-авто", "-транс", "транс", "лизинг", "-сервис", "сервис", "-агро", "агро", "-хим", "химпром", "маш", "-групп",
    "-трейд", "-карго", "-маркет", "-инвест", "инвест", "-капитал", "-фарм", "фарм", "-софт", "-логистик", "-лайн",
    "-ойл", "-ритейл", "-ньюс", "-тв", "-девелопмент", "-финанс", "-страхование", "-экспорт", "-импорт",
    "-про", "-инжиниринг", "-монтаж", "-торг", "-снаб", "-ресурс", "-холдинг", "-банк", "-авиа", "-фм",
)  # fmt: skip
# Last words of companies' names of several words.
_TRADES = frozenset(
    {"лайн", "лайнс", "лайнз", "системс", "системз", "технолоджис", "солюшнс", "фишинг",
     "групп", "груп", "холдинг", "холдингс", "ньюс", "медиа", "банк", "энерджи", "ойл", "петролеум",
     "трейд", "трейдинг", "карго", "логистик", "логистикс", "шиппинг", "эйрлайнс", "эйр", "эйрвейз", "авиа", "текстиль",
     "стил", "майнинг", "инвест", "кэпитал", "капитал", "ресорсиз", "интернешнл", "партнерс", "рейл", "фарма", "моторс",
     "электроникс", "индастриз", "девелопмент", "консалтинг", "фудс", "агро", "строй", "транс", "телеком",
     "порт", "портс"}
)  # fmt: skip
_STOPS = frozenset(".!?,;:…")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words `first` to `last` (exclusive) inside quotation marks, without the marks."""

    first: int
    last: int


def find_quotations(words: Words) -> list[Quotation]:
    """Short quotations that can be a name: a capital, at most five words, no mark of speech inside."""
    found: list[Quotation] = []
    for index, text in enumerate(words.texts):
        if text not in _CLOSING:
            continue
        last = index + 1
        while last < len(words) and last - index - 1 <= MAX_WORDS and words.texts[last] != _CLOSING[text]:
            last += 1
        if last < len(words) and words.texts[last] == _CLOSING[text] and _looks_like_name(words, index + 1, last):
            found.append(Quotation(index + 1, last))
    return found


def _looks_like_name(words: Words, first: int, last: int) -> bool:
    if not 0 < last - first <= MAX_WORDS or not (words.is_capital(first) or words.text(first)[0].isdigit()):
        return False
    inner = words.texts[first:last]
    return not any(text in _STOPS and text != "." for text in inner) and inner[-1] != "."


def find_quoted_names(words: Words, recognised: Mapping[int, str]) -> Iterator[Candidate]:
    """Yield quoted names.

    Args:
        words: the article.
        recognised: type that the recogniser gives to a word, for quotations that no noun introduces.
    """
    lexicon = name_lexicon()
    titles = find_titles(words)
    for quotation in find_quotations(words):
        if quotation not in titles or _runs_a_flight(words, quotation):
            yield from _named(words, quotation, recognised, lexicon)


def find_titles(words: Words) -> frozenset[Quotation]:
    """Quotations that name no body: what a noun makes a vessel, a film or a law, and the same name elsewhere.

    «корабль «Союз ТМА-12»» and later «старт «Союза»»; «шаттлы «Индевор» и «Атлантис»».
    """
    lexicon = name_lexicon()
    quotations = find_quotations(words)
    roles = [_role(words, quotation.first - 2, lexicon) for quotation in quotations]
    for index in range(1, len(quotations)):
        between = words.texts[quotations[index - 1].last + 1 : quotations[index].first - 1]
        if not roles[index] and roles[index - 1] == "nothing" and between in ([","], ["и"], ["или"]):
            roles[index] = "nothing"
    introduced = {_opening(words, q) for q, role in zip(quotations, roles, strict=True) if role not in {"", "nothing"}}
    titles = {_opening(words, q) for q, role in zip(quotations, roles, strict=True) if role == "nothing"} - introduced
    return frozenset(
        quotation
        for quotation, role in zip(quotations, roles, strict=True)
        if role in {"", "nothing"} and _opening(words, quotation) in titles
    )


def _opening(words: Words, quotation: Quotation) -> str:
    return stem(words.text(quotation.first))


def _named(
    words: Words, quotation: Quotation, recognised: Mapping[int, str], lexicon: NameLexicon
) -> Iterator[Candidate]:
    before = quotation.first - 2
    role = _role(words, before, lexicon) or _role_of_first(words, quotation, lexicon)
    inside = {recognised[i] for i in range(quotation.first, quotation.last) if i in recognised}
    if not role and _is_body_by_context(words, quotation):
        role = "body"
    if _runs_a_terminal(words, quotation) or _runs_a_flight(words, quotation):
        role = "body"
    if role == "nothing" or (role == "" and not _stands_alone(words, quotation, inside)):
        return
    kind = "location" if role in {"place", "sites"} or _names_a_site(words, quotation) else "organization"
    if role == "" and inside == {"location"}:
        return
    if role in {"works", "sites"} and _says_too_little(words, quotation):
        yield Candidate(
            first=before, last=quotation.last + 1, type="facility" if kind == "location" else kind,
            source=f"{SOURCE}.whole",
        )  # fmt: skip
        return
    yield Candidate(first=quotation.first, last=quotation.last, type=kind, source=f"{SOURCE}.{role or 'recognised'}")


def _runs_a_terminal(words: Words, quotation: Quotation) -> bool:
    """«терминал «Азовзернопорт»»: a firm by its ending, where «терминал «Южный»» is a place."""
    return words.lemma(quotation.first - 2) == "терминал" and stem(words.text(quotation.last - 1)).endswith("порт")


def _is_body_by_context(words: Words, quotation: Quotation) -> bool:
    """No noun of a body stands before the marks, but what is around them says that it is one."""
    if _is_source(words, quotation) or stands_with_body(words, quotation.first) or is_makers(words, quotation.first):
        return True
    if _holds_a_clause(words, quotation):
        return False
    return is_local(words, quotation.first) or acts(words, quotation.first, quotation.last)


def _holds_a_clause(words: Words, quotation: Quotation) -> bool:
    return any(words.pos(i) in {"VERB", "PART", "ADV"} for i in range(quotation.first, quotation.last))


def _runs_a_flight(words: Words, quotation: Quotation) -> bool:
    """«самолёт «Онего-авиа»»: an airline by its ending, where «самолёт «Иван Бунин»» is a name of the plane."""
    craft = words.lemma(quotation.first - 2) in {"самолет", "вертолет", "борт", "рейс", "лайнер"}
    return craft and words.lower(quotation.last - 1).endswith(("авиа", "эйр", "эйрлайнс", "эйрвейз", "авиалинии"))


def _is_source(words: Words, quotation: Quotation) -> bool:
    """Between strokes of a dateline or a line of sources: «ПЕРМЬ, 5 мая. /«Камский берег»/», «18:40 | «Заря»»."""
    before, after = quotation.first - 2, quotation.last + 1
    if words.text(before) in {"—", "–", "-", "."} and words.text(after) in {".", "-", "—", "–"}:
        return in_dateline(words, before)
    if words.text(before) not in {"|", "/", "//"}:
        return False
    return words.text(after) in {"|", "/", "//", "."} or not words.joined(before, after)


def in_dateline(words: Words, dash: int) -> bool:
    """«ТЕГЕРАН, 1 июня — «Хазар».»: a place in capitals, a comma and a day before the dash."""
    place = next((i for i in range(dash - 1, max(-1, dash - 7), -1) if words.text(i) == ","), 0)
    day = any(words.text(i).isdigit() for i in range(place + 1, dash))
    return place > 0 and day and words.text(place - 1).isupper() and len(words.text(place - 1)) > 2


def _stands_alone(words: Words, quotation: Quotation, inside: set[str]) -> bool:
    """A name without a noun before it: the recogniser knows it, it looks like a brand, or it is declined."""
    if _is_brand(words, quotation):
        return True
    if _holds_a_clause(words, quotation):
        return False
    if inside & {"organization", "location"}:
        return True
    return quotation.last - quotation.first <= 2 and _is_declined(words, quotation)


def _is_declined(words: Words, quotation: Quotation) -> bool:
    """«Евразийскому обозревателю рассказала …»: what is no body mostly keeps its nominative in the marks."""
    cases = [
        {p.tag.case for p in readings(words.text(i)) if p.tag.case} for i in range(quotation.first, quotation.last)
    ]
    return all(found and "nomn" not in found for found in cases)


def _role(words: Words, before: int, lexicon: NameLexicon) -> str:
    """What the noun before the marks makes of the quotation; empty if none does."""
    if not words.joined(before, before + 1):
        return ""
    lemma, lowered = words.lemma(before), words.lower(before)
    for role in ("body", "works", "sites", "place", "nothing"):
        if lemma in lexicon.quoted[role] or lowered in lexicon.quoted[role]:
            return role
    return ""


def _role_of_first(words: Words, quotation: Quotation, lexicon: NameLexicon) -> str:
    """«станции «Южная» и «Озёрная»»: a plural noun goes for both names; empty for other roles than a place's."""
    joint, closing = quotation.first - 2, quotation.first - 3
    if words.text(joint) not in {"и", ",", "или"} or words.text(closing) not in _CLOSING.values():
        return ""
    opening = next(
        (i for i in range(closing - 1, max(-1, closing - MAX_WORDS - 2), -1) if words.text(i) in _CLOSING), 0
    )
    noun = opening - 1
    plural = words.feature(noun, "Number") == "Plur"
    role = _role(words, noun, lexicon) if opening and plural else ""
    return role if role in {"place", "sites"} else ""


def _is_brand(words: Words, quotation: Quotation) -> bool:
    """A single word with a company's ending, or a last word of trade: «Беларусбанк», «Медьпрома», «Галф Лайн»."""
    if quotation.last - quotation.first > 1:
        last = words.text(quotation.last - 1)
        return last.lower() in _TRADES and (last[0].isupper() or not is_plain_word(last))
    word = words.lower(quotation.first)
    return word.endswith(_BRAND_ENDINGS) or (not is_plain_word(word) and stem(word).endswith(_BRAND_ENDINGS))


def _names_a_site(words: Words, quotation: Quotation) -> bool:
    """«Лиахви-Арена», «Ала-Арча Холл»."""
    return any(part in words.lower(quotation.last - 1) for part in _PLACE_PARTS)


def _says_too_little(words: Words, quotation: Quotation) -> bool:
    """A lone dictionary word: «Зимний», «Эльбрус», unlike «Микроника-7»."""
    if quotation.last - quotation.first != 1:
        return False
    text = words.text(quotation.first)
    return any(p.is_known or p.tag.POS == "ADJF" for p in readings(text)) and "-" not in text


def find_repeated_quotations(words: Words, known: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield quotations that repeat a name, or its last words, that a noun introduced elsewhere: «Барсы»."""
    names = [(_stems(words, c.first, c.last), c.type) for c in known]
    titles = find_titles(words)
    for quotation in find_quotations(words):
        if quotation in titles:
            continue
        inner = _stems(words, quotation.first, quotation.last)
        for name, kind in names:
            if inner == name or inner == name[-len(inner) :]:
                yield Candidate(first=quotation.first, last=quotation.last, type=kind, source=f"{SOURCE}.repeated")
                break


def _stems(words: Words, first: int, last: int) -> tuple[str, ...]:
    return tuple(stem(text) for text in words.texts[first:last] if text[0].isalnum())
