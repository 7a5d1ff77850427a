"""What the words right before a date say: «перенесли на четверг», «ещё в мае», «отчёт за май»."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language.dictionary import is_past_participle
from pipeline.language.words import Tokens, Word
from pipeline.mentions.dates.lexicon import load_lexicon
from pipeline.mentions.dates.outlook.clause import BOUNDARIES, clause_of
from pipeline.mentions.dates.outlook.word import Outlook, is_asking, load_cues, load_verbs, outlook_of, tells
from pipeline.records.annotations import Span

_STILL = {"ещё", "еще"}
_EDGES = {"начало", "конец", "середина"}


def put_on(tokens: Tokens, first: int, sentence: Span) -> bool:
    """«перенесли на четверг», «назначили на конец мая»; not what opens a sentence: «На следующий год он умер»."""
    words = tokens.words
    if words[first].lower == "на" and first == sentence[0]:
        return False
    if words[first - 1].lower == "на" and first - 1 == sentence[0] and words[first].lower.startswith("следующ"):
        return False
    if words[first].lower == "на" or words[first - 1].lower == "на":
        return True
    return first > 1 and words[first - 2].lower == "на" and words[first - 1].lemma in _EDGES


def stands_on(tokens: Tokens, first: int, last: int, sentence: Span) -> bool:
    """«выборы назначены на сентябрь», «на понедельник назначена встреча» still stand, «были назначены» may be over."""
    before = tokens.words[max(sentence[0], first - 8) : first]
    behind = tokens.words[last + 1 : min(sentence[1], last + 5)]
    return _stands(before) or _stands(behind) or _called(before)


def _called(words: Sequence[Word]) -> bool:
    """«объявила на четверг стачку»: perfective verbs that call what is to come."""
    verb = next((word for word in reversed(words) if tells(word)), None)
    return verb is not None and verb.lemma in load_verbs("called") and verb.features.get("VerbForm") == "Fin"


def _stands(words: Sequence[Word]) -> bool:
    put = any(word.features.get("Variant") == "Short" and word.lemma in load_cues() for word in words)
    return put and not any(word.lemma == "быть" or word.form in BOUNDARIES for word in words)


def puts_on(tokens: Tokens, first: int, sentence: Span) -> bool:
    """«созывает на воскресенье митинг»: who puts it there does so now."""
    for word in reversed(tokens.words[max(sentence[0], first - 4) : first]):
        if word.form in BOUNDARIES:
            return False
        if tells(word):
            return outlook_of(word) == "present" and word.features.get("VerbForm") == "Fin"
    return False


def still(tokens: Tokens, first: int, sentence: Span) -> bool:
    """«ещё в мае», «ещё весной»."""
    return any(word.lower in _STILL for word in tokens.words[max(sentence[0], first - 2) : first])


def done_then(tokens: Tokens, first: int, sentence: Span) -> bool:
    """«границу, закрытую в марте, откроют»: the dictionary calls such participles adjectives, which tell no time."""
    at = clause_of(tokens, first, first, sentence)[0]
    if at <= sentence[0] or at == first or tokens.words[at - 1].form != ",":
        return False
    word = tokens.words[at]
    return word.pos == "ADJ" and word.lemma not in load_cues() and is_past_participle(word.form)


def _is_period(word: Word) -> bool:
    """A month, quarter or half-year: of that time is what was paid, earned or counted for it."""
    entry = load_lexicon().classify(word.lower, word.lemma)
    return entry is not None and entry[0] in {"month", "quarter_word", "half_year_word"}


def of_results(tokens: Tokens, first: int, last: int) -> bool:
    """«рост по итогам февраля составит два процента»: whatever the verb, the month is mostly over."""
    return tokens.words[first - 1].lemma == "итог" and any(map(_is_period, tokens.words[first : last + 1]))


def looks_back(tokens: Tokens, first: int, last: int, sentence: Span, found: Outlook) -> bool:
    """«письма за вторник», «найди письма за вторник», «отчёт за май опубликуют», «дивиденды за квартал»: it is over."""
    words = tokens.words
    if words[first - 1].lower != "за":
        return False
    if first > 1 and words[first - 2].lemma in load_verbs("account"):
        return True
    if first > 1 and words[first - 2].pos == "NOUN" and any(map(_is_period, words[first : last + 1])):
        return True
    return found in {"none", "present"} or any(map(is_asking, words[sentence[0] : first]))
