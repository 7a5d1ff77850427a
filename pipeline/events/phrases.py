"""Words and phrases of the lexicons as patterns over tokens, and the neighbourhood they are looked for in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from spacy.tokens import Doc, Span, Token

from pipeline.language.backends import morph_analyzer
from pipeline.language.features import features
from pipeline.language.sentences import sentence_of

_CASES = {
    "nomn": "Nom", "gent": "Gen", "datv": "Dat", "accs": "Acc", "ablt": "Ins", "loct": "Loc",
    "gen2": "Gen", "loc2": "Loc",
}  # fmt: skip
_DIRECT = frozenset({"Nom", "Acc", "Gen"})  # object, passive subject, object of a negated verb
_OBJECT = frozenset({"Nom", "Acc"})
PREPOSITIONS = frozenset(
    "в во на с со к ко о об от из из-за из-под за под по при перед до у над через против для между без".split(" ")  # noqa: SIM905
)
_VERBAL_FEATURES = frozenset({"Tense", "VerbForm", "Variant", "Voice"})
_VERB_FORMS = {"VERB": "Fin", "INFN": "Inf", "PRTF": "Part", "PRTS": "Part", "GRND": "Conv"}
_MISTAKEN = frozenset({"NOUN", "PROPN", "ADJ", "X"})
_INFINITIVE = ("ть", "ти", "чь", "ться", "тись", "чься")
_ATTRIBUTES = frozenset({"ADJ", "DET", "NUM"})
_MAX_ATTRIBUTES = 3
_MAX_GAP = 3
_MAX_STRETCH = 8
_MAX_INSERTION = 4
_FOLDED = "svodka.folded_lemmas"
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET", "PRON"})
_MEASURES = frozenset(
    ["%", "процент", "миллион", "миллиард", "тысяча", "млн", "млрд", "тыс", "тыс.", "сотня", "десяток", "пара",
     "тройка", "половина", "треть", "четверть", "часть", "доля", "ряд", "партия", "серия", "группа", "большинство",
     "остаток", "тонна", "комплект", "множество", "количество", "число", "пакет"]
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Word:
    """A word of a lexicon.

    Attributes:
        lemmas: what a token's lemma may be.
        plurals: what it may be if the token is plural: «учения» is not «учение», and «выборы» no «выбор».
        is_plural: whether it is written as a plural: «переговоры».
        cases: the cases that the written form stands for.
    """

    text: str
    lemmas: frozenset[str]
    plurals: frozenset[str]
    is_plural: bool
    cases: frozenset[str]

    @cached_property
    def openings(self) -> frozenset[str]:
        """Lemmas of the tokens that can be this word: a quick look before `matches_word`."""
        return self.lemmas | self.plurals


Phrase = tuple[Word, ...]


@lru_cache(maxsize=1 << 14)
def fold(text: str) -> str:
    """Lower case with е for ё: texts and lexicons are not consistent in the letter."""
    return text.lower().replace("ё", "е")


@lru_cache(maxsize=20_000)
def read_word(text: str) -> Word:
    """Analyse a word as it is written in a lexicon.

    Example: «войск» matches the lemma «войско» in the genitive; «закон» its direct cases, «принять» any form.
    """
    parses = morph_analyzer().parse(text.lower())
    folded = fold(text)
    normal = {fold(parse.normal_form) for parse in parses}
    plural_parses = [fold(p.normal_form) for p in parses if {"NOUN", "nomn", "plur"} in p.tag]
    plurals = {normal_form for normal_form in plural_parses if normal_form != folded}
    certain = bool(plurals) or fold(parses[0].normal_form) == folded
    return Word(
        text=text,
        lemmas=frozenset({folded} if certain else normal | {folded}),
        plurals=frozenset(plurals),
        is_plural=bool(plural_parses),
        cases=frozenset(_CASES[str(p.tag.case)] for p in parses if str(p.tag.case) in _CASES),
    )


@lru_cache(maxsize=20_000)
def read_phrase(text: str) -> Phrase:
    """Analyse a phrase: «в отставку», «телефонный разговор».

    Behind a preposition the case counts as written; without one an accusative or nominative stands for all cases of
    an object («закон»: «приняли закон», «закон принят», «не приняли закона»).
    """
    words = tuple(_any_number(read_word(word)) for word in text.split())
    if words[0].text.lower() in PREPOSITIONS:
        return words
    return tuple(replace(w, cases=w.cases | _DIRECT) if w.cases & _OBJECT else w for w in words)


def read_trigger(text: str) -> Phrase:
    """Analyse the words of an entry: its first word, written as a plural, means plurals only («выборы», «учения»)."""
    first, *others = text.split()
    return (read_word(first), *(_any_number(read_word(word)) for word in others))


def folded_lemmas(doc: Doc) -> list[str]:
    """The folded lemma of every token, made once a document: thousands of phrases are looked for in it."""
    found: list[str] | None = doc.user_data.get(_FOLDED)
    if found is None:
        found = doc.user_data[_FOLDED] = [_lexical(token) for token in doc]
    return found


def _lexical(token: Token) -> str:
    """The folded lemma as a lexicon writes it: «-летие» for «70-летие»."""
    lemma = fold(token.lemma_)
    return lemma.lstrip("0123456789") if lemma[:1].isdigit() and "-" in lemma else lemma


def _any_number(word: Word) -> Word:
    return replace(word, lemmas=word.lemmas | word.plurals)


def matches_word(token: Token, word: Word) -> bool:
    """Whether the token is a form of the word."""
    lemma = _lexical(token)
    if lemma in word.lemmas:
        return True
    return lemma in word.plurals and (feature(token, "Number") != "Sing" or fold(token.text) == fold(word.text))


def match_phrase(doc: Doc, phrase: Phrase, start: int, *, by_case: bool = False) -> tuple[int, ...]:
    """Token indices of the phrase's words from token `start` on, empty where it does not stand there.

    Attributes may stand between the words («под домашний арест»). With `by_case` nouns must have the case that the
    phrase is written in, so that «в отставку» does not match «в отставке».
    """
    found: list[int] = []
    at = start
    for word in phrase:
        at = _next_match(doc, word, at, skip=bool(found))
        if at < 0 or (by_case and not _has_case(doc[at], word)):
            return ()
        found.append(at)
        at += 1
    return tuple(found)


def _next_match(doc: Doc, word: Word, at: int, *, skip: bool) -> int:
    for i in range(at, min(at + 1 + _MAX_ATTRIBUTES * skip, len(doc))):
        token = doc[i]
        if matches_word(token, word):
            return i
        attribute = token.pos_ in _ATTRIBUTES or (token.pos_ == "VERB" and token.dep_ == "amod")
        if not attribute and not token.is_space:
            return -1
    return -1


def _has_case(token: Token, word: Word) -> bool:
    if not word.cases or token.pos_ not in _NOMINAL:
        return True
    return case_of(token) in word.cases | {""} or fold(token.text) == fold(word.text)


def feature(token: Token, name: str) -> str:
    """A morphological feature («Case», «Tense», ...), empty where the word has none."""
    values = features(token, name)
    if values and name == "Tense" and values[0] != "Past":
        # Aspect is a fact of the verb: «пришлёт», «будет» are future whatever the tagger says.
        return _verbal_features(token.text.lower(), token.lemma_).get("Tense") or str(values[0])
    if values:
        return str(values[0])
    if name in _VERBAL_FEATURES and token.pos_ in _MISTAKEN and token.lemma_.endswith(_INFINITIVE):
        return _verbal_features(token.text.lower(), token.lemma_).get(name, "")
    return ""


@lru_cache(maxsize=20_000)
def _verbal_features(word: str, lemma: str) -> dict[str, str]:
    """Features of a verb form that the tagger took for a noun or an adjective («беседовала», «похищенный»)."""
    parses = morph_analyzer().parse(word)
    verbal = [p for p in parses if str(p.tag.POS) in _VERB_FORMS]
    tags = [p.tag for p in verbal if p.normal_form == lemma] or [p.tag for p in verbal]
    if not tags:
        return {}
    tag = tags[0]
    found = {"VerbForm": _VERB_FORMS[str(tag.POS)], "Variant": "Short" if tag.POS == "PRTS" else ""}
    found["Tense"] = {"past": "Past", "pres": "Pres", "futr": "Fut"}.get(str(tag.tense), "")
    found["Voice"] = "Pass" if str(tag.voice) == "pssv" else ""
    return found


def case_of(token: Token) -> str:
    """The tagged case («Nom», «Gen», ...), empty where there is none."""
    return feature(token, "Case")


def find_phrase_near(token: Token, phrase: Phrase) -> tuple[int, ...]:
    """Token indices of a phrase that belongs to the token: its complement, its subject, or what it is attribute of.

    Example: «подал заявление об отставке», «отставка, о которой он объявил»: the first is near «подал».
    """
    doc, openings = token.doc, phrase[0].openings
    if openings.isdisjoint(_lemmas_near(doc, token.i)):
        return ()
    nominal = len(phrase) == 1 and token.pos_ in {"NOUN", "PROPN"}
    for start, lemma in _near(doc, token.i):
        if lemma not in openings:
            continue
        found = match_phrase(doc, phrase, start, by_case=not nominal)
        if found and token.i not in found and _complements(found, phrase, token):
            return found
    return ()


def _complements(found: tuple[int, ...], phrase: Phrase, token: Token) -> bool:
    """A verb's object stands without a preposition of its own: «открыли музей», not «открыли в музее»."""
    doc, last = token.doc, token.doc[found[-1]]
    bare = phrase[0].text.lower() not in PREPOSITIONS
    if bare and token.pos_ in {"VERB", "AUX"} and (_has_preposition(last) or _has_preposition(last.head)):
        return False
    if last.pos_ in {"NOUN", "PROPN"} and in_quoted_name(doc[found[0]]):
        return False
    if bare and token.pos_ in {"VERB", "AUX"} and len(found) == 1 and last.pos_ in {"NOUN", "PROPN"}:
        return (
            last.head == token
            or token.head == last
            or _is_measured(last, token)
            or _shares_modal(last, token)
            or _in_one_stretch(last, token)
        )
    return belongs_to(last, token)


def _shares_modal(noun: Token, verb: Token) -> bool:
    """«результаты должны появиться», «может открыться центр»: the subject hangs on the modal word."""
    return verb.dep_ == "xcomp" and noun.head == verb.head and (noun.i < verb.i or noun.dep_ == "nsubj")


def _in_one_stretch(noun: Token, verb: Token) -> bool:
    """An accusative with no verb and no comma between, or what a passive agrees with, wherever the tree hung it.

    Example: «[движение] по дороге Терскол – Азау закрыто», «[документ] Палата рассмотрит завтра».
    """
    low, high = sorted((noun.i, verb.i))
    acted_on = case_of(noun) == "Acc" or (noun.i < verb.i and _agrees_with_passive(noun, verb))
    near = 0 < high - low <= _MAX_STRETCH and acted_on
    between = _without_insertion(noun.doc[low + 1 : high])
    return near and not any(_breaks_stretch(t) for t in between)


def _without_insertion(between: Span) -> list[Token]:
    """The words between without one of a few words in commas: «школа[, впрочем,] открыта»."""
    commas = [t.i for t in between if t.text == ","]
    if len(commas) != 2 or commas[1] - commas[0] > _MAX_INSERTION:
        return list(between)
    return [t for t in between if not commas[0] <= t.i <= commas[1]]


def _breaks_stretch(token: Token) -> bool:
    return (token.is_punct and token.text not in {"«", "»", "–", "—"}) or token.pos_ in {"VERB", "AUX", "CCONJ"}


def _agrees_with_passive(noun: Token, verb: Token) -> bool:
    short = feature(verb, "Variant") == "Short" and case_of(noun) == "Nom"
    same_gender = feature(verb, "Number") == "Plur" or feature(verb, "Gender") == feature(noun, "Gender")
    return short and feature(verb, "Number") == feature(noun, "Number") and same_gender


def _is_measured(noun: Token, verb: Token) -> bool:
    """«открыли две школы», «набрала 12 % голосов», «школы и сады закрыты»: a number, a measure, a conjunct between."""
    counted = noun.head.pos_ == "NUM" or noun.dep_ in {"conj", "nummod", "nummod:gov"}
    measured = fold(noun.head.lemma_) in _MEASURES and case_of(noun) in {"Gen", ""}
    return noun.head.head == verb and (counted or measured)


def _has_preposition(word: Token) -> bool:
    return word.pos_ not in {"VERB", "AUX"} and any(c.pos_ == "ADP" and c.i < word.i for c in word.children)


def in_quoted_name(token: Token) -> bool:
    """Whether the word opens or continues a short quoted name: «Мост на Свислочи»."""
    for i in range(token.i - 1, max(token.i - 4, sentence_of(token).start) - 1, -1):
        text = token.doc[i].text
        if text in {"»", "”"}:
            return False
        if text in {"«", "„", "“"}:
            inside = list(token.doc[i + 1 : min(token.i + 5, sentence_of(token).end)])
            end = next((n for n, t in enumerate(inside) if t.text in {"»", "”"}), -1)
            said = any(t.pos_ in {"VERB", "AUX"} or t.text in {".", ",", "!", "?"} for t in inside[:end])
            return end > 0 and inside[0].is_title and not said
    return False


@lru_cache(maxsize=64)  # many phrases are looked for around one word
def _near(doc: Doc, index: int) -> tuple[tuple[int, str], ...]:
    """The other words of the sentence with their folded lemmas, the nearest first, at most fifteen to either side."""
    sentence, lemmas = sentence_of(doc[index]), folded_lemmas(doc)
    around = (place for distance in range(1, 16) for place in (index + distance, index - distance))
    return tuple((place, lemmas[place]) for place in around if sentence.start <= place < sentence.end)


@lru_cache(maxsize=64)
def _lemmas_near(doc: Doc, index: int) -> frozenset[str]:
    """What stands around a word: most of the many phrases that are looked for there have none of it."""
    return frozenset(lemma for _, lemma in _near(doc, index))


def belongs_to(word: Token, token: Token) -> bool:
    """Whether two words hang together: by the tree in at most three steps, or side by side without a break."""
    if word.head == token or token.head == word:
        return True
    if word.head == token.head and "xcomp" in {word.dep_, token.dep_}:
        return True  # «размещение может состояться», «результаты должны появиться»
    if word.head == token.head and word.dep_ == "nsubj" and token.pos_ in {"NOUN", "PROPN"}:
        return True  # «суд приступил к слушаниям»
    if word.head.head == token and word.head.pos_ not in {"VERB", "AUX"}:
        return True
    return _adjacent(word, token)


def _adjacent(word: Token, token: Token) -> bool:
    low, high = sorted((word.i, token.i))
    between = [t for t in word.doc[low + 1 : high] if not t.is_space]
    return len(between) <= _MAX_GAP and not any(t.is_punct or t.pos_ in {"VERB", "SCONJ"} for t in between)
