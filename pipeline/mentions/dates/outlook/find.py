"""Which way the clause of a date looks: to what was, to what will be, or to what is only planned."""

from __future__ import annotations

from pipeline.language.dictionary import likeliest
from pipeline.language.words import Tokens, Word
from pipeline.mentions.dates.outlook.before import done_then, looks_back, of_results, put_on, puts_on, stands_on, still
from pipeline.mentions.dates.outlook.clause import nearest_to, verbs_around
from pipeline.mentions.dates.outlook.predicate import outlook_by_verbs
from pipeline.mentions.dates.outlook.word import Outlook, load_verbs, vows
from pipeline.records.annotations import Span

_OF_CAUSES = frozenset({"за", "после", "из-за", "по", "результатов", "расследования"})


def find_outlook(
    tokens: Tokens, first: int, last: int, sentence: Span, *, attribute: bool = False, placed: bool = True
) -> tuple[Outlook, bool]:
    """Outlook of the clause that holds the tokens `first` to `last` (inclusive) of a sentence.

    «Парад состоялся 3 июля» is past, «Сессия пройдёт 14 февраля» future, «назначенное на 5 апреля» planned. A date
    after «на» is where something was put («перенесли на четверг»), so planned whatever the tense.

    Of an `attribute` an infinitive says nothing: «решили показать субботний матч». Where the date is not `placed`, its
    «на» says nothing: «на той неделе».

    Returns:
        The outlook, and whether the verb that governs the date says so itself.
    """
    if placed and first and put_on(tokens, first, sentence):
        ahead = stands_on(tokens, first, last, sentence) or puts_on(tokens, first, sentence)
        return ("future" if ahead else "planned"), False
    vowed = not attribute and last + 1 < sentence[1] and vows(tokens.words[last + 1])
    if vowed or (first and done_then(tokens, first, sentence)):
        return "past", True
    found, sure = outlook_by_verbs(tokens, first, last, sentence, attribute=attribute)
    if (by_verb := _by_nearest_verb(tokens, first, last, sentence, found)) is not None:
        return by_verb, False
    if first and (found, sure) != ("future", True) and still(tokens, first, sentence):
        return "past", found != "planned"  # «открыть рассчитывали ещё 1 декабря»
    if first and looks_back(tokens, first, last, sentence, found):
        return "past", False
    if first and of_results(tokens, first, last) and found != "past":
        found, sure = "none", False
    ahead = found == "none" and (_asks(tokens, sentence) or _comes_next(tokens, first, sentence))
    return ("future", False) if ahead else (found, sure)


def _by_nearest_verb(tokens: Tokens, first: int, last: int, sentence: Span, found: Outlook) -> Outlook | None:
    """What the nearest verb says, where it stands before «с», or waits.

    «филиал прекращает работу с 1 сентября»: a change is about to come; «вкладчики ждут выплат с осени»: they have done.
    """
    words = tokens.words
    nearest = nearest_to(verbs_around(tokens, first, last, sentence), first, last)
    if nearest is None:
        return None
    verb = words[nearest]
    if not {words[first].lower, words[first - 1].lower if first else ""} & {"с", "со"}:
        return "future" if found == "planned" and _awaits(tokens, verb, first, sentence) else None
    if found == "present" and verb.lemma in load_verbs("turning"):
        return "future"
    waits = verb.lemma in load_verbs("waiting") and verb.features.get("Tense") == "Pres"
    return "past" if found == "planned" and waits else None


def _awaits(tokens: Tokens, verb: Word, first: int, sentence: Span) -> bool:
    """«Ждут её в четверг»; not «за аварию в понедельник его ждёт суд», where a noun has the day."""
    words = tokens.words
    before = {word.lower for word in words[sentence[0] : first]}
    placed = bool({words[first].lower, words[first - 1].lower if first else ""} & {"в", "во"})
    waits = verb.lemma in load_verbs("awaited") and verb.features.get("Tense") == "Pres"
    return waits and placed and not before & _OF_CAUSES


def _comes_next(tokens: Tokens, first: int, sentence: Span) -> bool:
    """«Следующее заседание — в понедельник»: no verb, and what is next of its kind."""
    words = tokens.words[sentence[0] : first]
    return any(word.pos == "ADJ" and word.lemma in load_verbs("next") for word in words)


def _asks(tokens: Tokens, sentence: Span) -> bool:
    """«Позвони в субботу»: what opens a sentence and asks, whatever a tagger that reads news calls it."""
    form = tokens.words[sentence[0]].form if sentence[0] < sentence[1] else ""
    return form[:1].isalpha() and "Mood=Imp" in likeliest(form)[1]
