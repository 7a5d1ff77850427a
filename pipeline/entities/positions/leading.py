"""Leading what has no name: «возглавляющий совет директоров», «комиссии, которую возглавляет Анна Ли»."""

from __future__ import annotations

import re

from spacy.tokens import Token

from pipeline.entities.positions.article_bodies import is_company
from pipeline.entities.positions.lexicon import post_lexicon
from pipeline.entities.spans import Named, NamedSpans, fold
from pipeline.language.backends import morph_analyzer
from pipeline.language.features import case_of
from pipeline.language.inflection import inflected
from pipeline.language.sentences import sentence_of

_PARTICIPLES = re.compile(r"(возглавля(?:ющ|вш)|возглавивш|руковод(?:ящ|ивш))(?:ий|его|ему|им|ем|ая|ей|ую)$")
# Organs whose head is no «глава»: the object of the verb, and the post.
_CHAIRED = {
    "совет директоров": "председатель совета директоров", "наблюдательный совет": "председатель наблюдательного совета",
    "правление": "председатель правления", "попечительский совет": "председатель попечительского совета",
}  # fmt: skip
_HEADED = frozenset({"комиссия", "комитет", "группа", "делегация", "миссия", "отдел", "департамент", "управление",
                     "лаборатория", "кафедра", "фракция", "экспедиция", "отряд", "бригада"})  # fmt: skip
_COMPOUNDS = ("комиссия", "комитет", "группа", "управление")  # «госкомиссия», «оргкомитет», «опергруппа»
_ADVERBIAL = 7  # tokens of «с весны 2019 года» between a comma and its participle
_RUNS = {"кафедра": "заведующий", "лаборатория": "заведующий"}


def post_of_leading(token: Token) -> str:
    """The post that a verb of leading stands for, empty for any other word and for passive participles."""
    if _PARTICIPLES.match(token.lower_):
        return "руководитель" if token.lower_.startswith("руковод") else "глава"
    post = post_lexicon().leading.get(fold(token.lemma_), "") if token.pos_ == "VERB" else ""
    passive = re.search(r"(?:ем|им|енн)(?:ый|ого|ому|ым|ом|ая|ой|ую|ые|ых|ыми)$", token.lower_)
    return "" if passive else post


def person_before(named: NamedSpans, participle: Token) -> Named | None:
    """«Орлов, возглавляющий …»: the name before the comma."""
    comma = _comma_before(participle)
    found = named.at(comma - 1) if comma > 0 else None
    return found if found is not None and found.is_person else None


def _comma_before(participle: Token) -> int:
    """The comma that opens the clause: «Орлов, с мая возглавляющий …», «Орлов, до весны руководивший …»."""
    for index in range(participle.i - 1, max(0, participle.i - _ADVERBIAL), -1):
        token = participle.doc[index]
        if token.text == ",":
            return index
        if token.pos_ not in {"ADV", "ADP", "NOUN", "NUM", "ADJ", "DET", "PART"}:
            return -1
    return -1


def read_led(named: NamedSpans, verb: Token, post: str) -> tuple[str, str] | None:
    """Post and body of the organ without a name that is led; the body is empty where the article tells none."""
    noun = _organ(named, verb)
    if noun is None:
        return None
    phrase = _lemmas(noun)
    if phrase in _CHAIRED:
        return _CHAIRED[phrase], next((b.entity for b in named.before(verb.i) if is_company(named, b)), "")
    lemma = fold(noun.lemma_)
    if not (lemma in _HEADED or lemma.endswith(_COMPOUNDS)):
        return None
    instrumental = lemma in _RUNS
    form = _inflected(lemma, "ablt" if instrumental else "gent")
    owner = _owner(named, noun)
    return f"{_RUNS.get(lemma, post)} {form}", "" if owner is None or owner.is_person else owner.entity


def _owner(named: NamedSpans, noun: Token) -> Named | None:
    """The body behind the organ: «отделом института», «отделом в институте»."""
    behind = noun.i + (2 if noun.i + 1 < len(noun.doc) and noun.doc[noun.i + 1].lower_ in {"в", "во", "при"} else 1)
    return named.at(behind) if behind < len(noun.doc) else None


def _organ(named: NamedSpans, verb: Token) -> Token | None:
    """The noun behind the verb in a case that it governs, or the one before «, которую возглавляет»."""
    doc, sentence = verb.doc, sentence_of(verb)
    for index in range(verb.i + 1, min(verb.i + 3, sentence.end)):
        if doc[index].pos_ == "NOUN" and named.at(index) is None and case_of(doc[index]) in {"Acc", "Ins", "Nom"}:
            return doc[index]
    before = range(verb.i - 1, max(verb.i - 4, sentence.start + 1), -1)
    pronoun = next((i for i in before if fold(doc[i].lemma_) == "который"), None)
    if pronoun is None or doc[pronoun - 1].text != "," or named.at(pronoun - 2) is not None:
        return None
    return doc[pronoun - 2]


def _lemmas(noun: Token) -> str:
    """«совет директоров», «наблюдательный совет», else the noun alone."""
    doc, lemma = noun.doc, fold(noun.lemma_)
    if noun.i + 1 < len(doc) and doc[noun.i + 1].lower_ == "директоров":
        return f"{lemma} директоров"
    if noun.i and doc[noun.i - 1].pos_ == "ADJ":
        return f"{fold(doc[noun.i - 1].lemma_)} {lemma}"
    return lemma


def _inflected(lemma: str, case: str) -> str:
    return inflected(morph_analyzer().parse(lemma)[0], {case, "sing"}) or lemma
