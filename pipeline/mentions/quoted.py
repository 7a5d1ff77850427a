"""Names in quotation marks: companies, media, teams, parties; the noun before the marks tells what they are.

The span lies inside the «ёлочки»; a works or site whose quoted word says too little alone is whole with its noun:
«завод «Прогресс»», «прииск «Зимний»».
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline.mentions.candidates import Candidate, Words
from pipeline.mentions.lexicon import NameLexicon, name_lexicon
from pipeline.mentions.quotations import Quotation, find_quotations
from pipeline.mentions.quoted_agents import acts, is_local, is_makers, is_source, stands_with_body
from pipeline.mentions.quoted_roles import find_titles, role_before, role_of_first
from pipeline.mentions.quoted_words import holds_a_clause, names_a_site, says_too_little, stands_alone
from pipeline.mentions.stems import stem

SOURCE = "rule.quoted"


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


def _named(
    words: Words, quotation: Quotation, recognised: Mapping[int, str], lexicon: NameLexicon
) -> Iterator[Candidate]:
    role = _role(words, quotation, lexicon)
    inside = {recognised[i] for i in range(quotation.first, quotation.last) if i in recognised}
    if role == "nothing" or (role == "" and (inside == {"location"} or not stands_alone(words, quotation, inside))):
        return
    kind = "location" if role in {"place", "sites"} or names_a_site(words, quotation) else "organization"
    if role in {"works", "sites"} and says_too_little(words, quotation):
        yield Candidate(
            first=quotation.first - 2, last=quotation.last + 1, type="facility" if kind == "location" else kind,
            source=f"{SOURCE}.whole",
        )  # fmt: skip
    else:
        source = f"{SOURCE}.{role or 'recognised'}"
        yield Candidate(first=quotation.first, last=quotation.last, type=kind, source=source)


def _role(words: Words, quotation: Quotation, lexicon: NameLexicon) -> str:
    """What the noun before the marks makes of the quotation, or a body by what is around; empty if nothing tells."""
    if _runs_a_terminal(words, quotation) or _runs_a_flight(words, quotation):
        return "body"
    role = role_before(words, quotation.first - 2, lexicon) or role_of_first(words, quotation, lexicon)
    return role or ("body" if _is_body_by_context(words, quotation) else "")


def _runs_a_terminal(words: Words, quotation: Quotation) -> bool:
    """«терминал «Азовзернопорт»»: a firm by its ending, where «терминал «Южный»» is a place."""
    return words.lemma(quotation.first - 2) == "терминал" and stem(words.text(quotation.last - 1)).endswith("порт")


def _is_body_by_context(words: Words, quotation: Quotation) -> bool:
    """No noun of a body stands before the marks, but what is around them says that it is one."""
    first, last = quotation.first, quotation.last
    if is_source(words, first, last) or stands_with_body(words, first) or is_makers(words, first):
        return True
    if holds_a_clause(words, quotation):
        return False
    return is_local(words, first) or acts(words, first, last)


def _runs_a_flight(words: Words, quotation: Quotation) -> bool:
    """«самолёт «Онего-авиа»»: an airline by its ending, where «самолёт «Иван Бунин»» is a name of the plane."""
    craft = words.lemma(quotation.first - 2) in {"самолет", "вертолет", "борт", "рейс", "лайнер"}
    return craft and words.lower(quotation.last - 1).endswith(("авиа", "эйр", "эйрлайнс", "эйрвейз", "авиалинии"))


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
