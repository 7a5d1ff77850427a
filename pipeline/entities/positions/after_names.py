"""The post behind a name: «Иван Орлов, министр труда, …», «Иван Орлов, в прошлом директор завода, …»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from pipeline.entities.positions.lexicon import post_lexicon
from pipeline.entities.positions.nominal_runs import right_edge
from pipeline.entities.positions.phrases import PostPhrase, post_heads, read_phrase
from pipeline.entities.spans import Named, NamedSpans, fold
from pipeline.entities.word_cases import form_cases
from pipeline.language.features import case_of

_LONGEST_ASIDE = 3  # words: «до недавнего времени»


def find_after(named: NamedSpans, person: Named) -> Iterator[PostPhrase]:
    """Yield the post behind a name and a comma: «Иван Орлов, директор завода, …»."""
    doc = named.doc
    index = person.last + 1
    if index + 1 >= len(doc) or doc[index].text not in {",", "(", "—", "–"}:
        return
    begin, tenure = _over_aside(named, index + 1)
    stop = right_edge(named, begin)
    tokens = [doc[i] for i in range(begin, stop)]
    head = next(iter(post_heads([t for t in tokens if named.at(t.i) is None])), None)
    if head is None or not _leads(tokens, head):
        return
    if (behind := named.at(_over_brackets(named, stop))) is not None and behind.is_person:
        return
    if doc[index].text in {"—", "–"} and case_of(head) != "Nom":
        return
    cases = named.cases(person)
    if not cases or form_cases(head) & cases:
        phrase = read_phrase(named, head, stop)
        own = phrase.tenure if phrase.tenure != "current" else ""  # «ныне бывший директор»
        yield replace(phrase, tenure=own or tenure or "current")


def _over_aside(named: NamedSpans, begin: int) -> tuple[int, str]:
    """The token behind «в прошлом», «а ныне», and when the post is held by it; the token itself, and nothing."""
    doc = named.doc
    first = begin + 1 if doc[begin].lower_ in {"а", "и"} else begin
    for length in range(_LONGEST_ASIDE, 0, -1):
        words = " ".join(token.lower_ for token in doc[first : first + length])
        if (tenure := post_lexicon().asides.get(words)) and first + length < len(doc):
            return first + length, tenure
    return begin, ""


def _over_brackets(named: NamedSpans, index: int) -> int:
    """The token behind «(NHLPA)» where brackets open, else the token itself."""
    doc = named.doc
    if index < len(doc) and doc[index].text == "(":
        closing = next((i for i in range(index, min(index + 8, len(doc))) if doc[i].text == ")"), index - 1)
        return closing + 1
    return index


def _leads(tokens: list[Token], head: Token) -> bool:
    """Nothing but adjectives stands between the comma and the post."""
    between = [t for t in tokens if t.i < head.i]
    return all(t.pos_ in {"ADJ", "NUM", "DET"} or fold(t.lemma_) in post_lexicon().loose for t in between)
