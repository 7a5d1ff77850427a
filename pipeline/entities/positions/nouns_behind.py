"""The body that a noun behind a post tells: «директор | компании «Заря»», «егерь | заказника «Дебри»»."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from pipeline.entities.positions.bodies import generic_body
from pipeline.entities.positions.kinds import LEGAL_FORMS
from pipeline.entities.positions.lexicon import post_lexicon
from pipeline.entities.spans import OPENING_MARKS, Named, NamedSpans, fold
from pipeline.entities.word_cases import form_cases
from pipeline.language.features import case_of, features

MARKS = frozenset('«»„“”"()')
_MAX_LEGAL_FORM = 4
# Parts of a body that belong to the post: «начальник штаба».
UNITS = frozenset({"штаб", "управление", "отдел", "отделение", "сектор", "служба", "филиал", "аппарат", "лаборатория"})
OF_REGIONS = UNITS | {"департамент"}  # parts of a body that deal with a part of the world
# Bodies that mean nothing without their post: «глава комиссии».
_ORGANS = frozenset(
    {"комиссия", "комитет", "совет", "группа", "округ", "район", "область", "край", "отряд", "делегация", "миссия",
     "суд", "республика", "город", "село", "поселок", "дирекция", "палата"}
)  # fmt: skip


def body_of_noun(named: NamedSpans, token: Token, stop: int) -> str | None:
    """A noun for a body: the name it introduces, else what it takes up; `None` where it is part of the post.

    «директор компании «Заря»» and «директор компании» end before «компании» where the article names one; «начальник
    управления министерства» does not, since the department is part of the post, nor «глава комиссии» of no name.
    """
    if not post_lexicon().is_body(fold(token.lemma_)) or token.pos_ not in {"NOUN", "PROPN"}:
        return _introduced(named, token, stop)
    if fold(token.lemma_) == "администрация" and token.nbor(-1).lower_.startswith("временн"):
        return None  # «руководитель временной администрации»: of a bank that has lost its licence
    following = next_word(token.doc, token.i, stop)
    if following is None:
        return _taken_up(named, token)
    behind = named.at(following)
    if behind is not None and not behind.is_person:
        name = token.doc[following]
        quoted = token.doc[following - 1].text in MARKS or case_of(name) != "Gen" or name.text.isascii()
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


def before_name(head: Token, noun: Token) -> int:
    """Last token of the post before a body whose name begins with its own noun: «директор | Центра права «Опора»»."""
    lexicon = post_lexicon()
    if lexicon.is_body(fold(noun.lemma_)):
        return noun.i - 1
    lemmas = ((index, fold(noun.doc[index].lemma_)) for index in range(head.i + 1, noun.i))
    own = next((i for i, lemma in lemmas if lexicon.is_body(lemma) and lemma not in UNITS | _ORGANS), noun.i)
    index = own - 1
    while index > head.i and noun.doc[index].pos_ == "ADJ":
        index -= 1
    return index


def introduces_unknown(named: NamedSpans, noun: Token) -> bool:
    """«редактор | альманаха «Перо»»: the post ends before the noun of a name in marks that is no mention too."""
    marked = noun.i + 1 < len(noun.doc) and noun.nbor().text in OPENING_MARKS
    inanimate = noun.pos_ == "NOUN" and "Anim" not in features(noun, "Animacy") and case_of(noun) == "Gen"
    return marked and inanimate and named.in_marks_behind(noun) is None


def _taken_up(named: NamedSpans, noun: Token) -> str | None:
    """The body named before; without one the post ends before the noun, except one that is part of another body."""
    lemma = fold(noun.lemma_)
    return generic_body(named, noun) or (None if lemma in UNITS or lemma in _ORGANS else "")


def next_word(doc: Doc, index: int, stop: int) -> int | None:
    """The next word before the token `stop`, over marks and blanks."""
    return next((i for i in range(index + 1, stop) if doc[i].text not in MARKS and not doc[i].is_space), None)


def is_legal_form(named: NamedSpans, token: Token) -> bool:
    """«АО», «ИК» before the name of a body; not «по вопросам ЖКХ | Павел Орлов»."""
    if not token.text.isupper() or len(token) > _MAX_LEGAL_FORM:
        return False
    following = next_word(token.doc, token.i, min(len(token.doc), token.i + 3))
    behind = named.at(following) if following is not None else None
    return behind is not None and (not behind.is_person or token.lower_ in LEGAL_FORMS)


def body_behind_region(named: NamedSpans, place: Named, stop: int) -> Named | None:
    """«директор департамента Северной Америки МИД»: the part of the world that a part of a body deals with."""
    unit = fold(named.doc[place.first - 1].lemma_) if place.first else ""
    behind = named.at(place.last + 1) if place.last + 1 < stop else None
    is_body = behind is not None and not behind.is_person and not behind.is_place
    return behind if place.is_place and unit in OF_REGIONS and is_body else None
