"""The words of a post: which of them belong to its name, which name the body, when it is held."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from pipeline.entities.positions.bodies import generic_body
from pipeline.entities.positions.lexicon import post_lexicon
from pipeline.entities.spans import Named, NamedSpans, case_of, fold

_POSSESSIVE = frozenset({"его", "ее", "их", "он", "она", "они"})
_REPRESENTING = frozenset({"представитель", "полпред", "уполномоченный", "постпред"})
_MARKS = frozenset('«»„“”"()')


@dataclass(frozen=True, slots=True, kw_only=True)
class PostPhrase:
    """A post as the text writes it.

    Attributes:
        first: its first token, modifiers included; `head` the noun; `last` its last token (inclusive).
        body: key of the entity whose post it is, empty where none is named.
        of_person: key of the person whose aide it is («пресс-секретарь Орлова»), else empty.
        possessive: token index of «его», «её», «их» before the post, -1 where there is none.
    """

    first: int
    head: int
    last: int
    body: str = ""
    of_person: str = ""
    tenure: str = "current"
    possessive: int = -1


def read_phrase(named: NamedSpans, head: Token, stop: int) -> PostPhrase:
    """Read a post from its head noun: modifiers before it, what completes it up to the token `stop`.

    Example: «первым заместителем министра обороны Казахстана» ends before «Казахстана», which is the body.
    """
    first, body, tenure, possessive = _modifiers(named, head)
    last, right_body, of_person = _completion(named, head, stop)
    return PostPhrase(
        first=first, head=head.i, last=last, body=right_body or body, of_person=of_person, tenure=tenure,
        possessive=possessive,
    )  # fmt: skip


def _modifiers(named: NamedSpans, head: Token) -> tuple[int, str, str, int]:
    """First token of the post, body by an adjective («узбекский посол»), tenure, possessive pronoun."""
    lexicon = post_lexicon()
    first, body, possessive = head.i, "", -1
    prefix = fold(head.lemma_).split("-")[0]
    tenure = lexicon.tenure.get(prefix, "current") if "-" in head.lemma_ or prefix == "врио" else "current"
    index = head.i - 1
    while index >= 0:
        token = head.doc[index]
        lemma = fold(token.lemma_)
        mention = named.at(index)
        if lemma in lexicon.tenure and lemma != "и":
            tenure = lexicon.tenure[lemma]
        elif mention is not None:
            if mention.mention.kind != "adjective":
                break
            body = body or mention.entity
        elif fold(token.lower_) in _POSSESSIVE and token.pos_ in {"DET", "PRON"}:
            possessive = index
            break
        elif lemma in lexicon.loose:
            pass
        elif token.pos_ in {"ADJ", "NUM"} and _agrees(token, head):
            first = index
        else:
            break
        index -= 1
    return first, body, tenure, possessive


def _agrees(word: Token, head: Token) -> bool:
    mine, other = case_of(word), case_of(head)
    return word.text[-1:].isalpha() and (not mine or not other or mine == other)


def _completion(named: NamedSpans, head: Token, stop: int) -> tuple[int, str, str]:
    """Last token of the post's name, the body behind it, the person behind it."""
    doc = head.doc
    last = head.i
    index = head.i + 1
    while index < stop:
        token = doc[index]
        mention = named.at(index)
        if mention is not None:
            if mention.is_person:
                return last, "", mention.entity
            return last, _represented(named, head, mention, stop), ""
        if (body := _generic(named, token, stop)) is not None:
            return last, body, ""
        if token.text in _MARKS or token.pos_ == "ADP" or token.is_space:
            index += 1
            continue
        if _is_title_of(head, token) or token.pos_ in {"VERB", "PRON", "SCONJ"}:
            break
        if token.pos_ in {"NOUN", "PROPN"}:
            last = token.i
        index += 1
    return last, "", ""


def _generic(named: NamedSpans, token: Token, stop: int) -> str | None:
    """A noun for a body: the name that follows it, else what it takes up; `None` where it is part of the post."""
    if fold(token.lemma_) not in post_lexicon().bodies or token.pos_ not in {"NOUN", "PROPN"}:
        return None
    following = _next_word(token.doc, token.i, stop)
    if following is not None:
        behind = named.at(following)
        if behind is not None and not behind.is_person:
            return behind.entity
        if behind is None and case_of(token.doc[following]) == "Gen" and token.doc[following].pos_ in {"NOUN", "ADJ"}:
            return None
    return generic_body(named, token)


def _next_word(doc: Doc, index: int, stop: int) -> int | None:
    return next((i for i in range(index + 1, stop) if doc[i].text not in _MARKS and not doc[i].is_space), None)


def _represented(named: NamedSpans, head: Token, mention: Named, stop: int) -> str:
    """The body, except for an envoy «в Баткенской области», who is posted to the place."""
    if fold(head.lemma_) not in _REPRESENTING:
        return mention.entity
    index = mention.last + 1
    while index < stop:
        later = named.at(index)
        if later is not None and later.is_place and head.doc[later.first - 1].lower_ in {"в", "во", "при"}:
            return later.entity
        index = later.last + 1 if later is not None else index + 1
    return mention.entity


def _is_title_of(head: Token, token: Token) -> bool:
    """A rank or title in the same case ends the post: «директор института профессор Орлов»."""
    lexicon = post_lexicon()
    lemma = fold(token.lemma_)
    return (lemma in lexicon.titles or lexicon.is_post(lemma)) and case_of(token) == case_of(head) != "Gen"


def post_heads(tokens: Sequence[Token]) -> list[Token]:
    """Nouns that name a post or a rank."""
    lexicon = post_lexicon()
    return [t for t in tokens if lexicon.is_post(fold(t.lemma_)) and t.pos_ in {"NOUN", "PROPN", "ADJ", "ADV"}]
