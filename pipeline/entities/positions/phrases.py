"""The words of a post: which of them belong to its name, which name the body, when it is held."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from pipeline.entities.positions.completion import read_completion
from pipeline.entities.positions.lexicon import ACTING, CLIPPED_ADJECTIVES, post_lemma, post_lexicon
from pipeline.entities.positions.owners import OF_STATES
from pipeline.entities.positions.plain_verbs import is_plain_verb
from pipeline.entities.spans import Named, NamedSpans, fold
from pipeline.entities.word_cases import form_cases
from pipeline.language.features import features

POSSESSIVE = frozenset({"его", "ее", "их"})  # folded
_DASHES = frozenset({"–", "—", "-"})
# Adjectives in «-ский» that belong to a post's name all the same.
_OF_TRADES = frozenset({"медицинский", "детский", "сельский", "гражданский", "тренерский", "полицейский", "армейский"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PostPhrase:
    """A post as the text writes it.

    Attributes:
        first: its first token, modifiers included; `head` the noun; `last` its last token (inclusive).
        tail: tokens of the post behind the body («директор «Зари» по экономике»), else `None`.
        body: key of the entity whose post it is, empty where none is named.
        of_person: key of the person whose aide it is («пресс-секретарь Орлова»), else empty.
        possessive: token index of «его», «её», «их» before the post, -1 where there is none.
        owner: token index of a country's adjective among its words that names the body, -1 where there is none.
    """

    first: int
    head: int
    last: int
    body: str = ""
    of_person: str = ""
    tenure: str = "current"
    possessive: int = -1
    tail: tuple[int, int] | None = None
    owner: int = -1


def read_phrase(named: NamedSpans, head: Token, stop: int) -> PostPhrase:
    """Read a post from its head noun: modifiers before it, what completes it up to the token `stop`.

    Example: «первым заместителем министра обороны Казахстана» ends before «Казахстана», which is the body.
    """
    first, body, tenure, possessive = _modifiers(named, head)
    behind = read_completion(named, head, stop)
    return PostPhrase(
        first=first, head=head.i, last=behind.last, body=behind.body or body, of_person=behind.of_person,
        tenure=tenure, possessive=possessive, tail=behind.tail, owner=behind.owner,
    )  # fmt: skip


def _modifiers(named: NamedSpans, head: Token) -> tuple[int, str, str, int]:
    """First token of the post, body by an adjective («узбекский посол»), tenure, possessive pronoun."""
    lexicon = post_lexicon()
    first, body = head.i, ""
    tenure = _own_tenure(head)
    for index in range(head.i - 1, max(-1, head.i - 6), -1):
        token = head.doc[index]
        lemma = fold(token.lemma_)
        mention = named.at(index)
        if lemma in {"чей", "который"}:
            break
        if lemma in lexicon.tenure:
            tenure = lexicon.tenure[lemma]
        elif fold(token.lower_) in POSSESSIVE and token.pos_ != "NOUN":
            return first, body, tenure, index
        elif (adjective := named.adjective_at(index)) is not None and mention is None:
            body = body or (adjective.entity if post_lemma(head) in OF_STATES else "")
        elif token.lower_ == "и" and first == index + 1 < head.i and _is_modifier(head.doc[index - 1]):
            continue
        elif not _is_modifier(token) or (mention is not None and not _is_adjective_alone(token, mention)):
            break
        elif lemma not in lexicon.loose and not _is_origin(token) and _agrees(token, head):
            first = index
        elif lemma not in lexicon.loose and not _is_origin(token):
            break
    return _with_state_secretary(head, first), body, tenure, -1


def _is_adjective_alone(word: Token, mention: Named) -> bool:
    """«Региональным представителем»: a capital adjective taken for a body's name that is none that anybody knows."""
    return word.pos_ == "ADJ" and mention.first == mention.last and not mention.mention.gazetteer


def _is_modifier(word: Token) -> bool:
    """An adjective, also one that its capital makes look like a name: «Чрезвычайный и Полномочный Посол»."""
    if word.lower_ in CLIPPED_ADJECTIVES:
        return True
    adjectival = word.lemma_.endswith(("ый", "ий")) and word.lower_ not in {"юрий", "валерий"}
    if is_plain_verb(word.lower_) or "Short" in features(word, "Variant"):
        return False
    return word.pos_ in {"ADJ", "NUM", "DET"} or (word.pos_ == "PROPN" and adjectival)


def _with_state_secretary(head: Token, first: int) -> int:
    """«статс-секретарь – заместитель министра» is one post of two names."""
    before = head.doc[max(first - 2, 0) : first]
    double = len(before) == 2 and post_lemma(before[0]) == "статс-секретарь" and before[1].text in _DASHES
    return first - 2 if double else first


def _own_tenure(head: Token) -> str:
    """«экс-директор», «врио», «и. о.»."""
    prefix = fold(head.lower_).split("-")[0]
    return post_lexicon().tenure.get(prefix, "current") if "-" in head.text or prefix in ACTING else "current"


def _is_origin(word: Token) -> bool:
    """«38-летний», «двадцатилетний», «таджикский» say who someone is, not what post it is."""
    lemma = fold(word.lemma_)
    of_place = lemma.endswith(("ский", "цкий")) and not lemma.endswith("ческий") and lemma not in _OF_TRADES
    if any(c.isdigit() for c in word.text) or (lemma.endswith("летний") and lemma != "летний"):
        return True
    return of_place and (word.text[0].islower() or bool(word.is_sent_start))


def _agrees(word: Token, head: Token) -> bool:
    """A word in a case that the head can be in."""
    if word.lower_ in CLIPPED_ADJECTIVES:
        return True
    mine, other = form_cases(word), form_cases(head)
    return word.text[-1:].isalpha() and (not mine or not other or bool(mine & other))


def post_heads(tokens: Sequence[Token]) -> list[Token]:
    """Nouns that name a post or a rank."""
    lexicon = post_lexicon()
    return [token for token in tokens if lexicon.is_post(post_lemma(token)) and token.pos_ not in {"ADP", "CCONJ"}]
