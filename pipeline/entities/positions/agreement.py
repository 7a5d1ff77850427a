"""Which posts in front of a name can be its holder's, by case and number: «министр Орлов», not «сын министра Орлов»."""

from __future__ import annotations

from collections.abc import Sequence, Set

from spacy.tokens import Token

from pipeline.entities.positions.genders import suits_gender
from pipeline.entities.positions.lexicon import is_undeclined
from pipeline.entities.positions.phrases import post_heads
from pipeline.entities.positions.titles_in_marks import is_in_title
from pipeline.entities.spans import Named, NamedSpans
from pipeline.entities.word_cases import cases_of, form_cases
from pipeline.language.features import case_of, features


def agreeing_posts(named: NamedSpans, heads: Sequence[Token], person: Named) -> list[Token]:
    """Posts in a case of the name; where none is, one that touches the name."""
    free = [head for head in heads if _fits_number(named, head, person) and named.at(head.i) is None]
    free = [head for head in free if suits_gender(named, head, person) and not is_in_title(head, person)]
    free = [head for head in free if not _cut_off(named, head, person)]
    cases = named.cases(person)
    if cases & {"Gen", "Acc"}:
        cases |= {"Gen", "Acc"}
    free = [h for h in free if (cases and h.i == person.first - 1) or not _may_be_of_another(h, cases)]
    agreeing = [h for h in free if not cases or not form_cases(h) or form_cases(h) & cases or is_undeclined(h)]
    if agreeing or (cases and "Nom" not in cases and _is_owner(named, person, free)):
        return agreeing
    return [head for head in free if head.i == person.first - 1 and case_of(head) != "Gen"]


def _fits_number(named: NamedSpans, head: Token, person: Named) -> bool:
    """A plural post needs a second holder behind the first: «министры Иван Орлов и Анна Ли»."""
    if "Plur" not in features(head, "Number"):
        return True
    behind = person.last + 1
    if behind + 1 >= len(named.doc) or named.doc[behind].text not in {"и", ","}:
        return False
    second = named.at(behind + 1)
    return second is not None and second.is_person


def _cut_off(named: NamedSpans, head: Token, person: Named) -> bool:
    """«Для певца партия Макбета», «до визита канцлера новый министр Ли»: a new nominative stands between."""
    if "Nom" in form_cases(head) or is_undeclined(head):
        return False
    between = (named.doc[i] for i in range(head.i + 1, person.first) if named.at(i) is None)
    return any(t.pos_ == "NOUN" and case_of(t) == "Nom" and _shows_case(t) and not _is_sought(t) for t in between)


def _is_sought(post: Token) -> bool:
    """«кандидата в президенты»: a plural that no second subject is."""
    return bool(post_heads([post])) and "Plur" in features(post, "Number")


def _shows_case(noun: Token) -> bool:
    """A form that is a nominative or accusative and nothing else: «партия», «министр», not «области», «врио»."""
    return form_cases(noun) <= {"Nom", "Acc"} and not is_undeclined(noun)


def _is_owner(named: NamedSpans, person: Named, heads: Sequence[Token]) -> bool:
    """«Это банкир Ротшильда», «сообщил пресс-секретарь Павла Орлова»: a post and a name of no common case.

    Of a name in several words the tagger must hold so too: the nominative of a foreign one may be guessed wrong.
    """
    tokens = named.doc[person.first : person.last + 1]
    sure = person.first == person.last or "Nom" not in cases_of(tokens)
    return sure and any(head.i == person.first - 1 and len(form_cases(head)) == 1 for head in heads)


def _may_be_of_another(head: Token, cases: Set[str]) -> bool:
    """«сын министра труда Иван Ли», whose post it is not; «жена министра труда Ивана Ли» leaves no doubt."""
    return _of_a_relative(head) and (not cases or bool(form_cases(head.doc[head.i - 1]) & cases))


def _of_a_relative(head: Token) -> bool:
    """«сын президента Ли»: a genitive behind someone who is no post."""
    before = head.doc[head.i - 1] if head.i else None
    relative = (
        before is not None
        and before.pos_ == "NOUN"
        and "Anim" in features(before, "Animacy")
        and not post_heads([before])
    )
    return case_of(head) == "Gen" and relative
