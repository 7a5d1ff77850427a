"""Posts beside a name: «министр труда Иван Орлов», «Иван Орлов, министр труда»."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.entities.positions.lexicon import post_lemma, post_lexicon
from pipeline.entities.positions.phrases import PostPhrase, post_heads, read_phrase
from pipeline.entities.positions.plain_verbs import is_plain_verb
from pipeline.entities.positions.ranks import is_high_rank
from pipeline.entities.spans import Named, NamedSpans, case_of, fold, form_cases
from pipeline.language.features import features
from pipeline.language.sentences import sentence_of

_REACH = 40
_JOINS = frozenset({",", "–", "—", "-"})
_INSIDE = frozenset({"и", "«", "»", "„", "“", "”", '"'})
_PREPOSITIONS = frozenset({"по", "в", "во", "на", "при", "за", "от", "из"})
_SAYING = frozenset({"слово", "мнение", "данные", "оценка", "информация", "сведение", "версия"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET", "X"})


def find_before(named: NamedSpans, person: Named) -> Iterator[PostPhrase]:
    """Yield the posts in front of a name, in order; «председателем совета, президентом страны Орловым» gives two."""
    if _before_stranger(named, person) or (person.first and named.doc[person.first - 1].lower_ == "имени"):
        return
    start = _left_edge(named, person)
    tokens = [named.doc[i] for i in range(start, person.first)]
    heads = _agreeing(named, [h for h in post_heads(tokens) if _fits_number(named, h, person)], person)
    chain = _chain(named, heads)
    for number, head in enumerate(chain):
        stop = _join_before(named, chain[number + 1]) if number + 1 < len(chain) else person.first
        yield read_phrase(named, head, stop)


def find_after(named: NamedSpans, person: Named) -> Iterator[PostPhrase]:
    """Yield the post behind a name and a comma: «Иван Орлов, директор завода, …»."""
    doc = named.doc
    index = person.last + 1
    if index + 1 >= len(doc) or doc[index].text not in {",", "(", "—", "–"}:
        return
    stop = _right_edge(named, index + 1)
    tokens = [doc[i] for i in range(index + 1, stop)]
    head = next(iter(post_heads([t for t in tokens if named.at(t.i) is None])), None)
    if head is None or "Plur" in features(head, "Number") or not _leads(named, tokens, head):
        return
    if (behind := named.at(_over_brackets(named, stop))) is not None and behind.is_person:
        return
    if doc[index].text in {"—", "–"} and case_of(head) != "Nom":
        return
    cases = named.cases(person)
    if not cases or form_cases(head) & cases:
        yield read_phrase(named, head, stop)


def _over_brackets(named: NamedSpans, index: int) -> int:
    """The token behind «(NHLPA)» where brackets open, else the token itself."""
    doc = named.doc
    if index < len(doc) and doc[index].text == "(":
        closing = next((i for i in range(index, min(index + 8, len(doc))) if doc[i].text == ")"), index - 1)
        return closing + 1
    return index


def _before_stranger(named: NamedSpans, person: Named) -> bool:
    """A genitive between a post and its holder: «адвокат Орлова Анна Ли» says nothing of Орлов."""
    behind = named.at(person.last + 1) if person.last + 1 < len(named.doc) else None
    return behind is not None and behind.is_person and behind.entity != person.entity


def _leads(named: NamedSpans, tokens: list[Token], head: Token) -> bool:
    """Nothing but adjectives stands between the comma and the post."""
    between = [t for t in tokens if t.i < head.i]
    return all(t.pos_ in {"ADJ", "NUM", "DET"} or fold(t.lemma_) in post_lexicon().loose for t in between)


def _left_edge(named: NamedSpans, person: Named) -> int:
    """First token of the nominal words that run up to the name without a verb or a stranger's name."""
    doc = named.doc
    index = person.first - 1
    edge = person.first
    floor = max(0, person.first - _REACH, sentence_of(doc[person.first]).start)
    while index >= floor:
        token = doc[index]
        mention = named.at(index)
        if mention is not None:
            if mention.is_person and mention.last != person.first - 1:
                break
            index = edge = mention.first
        elif token.text == ")":
            opening = _opening(named, index, floor)
            if opening is None:
                break
            index = edge = opening
        elif _belongs(token):
            edge = index
        else:
            break
        index -= 1
    return edge


def _belongs(token: Token) -> bool:
    text = token.lower_
    if fold(token.lemma_) in _SAYING and token.i and token.doc[token.i - 1].lower_ == "по":
        return False
    if text in _JOINS or text in _INSIDE or text in _PREPOSITIONS:
        return True
    lemma = fold(token.lemma_)
    lexicon = post_lexicon()
    listed = (lexicon.titles, lexicon.loose, lexicon.tenure)
    if lexicon.is_post(post_lemma(token)) or any(lemma in words for words in listed):
        return True
    return token.pos_ in _NOMINAL and not token.is_space and not is_plain_verb(text)


def _opening(named: NamedSpans, index: int, floor: int) -> int | None:
    return next((i for i in range(index - 1, max(floor, index - 8), -1) if named.doc[i].text == "("), None)


def _right_edge(named: NamedSpans, start: int) -> int:
    """Token behind the nominal words that begin at `start`."""
    doc = named.doc
    end = min(len(doc), start + _REACH, sentence_of(doc[start]).end)
    index = start
    while index < end:
        mention = named.at(index)
        if mention is not None and not mention.is_person:
            index = mention.last + 1
            continue
        token = doc[index]
        if token.text in _JOINS or mention is not None or not _belongs(token):
            break
        index += 1
    return index


def _agreeing(named: NamedSpans, heads: list[Token], person: Named) -> list[Token]:
    """Posts in a case of the name; where none is, one that touches the name."""
    free = [head for head in heads if named.at(head.i) is None]
    free = [head for head in free if head.i == person.first - 1 or not _of_a_relative(head)]
    free = [head for head in free if not _cut_off(named, head, person)]
    cases = named.cases(person)
    if cases & {"Gen", "Acc"}:
        cases |= {"Gen", "Acc"}
    if not cases:
        free = [head for head in free if not _of_a_relative(head)]
    agreeing = [head for head in free if not cases or not form_cases(head) or form_cases(head) & cases]
    if agreeing or (cases and not cases & {"Nom"} and _is_plainly_nominative(named, person, free)):
        return agreeing
    return [head for head in free if head.i == person.first - 1 and case_of(head) != "Gen"]


def _cut_off(named: NamedSpans, head: Token, person: Named) -> bool:
    """«Для певца партия Макбета», «по мнению журналиста, цитирование Ли»: a new nominative stands between."""
    if "Nom" in form_cases(head):
        return False
    between = (named.doc[i] for i in range(head.i + 1, person.first) if named.at(i) is None)
    return any(t.pos_ == "NOUN" and case_of(t) == "Nom" and not post_heads([t]) and _shows_case(t) for t in between)


def _shows_case(noun: Token) -> bool:
    """A form that is a nominative or accusative and nothing else: «партия», «цитирование», not «области»."""
    return form_cases(noun) <= {"Nom", "Acc"}


def _is_plainly_nominative(named: NamedSpans, person: Named, heads: list[Token]) -> bool:
    """«Это банкир Ротшильда»: the post is in the nominative, and the one surname in a case it cannot share."""
    touching = [head for head in heads if head.i == person.first - 1]
    return person.first == person.last and any(form_cases(head) == {"Nom"} for head in touching)


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


def _fits_number(named: NamedSpans, head: Token, person: Named) -> bool:
    """A plural post needs a second holder behind the first: «министры Иван Орлов и Анна Ли»."""
    if "Plur" not in features(head, "Number"):
        return True
    behind = person.last + 1
    if behind + 1 >= len(named.doc) or named.doc[behind].text not in {"и", ","}:
        return False
    second = named.at(behind + 1)
    return second is not None and second.is_person


def _chain(named: NamedSpans, heads: list[Token]) -> list[Token]:
    """The first post, and every later one that a comma or dash sets apart; a lower rank only where nothing else is."""
    lexicon = post_lexicon()
    posts = [head for head in heads if post_lemma(head) in lexicon.posts] or heads[:1]
    chain = posts[:1]
    for head in posts[1:]:
        joined = named.doc[_join_before(named, head)].text in _JOINS
        depends = case_of(head) == "Gen" and not joined
        if joined and not depends:
            chain.append(head)
    shared = {"", case_of(chain[-1]), *form_cases(chain[-1])} if chain else set()
    chain = [head for head in chain if case_of(head) in shared]  # «обвинения директора, представитель Орлов …»
    return [*chain, *_high_rank(heads, chain)]


def _high_rank(heads: list[Token], chain: list[Token]) -> list[Token]:
    """«начальник штаба генерал-полковник Орлов»: the rank of a general or admiral counts beside a post."""
    last = heads[-1:]
    return [head for head in last if head not in chain and is_high_rank(post_lemma(head))]


def _join_before(named: NamedSpans, head: Token) -> int:
    """Index of the token before the modifiers of a post: the comma or dash in a chain."""
    index = head.i - 1
    while index > 0 and named.doc[index].pos_ in {"ADJ", "DET", "NUM"} and named.doc[index].text not in _JOINS:
        index -= 1
    return max(index, 0)
