"""Noun phrases in the order of the words: preposition, head with its case, genitives and appositions behind it.

The parser errs where news is at its densest, in chains of titles and genitives. Case and word order do not, so the
phrase is read from left to right: «с [Председателем Совета ОДКБ], [Президентом Беларуси Александром Лукашенко]».
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from pipeline.events.arguments.cases import case_of
from pipeline.language.features import features

_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM", "PRON", "X", "SYM"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "X", "SYM"})
_QUOTES = frozenset('«»"„“”')
_POSSESSIVE = frozenset({"его", "её", "ее", "их"})
_EMPHATIC = frozenset({"сам", "весь", "оба"})
_RETIRED = frozenset({"отставка", "запас"})
_RELATIVE = frozenset({"который", "что", "кто", "чей", "где", "куда", "когда"})


@dataclass(frozen=True, slots=True, kw_only=True)
class NameForm:
    """The name that lies on a token: its tokens, the tagger's case, and for persons the cases that its form allows."""

    start: int
    end: int
    case: str
    person: bool = False
    cases: frozenset[str] = frozenset()

    def fits(self, case: str) -> bool:
        """Whether the form can stand in a case; persons in the accusative look like the genitive."""
        if not self.person:
            return self.case in {"", case}
        return not self.cases or case in self.cases


Covering = Mapping[int, NameForm]


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A noun phrase: tokens from `start` to `end`, its head, the head's case, and the preposition that governs it."""

    start: int
    end: int
    head: int
    case: str
    preposition: str = ""


def read_phrases(doc: Doc, covering: Covering, dated: Collection[int]) -> tuple[Phrase, ...]:
    """Read the phrases of every sentence; calendar expressions are left out."""
    return tuple(p for sentence in doc.sents for p in _sentence_phrases(sentence, covering, dated))


def _sentence_phrases(sentence: Span, covering: Covering, dated: Collection[int]) -> list[Phrase]:
    phrases: list[Phrase] = []
    preposition, index = "", sentence.start
    while index < sentence.end:
        token = sentence.doc[index]
        if index in dated:
            preposition = preposition if token.pos_ == "ADJ" else ""  # «[на] сегодняшнем заседании»
            index += 1
        elif _opens(token, index in covering):
            phrase = _read(sentence, index, preposition, covering, dated)
            phrases.append(phrase)
            preposition, index = "", phrase.end
        else:
            preposition = _preposition(token, preposition)
            index += 1
    return phrases


def _preposition(token: Token, before: str) -> str:
    """A preposition waits for its phrase over a quotation mark, an adverb and an adjectival participle."""
    if token.pos_ == "ADP":
        return token.lower_
    waits = token.text in _QUOTES or token.is_space or token.pos_ in {"ADV", "PART"}
    return before if waits or "Part" in features(token, "VerbForm") else ""


def _opens(token: Token, covered: bool) -> bool:
    return covered or (
        token.pos_ in _NOMINAL and token.lemma_ not in _RELATIVE and "Short" not in features(token, "Variant")
    )


def _read(sentence: Span, start: int, preposition: str, covering: Covering, dated: Collection[int]) -> Phrase:
    head, case, index = _head(sentence, start, covering, dated)
    titled = "Anim" in features(sentence.doc[head], "Animacy") and head not in covering
    index = _tail(sentence, index, case, covering, dated, titled=titled)
    return Phrase(start=start, end=index, head=head, case=case, preposition=preposition)


def _head(sentence: Span, start: int, covering: Covering, dated: Collection[int]) -> tuple[int, str, int]:
    """The first noun, with its case, and the index behind it (behind its whole mention, if it is named)."""
    index = start
    while index < sentence.end:
        token = sentence.doc[index]
        if index in covering and not (token.lower_ in _POSSESSIVE and _before_noun(sentence, index)):
            name = covering[index]
            return _mention_head(sentence.doc, name.start, name.end), name.case, max(name.end, index + 1)
        possessive = token.lower_ in _POSSESSIVE and _before_noun(sentence, index)
        if token.pos_ in _NOUNS and token.lemma_ not in _EMPHATIC and not possessive:
            return index, case_of(token), index + 1
        if index in dated or not (token.pos_ in _NOMINAL or token.text in _QUOTES or token.is_space):
            break
        index += 1
    return start, case_of(sentence.doc[start]), max(index, start + 1)


def _before_noun(sentence: Span, index: int) -> bool:
    following = sentence.doc[index + 1] if index + 1 < sentence.end else None
    return following is not None and following.pos_ in {"NOUN", "PROPN", "ADJ"}


def _mention_head(doc: Doc, start: int, end: int) -> int:
    return next((i for i in range(start, end) if doc[i].pos_ in {"NOUN", "PROPN"}), start)


def _tail(sentence: Span, index: int, case: str, covering: Covering, dated: Collection[int], *, titled: bool) -> int:
    """Go on over genitives, names in the head's case and bracketed abbreviations."""
    end, modified = index, False
    while index < sentence.end and index not in dated:
        token = sentence.doc[index]
        step = _step(sentence, index, case, covering, titled=titled)
        if step:
            modified = modified or (step[1] == "Gen")
            index = end = step[0]
        elif titled and (name := _posted(sentence, index, case, covering)):
            index = end = name
        elif token.text == "(":
            closing = _closing(sentence, index)
            if not closing:
                break
            index = end = closing
        elif token.text in _QUOTES or token.is_space:
            index += 1
            if token.text == "»":
                end = index
        elif modified and case != "Gen" and token.lower_ == "и":
            # «президенты России и Беларуси»: the conjunction joins the genitives, not the heads
            step = _step(sentence, index + 1, "Gen", covering) if index + 1 < sentence.end else None
            if not step or step[1] != "Gen":
                break
            index = end = step[0]
        else:
            break
    return end


def _posted(sentence: Span, index: int, case: str, covering: Covering) -> int:
    """Where the name begins that a post's place or state parts from its title, else 0.

    «послом [в России] Анной Лин», «генерал [в отставке] Иван Орлов».
    """
    if sentence.doc[index].pos_ != "ADP" or index + 1 >= sentence.end:
        return 0
    place = covering.get(index + 1)
    retired = place is None and sentence.doc[index + 1].lemma_ in _RETIRED
    behind = index + 2 if retired else place.end if place is not None and not place.person else -1
    name = covering.get(behind)
    return behind if name is not None and name.person and name.fits(case) else 0


def _step(sentence: Span, index: int, case: str, covering: Covering, *, titled: bool = False) -> tuple[int, str] | None:
    """The index behind the next word or name that belongs to the phrase, and its case.

    Behind a title («сенатора …», «заместителем министра …») the form of a name counts, not the tagger's guess.
    """
    name = covering.get(index)
    if name is not None:
        by_form = titled and name.person and name.fits(case)
        fits = name.case in {"", "Gen", case} or not case or by_form
        return (max(name.end, index + 1), name.case or case) if fits else None
    token = sentence.doc[index]
    if token.pos_ not in _NOMINAL or token.pos_ == "PRON" or token.lemma_ in _RELATIVE:
        return None
    own = case_of(token)
    if own == "Gen" or (own == case and token.pos_ in {"PROPN", "ADJ", "DET", "NUM"}) or token.pos_ in {"X", "SYM"}:
        return index + 1, own
    return None


def _closing(sentence: Span, index: int) -> int:
    """Index behind the bracket that closes a short bracketed name («(ОДКБ)»), 0 if there is none."""
    for position in range(index + 1, min(index + 6, sentence.end)):
        token = sentence.doc[position]
        if token.text == ")":
            return position + 1
        if token.pos_ in {"VERB", "AUX"}:
            return 0
    return 0
