"""Which posts in front of a name can be its holder's, by case and number: «министр Орлов», not «сын министра Орлов»."""

from __future__ import annotations

from collections.abc import Sequence, Set

from spacy.tokens import Token

from pipeline.entities.positions.lexicon import is_undeclined
from pipeline.entities.positions.phrases import post_heads
from pipeline.entities.spans import Named, NamedSpans
from pipeline.entities.word_cases import form_cases
from pipeline.language.features import case_of, features


def agreeing_posts(named: NamedSpans, heads: Sequence[Token], person: Named) -> list[Token]:
    """Posts in a case of the name; where none is, one that touches the name."""
    free = [head for head in heads if _fits_number(named, head, person) and named.at(head.i) is None]
    free = [head for head in free if not _cut_off(named, head, person)]
    cases = named.cases(person)
    if cases & {"Gen", "Acc"}:
        cases |= {"Gen", "Acc"}
    free = [h for h in free if (cases and h.i == person.first - 1) or not _may_be_of_another(h, cases)]
    agreeing = [h for h in free if not cases or not form_cases(h) or form_cases(h) & cases or is_undeclined(h)]
    if agreeing or (cases and not cases & {"Nom"} and _is_plainly_nominative(person, free)):
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
    """«Для певца партия Макбета», «по мнению журналиста, цитирование Ли»: a new nominative stands between."""
    if "Nom" in form_cases(head):
        return False
    between = (named.doc[i] for i in range(head.i + 1, person.first) if named.at(i) is None)
    return any(t.pos_ == "NOUN" and case_of(t) == "Nom" and not post_heads([t]) and _shows_case(t) for t in between)


def _shows_case(noun: Token) -> bool:
    """A form that is a nominative or accusative and nothing else: «партия», «цитирование», not «области»."""
    return form_cases(noun) <= {"Nom", "Acc"}


def _is_plainly_nominative(person: Named, heads: Sequence[Token]) -> bool:
    """«Это банкир Ротшильда»: the post is in the nominative, and the one surname in a case it cannot share."""
    touching = [head for head in heads if head.i == person.first - 1]
    return person.first == person.last and any(form_cases(head) == {"Nom"} for head in touching)


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
