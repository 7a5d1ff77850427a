"""What stands behind the noun of a post: words that complete it, the body whose post it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from spacy.tokens import Doc, Token

from pipeline.entities.positions.bodies import generic_body
from pipeline.entities.positions.lexicon import post_lemma, post_lexicon
from pipeline.entities.positions.owners import owned_body
from pipeline.entities.positions.ranks import read_service
from pipeline.entities.positions.seats import represented_body, seat_of
from pipeline.entities.spans import Named, NamedSpans, case_of, fold, form_cases
from pipeline.language.backends import morph_analyzer
from pipeline.language.features import features

_MARKS = frozenset('«»„“”"()')
# Parts of a body that belong to the post: «начальник штаба».
_UNITS = frozenset({"штаб", "управление", "отдел", "отделение", "сектор", "служба", "филиал", "аппарат", "лаборатория"})
# Bodies that mean nothing without their post: «глава комиссии».
_ORGANS = frozenset(
    {"комиссия", "комитет", "совет", "группа", "округ", "район", "область", "край", "отряд", "делегация", "миссия",
     "суд", "республика", "город", "село", "поселок", "дирекция", "палата"}
)  # fmt: skip
# Whom an agent or director serves; the post ends before them: «директор певицы Анна Орлова».
_STARS = frozenset({"певец", "певица", "артист", "артистка", "актер", "актриса", "футболист", "хоккеист", "модель"})
# What someone drives or commands; the post ends before it: «водитель автобуса Иван Орлов».
_VEHICLES = frozenset(
    {"автобус", "микроавтобус", "маршрутка", "троллейбус", "трамвай", "такси", "автомобиль", "машина", "иномарка",
     "внедорожник", "грузовик", "самосвал", "фура", "бензовоз", "тягач", "трактор", "поезд", "электричка", "тепловоз",
     "самолет", "авиалайнер", "лайнер", "борт", "вертолет", "судно", "корабль", "теплоход", "катер", "паром", "траулер",
     "сейнер", "краболов", "танкер", "сухогруз", "контейнеровоз", "балкер", "буксир", "баржа", "яхта", "шхуна",
     "ледокол", "крейсер", "фрегат", "эсминец", "легковушка", "скутер", "мотоцикл"}
)  # fmt: skip
_THAT = frozenset({"этот", "тот", "данный", "сей"})
_MAX_LEGAL_FORM = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion:
    """Last token of the post's name, the body or person behind it, the post's words behind the body.

    `owner` is the token of a country's adjective that says whose body it is and is no part of the post, else -1.
    """

    last: int
    body: str = ""
    of_person: str = ""
    tail: tuple[int, int] | None = None
    owner: int = -1


def read_completion(named: NamedSpans, head: Token, stop: int) -> Completion:
    """Read on from the noun of a post up to the token `stop`."""
    last = read_service(head, stop)
    index = last + 1
    while index < stop:
        token = head.doc[index]
        mention = named.at(index)
        if mention is not None:
            return _named(named, head, mention, Completion(last=last), stop)
        if _ends(head, token):
            break
        if (noun := owned_body(named, token, stop)) is not None and (owner := named.adjective_at(index)) is not None:
            return Completion(last=noun, body=owner.entity, owner=index)
        if (body := _generic(named, token, stop)) is not None:
            return Completion(last=token.i if fold(token.lemma_) in _UNITS else last, body=body)
        nominal = token.pos_ in {"NOUN", "PROPN"} or post_lexicon().is_post(post_lemma(token))
        if nominal and not _is_legal_form(named, token):
            last = token.i
        elif (
            token.pos_ in {"PRON", "NUM"}
            or token.text[0].isdigit()
            or (token.text in {",", "–", "—"} and not _list_goes_on(token))
        ):
            break
        index += 1
    return Completion(last=last)


def _named(named: NamedSpans, head: Token, mention: Named, found: Completion, stop: int) -> Completion:
    """The body that is named; behind it «по экономике» still belongs to the post."""
    if mention.is_person:
        return replace(found, of_person=mention.entity)
    if mention.is_place and head.doc[mention.first - 1].lower_ in {"из", "с", "со"}:
        return found  # «студентка из Казани»: where she comes from
    body = represented_body(named, head, mention, stop)
    if (seat := seat_of(named, head, mention, stop)) is not None:
        return replace(found, body=body, tail=seat)
    behind = mention.last + 1
    while behind < stop and head.doc[behind].text in _MARKS:
        behind += 1
    if behind < stop - 1 and head.doc[behind].lower_ == "по" and named.at(behind + 1) is None:
        end = read_completion(named, head.doc[behind], stop).last
        return replace(found, body=body, tail=(behind, end))
    return replace(found, body=body)


def _ends(head: Token, token: Token) -> bool:
    """A verb, a rank or title in the same case («директор института профессор Орлов»), a person («адвокат истца»)."""
    if token.pos_ in {"VERB", "SCONJ", "AUX"} and "Part" not in features(token, "VerbForm"):
        return True
    lexicon = post_lexicon()
    lemma = post_lemma(token)
    if is_plain_verb(token.lower_) or lemma in _VEHICLES or (token.pos_ == "DET" and lemma in _THAT):
        return True
    if lemma in _STARS and case_of(token) == "Gen":
        return True
    titled = lemma in lexicon.titles or lexicon.is_post(lemma)
    if titled:
        parallel = case_of(token) != "Gen" and form_cases(token) & form_cases(head)
        return bool(parallel) or (lemma in lexicon.ranks and not _commands(head, token))
    animate = "Anim" in features(token, "Animacy") and token.pos_ in {"NOUN", "VERB", "ADJ"}
    index = token.i - 1
    while index > head.i and token.doc[index].pos_ == "ADJ":
        index -= 1
    return animate and (index == head.i or case_of(token) == "Nom")


def _commands(head: Token, rank: Token) -> bool:
    """«второй помощник капитана Ли Мин»: the genitive behind a nominative says whose aide Ли Мин is."""
    return rank.i == head.i + 1 and case_of(rank) == "Gen" and "Gen" not in form_cases(head)


@lru_cache(maxsize=20_000)
def is_plain_verb(form: str) -> bool:
    """A form that no noun or adjective has, whatever the tagger took it for: «беседовала»."""
    parts = {str(parse.tag.POS) for parse in morph_analyzer().parse(form)}
    return bool(parts) and parts <= {"VERB", "INFN", "GRND"}


def _generic(named: NamedSpans, token: Token, stop: int) -> str | None:
    """A noun for a body: the name it introduces, else what it takes up; `None` where it is part of the post.

    «директор компании «Заря»» and «директор компании» end before «компании» where the article names one; «начальник
    управления министерства» does not, since the department is part of the post, nor «глава комиссии» of no name.
    """
    if not post_lexicon().is_body(fold(token.lemma_)) or token.pos_ not in {"NOUN", "PROPN"}:
        return _introduced(named, token, stop)
    if fold(token.lemma_) == "администрация" and token.nbor(-1).lower_.startswith("временн"):
        return None  # «руководитель временной администрации»: of a bank that has lost its licence
    following = _next_word(token.doc, token.i, stop)
    if following is None:
        return _taken_up(named, token)
    behind = named.at(following)
    if behind is not None and not behind.is_person:
        quoted = token.doc[following - 1].text in _MARKS or case_of(token.doc[following]) != "Gen"
        return behind.entity if quoted else None
    if behind is None and case_of(token.doc[following]) == "Gen":
        return None
    return _taken_up(named, token)


def _introduced(named: NamedSpans, noun: Token, stop: int) -> str | None:
    """«егерь заказника «Дебри»», «владелец базы «Юг»»: any noun before a name in marks that stays in the nominative."""
    if noun.pos_ != "NOUN" or "Anim" in features(noun, "Animacy") or noun.i + 2 >= stop:
        return None
    name = named.in_marks_behind(noun)
    if name is None or name.is_person or noun.nbor(-1).lower_ == "по":
        return None
    return None if form_cases(noun.doc[name.first]) & {"Gen"} else name.entity


def _taken_up(named: NamedSpans, noun: Token) -> str | None:
    """The body named before; without one the post ends before the noun, except one that is part of another body."""
    lemma = fold(noun.lemma_)
    return generic_body(named, noun) or (None if lemma in _UNITS or lemma in _ORGANS else "")


def _next_word(doc: Doc, index: int, stop: int) -> int | None:
    return next((i for i in range(index + 1, stop) if doc[i].text not in _MARKS and not doc[i].is_space), None)


def _is_legal_form(named: NamedSpans, token: Token) -> bool:
    """«АО», «ИК» before a name."""
    if not token.text.isupper() or len(token) > _MAX_LEGAL_FORM:
        return False
    following = _next_word(token.doc, token.i, min(len(token.doc), token.i + 3))
    return following is not None and named.at(following) is not None


def _list_goes_on(comma: Token) -> bool:
    """«по транспорту, связи и дорогам»: a case before and behind the comma that is the same."""
    if comma.text != "," or comma.i + 1 >= len(comma.doc):
        return False
    before, behind = comma.doc[comma.i - 1], comma.doc[comma.i + 1]
    return bool(form_cases(before) & form_cases(behind)) and case_of(behind) in {"Dat", "Gen"}
