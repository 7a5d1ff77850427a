"""Posts in front of a name: «министр труда Иван Орлов», «председатель совета, президент страны Орлов»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from pipeline.entities.positions.agreement import agreeing_posts
from pipeline.entities.positions.lexicon import post_lemma, post_lexicon
from pipeline.entities.positions.nominal_runs import JOINS, left_edge
from pipeline.entities.positions.phrases import PostPhrase, post_heads, read_phrase
from pipeline.entities.positions.ranks import is_high_rank
from pipeline.entities.spans import Named, NamedSpans
from pipeline.entities.word_cases import form_cases
from pipeline.language.features import case_of

_AND = "и"  # «президент и владелец клуба «Факел» Павел Дурин»
_LINKS = JOINS | {_AND}


def find_before(named: NamedSpans, person: Named) -> Iterator[PostPhrase]:
    """Yield the posts in front of a name, in order; «председателем совета, президентом страны Орловым» gives two."""
    if _before_stranger(named, person) or (person.first and named.doc[person.first - 1].lower_ == "имени"):
        return
    start = left_edge(named, person)
    tokens = [named.doc[i] for i in range(start, person.first)]
    heads = agreeing_posts(named, post_heads(tokens), person)
    chain = _chain(named, heads)
    stops = [*(_stop_before(named, head) for head in chain[1:]), person.first]
    phrases = [read_phrase(named, head, stop) for head, stop in zip(chain, stops, strict=False)]
    for number, phrase in enumerate(phrases):
        following = phrases[number + 1] if number + 1 < len(phrases) else None
        if following is None or named.doc[stops[number]].lower_ != _AND or phrase.of_person:
            yield phrase
        elif not _are_of_two_states(named, phrase, following, stops[number + 1]):
            yield replace(phrase, body=phrase.body or following.body)


def _are_of_two_states(named: NamedSpans, first: PostPhrase, second: PostPhrase, stop: int) -> bool:
    """«президента Чили и лидера иракских курдов Павла Орлова»: nobody serves two states, the first is somebody else."""
    adjectives = (named.adjective_at(index) for index in range(second.head + 1, stop))
    others = {second.body, *(adjective.entity for adjective in adjectives if adjective is not None)}
    states = {key for key in (first.body, *others) if key and named.entities[key].type == "country"}
    return len(states) > 1 and first.body in states


def _before_stranger(named: NamedSpans, person: Named) -> bool:
    """A genitive between a post and its holder: «адвокат Орлова Анна Ли» says nothing of Орлов."""
    behind = named.at(person.last + 1) if person.last + 1 < len(named.doc) else None
    return behind is not None and behind.is_person and behind.entity != person.entity


def _chain(named: NamedSpans, heads: list[Token]) -> list[Token]:
    """The first post, and every later one that a comma or dash sets apart; a lower rank only where nothing else is."""
    lexicon = post_lexicon()
    posts = [head for head in heads if post_lemma(head) in lexicon.posts] or heads[:1]
    chain = posts[:1] + [head for head in posts[1:] if named.doc[_join_before(named, head)].lower_ in _LINKS]
    shared = {"", case_of(chain[-1]), *form_cases(chain[-1])} if chain else set()
    chain = [head for head in chain if case_of(head) in shared]  # «обвинения директора, представитель Орлов …»
    return [*chain, *_high_rank(heads, chain)]


def _high_rank(heads: list[Token], chain: list[Token]) -> list[Token]:
    """«начальник штаба генерал-полковник Орлов»: the rank of a general or admiral counts beside a post."""
    last = heads[-1:]
    return [head for head in last if head not in chain and is_high_rank(post_lemma(head))]


def _stop_before(named: NamedSpans, head: Token) -> int:
    """Where the post before another ends: at the comma, or right before a rank: «министр обороны Индии адмирал Раи»."""
    join = _join_before(named, head)
    return join if named.doc[join].lower_ in _LINKS else join + 1


def _join_before(named: NamedSpans, head: Token) -> int:
    """Index of the token before the modifiers of a post: the comma or dash in a chain."""
    index = head.i - 1
    while index > 0 and named.doc[index].pos_ in {"ADJ", "DET", "NUM"} and named.doc[index].text not in JOINS:
        index -= 1
    return max(index, 0)
