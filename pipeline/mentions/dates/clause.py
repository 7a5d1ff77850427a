"""Which way the clause of a date looks: to what was, to what will be, or to what is only planned."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language.dictionary import likeliest
from pipeline.language.words import Tokens
from pipeline.mentions.dates.outlook import (
    WILL,
    Outlook,
    is_asking,
    leads,
    load_cues,
    load_verbs,
    moves,
    outlook_of,
    says,
    sure,
    tells,
    vows,
)

Span = tuple[int, int]
_BOUNDARIES = frozenset({",", ";", ":", "—", "–", "-", "(", ")", "«", "»", '"', "."})
_STOPS = frozenset({",", ";", ":", ".", "—", "–"})
_STILL = {"ещё", "еще"}
_BOUNDS = {"с", "со", "до", "к", "ко"}
_EDGES = {"начало", "конец", "середина"}
_REACH = 14
_STEPS = 3  # up the tree


def find_outlook(
    tokens: Tokens, first: int, last: int, sentence: Span, *, attribute: bool = False
) -> tuple[Outlook, bool]:
    """Outlook of the clause that holds the tokens `first` to `last` (inclusive) of a sentence.

    «Парад состоялся 3 июля» is past, «Сессия пройдёт 14 февраля» future, «назначенное на 5 апреля» planned. A date
    after «на» is where something was put («перенесли на четверг»), so planned whatever the tense.

    Of an `attribute` an infinitive says nothing: «решили показать субботний матч».

    Returns:
        The outlook, and whether the verb that governs the date says so itself.
    """
    if first and _put_on(tokens, first):
        ahead = _stands_on(tokens, first, sentence) or _puts_on(tokens, first, sentence)
        return ("future" if ahead else "planned"), False
    if not attribute and last + 1 < sentence[1] and vows(tokens.words[last + 1]):
        return "past", True
    found, sure = _outlook(tokens, first, last, sentence, attribute=attribute)
    if found == "present" and _turns(tokens, first, last, sentence):
        return "future", False
    if first and (found, sure) != ("future", True) and _still(tokens, first, sentence):
        return "past", found != "planned"  # «открыть рассчитывали ещё 1 декабря»
    if first and _looks_back(tokens, first, sentence, found):
        return "past", False
    ahead = found == "none" and (_asks(tokens, sentence) or _comes_next(tokens, first, sentence))
    return ("future", False) if ahead else (found, sure)


def _turns(tokens: Tokens, first: int, last: int, sentence: Span) -> bool:
    """«филиал прекращает работу с 1 сентября»: a change told in the present is about to come."""
    words = tokens.words
    if not {words[first].lower, words[first - 1].lower if first else ""} & {"с", "со"}:
        return False
    left, right = _clause(tokens, first, last, sentence)
    verbs = _telling(tokens, left, first) + _telling(tokens, last + 1, right)
    nearest = _nearest(verbs, first, last)
    return nearest is not None and words[nearest].lemma in load_verbs("turning")


def _comes_next(tokens: Tokens, first: int, sentence: Span) -> bool:
    """«Следующее заседание — в понедельник»: no verb, and what is next of its kind."""
    words = tokens.words[sentence[0] : first]
    return any(word.pos == "ADJ" and word.lemma in load_verbs("next") for word in words)


def is_cancelled(tokens: Tokens, first: int, last: int, sentence: Span) -> bool:
    """«субботний концерт сорвался», «отменили апрельский семинар»: the day of what was called off is rather ahead."""
    words, calling = tokens.words, load_verbs("cancelled")
    left, _ = _clause(tokens, first, last, sentence)
    right = last + 1
    while right < min(sentence[1], last + _REACH) and words[right].form not in _STOPS:
        right += 1  # names of places and plays stand in quotation marks
    return any(word.lemma in calling for word in words[left:right])


def _asks(tokens: Tokens, sentence: Span) -> bool:
    """«Позвони в субботу»: what opens a sentence and asks, whatever a tagger that reads news calls it."""
    form = tokens.words[sentence[0]].form if sentence[0] < sentence[1] else ""
    return form[:1].isalpha() and "Mood=Imp" in likeliest(form)[1]


def _outlook(tokens: Tokens, first: int, last: int, sentence: Span, *, attribute: bool) -> tuple[Outlook, bool]:
    """What the verbs of the clause say, else those of the sentence."""
    words = tokens.words
    left, right = _clause(tokens, first, last, sentence)
    inside = _telling(tokens, left, first) + _telling(tokens, last + 1, right)
    parsed = tokens.head(last) is not None
    governor = _governor(tokens, first, last) if parsed else _nearest(inside, first, last)
    if not inside:
        return _outside(tokens, (first, last), sentence, governor), False
    cues = [i for i in inside if words[i].lemma in load_cues() and not _of_a_noun(tokens, i, inside, (first, last))]
    verb = governor if governor in inside else _nearest(cues or inside, first, last)
    if cues and verb is not None and outlook_of(words[verb]) != "future":
        verb = _nearest(cues, first, last)
    if verb is not None and _bounds(tokens, first) and any(leads(words[verb], words[i]) for i in inside):
        return "future", False
    before = 0 if attribute else first
    found = _with_neighbours(tokens, verb, sentence, before=before) if verb is not None else "none"
    if found == "none":
        elsewhere = _anywhere(tokens, first, last, sentence)
        only = (
            not attribute and elsewhere == "none" and verb is not None and words[verb].features.get("VerbForm") == "Inf"
        )
        return ("future" if only else elsewhere), False  # «в понедельник позвонить маме»
    return found, verb is not None and verb == governor and not cues and sure(words[verb])


def _of_a_noun(tokens: Tokens, at: int, inside: Sequence[int], date: Span) -> bool:
    """«О предстоящем слиянии объявили в мае»: an adjective tells nothing beside a verb, unless at the date."""
    words = tokens.words
    if words[at].pos != "ADJ" or words[at].lemma not in load_verbs("next") or date[0] - 2 <= at <= date[1] + 1:
        return False
    return any(words[i].features.get("VerbForm") == "Fin" for i in inside if i != at)


def _bounds(tokens: Tokens, first: int) -> bool:
    """«распорядился с понедельника выдавать воду» is of the infinitive; «решили в среду выдать» may not be."""
    return first > 0 and {tokens.words[first].lower, tokens.words[first - 1].lower} & _BOUNDS != set()


def _outside(tokens: Tokens, date: Span, sentence: Span, governor: int | None) -> Outlook:
    """A clause without a verb («второй, 17-го, — в Бишкеке»): the governor and the nearest verb must agree."""
    nearest = _anywhere(tokens, *date, sentence)
    governed = _with_neighbours(tokens, governor, sentence, before=date[0]) if governor is not None else nearest
    return nearest if governed in {nearest, "none"} else "none"


def is_moved(tokens: Tokens, first: int, sentence: Span) -> bool:
    """Whether the date is one that something is moved to or from: «отложил до понедельника», «перенесли с субботы»."""
    return any(map(moves, tokens.words[max(sentence[0], first - 8) : first]))


def _nearest(indexes: Sequence[int], first: int, last: int) -> int | None:
    if len(indexes) < 2:
        return indexes[0] if indexes else None
    return min(indexes, key=lambda i: first - i if i < first else i - last if i > last else min(i - first, last - i))


def _put_on(tokens: Tokens, first: int) -> bool:
    words = tokens.words
    if words[first].lower == "на" or words[first - 1].lower == "на":
        return True
    return first > 1 and words[first - 2].lower == "на" and words[first - 1].lemma in _EDGES


def _stands_on(tokens: Tokens, first: int, sentence: Span) -> bool:
    """«выборы назначены на сентябрь» still stands, «были назначены на сентябрь» may be over."""
    words = tokens.words[max(sentence[0], first - 8) : first]
    put = any(word.features.get("Variant") == "Short" and word.lemma in load_cues() for word in words)
    return put and not any(word.lemma == "быть" or word.form in _BOUNDARIES for word in words)


def _puts_on(tokens: Tokens, first: int, sentence: Span) -> bool:
    """«созывает на воскресенье митинг»: who puts it there does so now."""
    for word in reversed(tokens.words[max(sentence[0], first - 4) : first]):
        if word.form in _BOUNDARIES:
            return False
        if tells(word):
            return outlook_of(word) == "present" and word.features.get("VerbForm") == "Fin"
    return False


def _still(tokens: Tokens, first: int, sentence: Span) -> bool:
    """«ещё в мае», «ещё весной»."""
    return any(word.lower in _STILL for word in tokens.words[max(sentence[0], first - 2) : first])


def _looks_back(tokens: Tokens, first: int, sentence: Span, found: Outlook) -> bool:
    """«письма за вторник», «найди письма за вторник», «отчёт за май опубликуют»: it is over."""
    words = tokens.words
    if words[first - 1].lower != "за":
        return False
    if first > 1 and words[first - 2].lemma in load_verbs("account"):
        return True
    return found in {"none", "present"} or any(map(is_asking, words[sentence[0] : first]))


def _clause(tokens: Tokens, first: int, last: int, sentence: Span) -> Span:
    """Token offsets of the stretch between the signs around a date; the date's own commas do not count."""
    words = tokens.words
    left, right = first, last + 1
    start, end = max(sentence[0], first - _REACH), min(sentence[1], last + 1 + _REACH)
    while left > start and words[left - 1].form not in _BOUNDARIES:
        left -= 1
    while right < end and words[right].form not in _BOUNDARIES:
        right += 1
    return left, right


def _telling(tokens: Tokens, start: int, end: int) -> list[int]:
    words = tokens.words
    return [i for i in range(start, end) if tells(words[i])]


def _governor(tokens: Tokens, first: int, last: int) -> int | None:
    """Nearest verb above the date in the tree, at most five steps up, or a cue word on the way."""
    at = last
    for _ in range(5):
        head = tokens.head(at)
        if head is None or head == at:
            return None
        at = head
        if not first <= at <= last and tells(tokens.words[at]):
            return at
    return None


def _with_neighbours(tokens: Tokens, verb: int, sentence: Span, *, before: int) -> Outlook:
    """The cue word beside an infinitive or a participle decides: «намерен навестить», «может пройти».

    What was decided is still to come («решили провести в среду»), but not what was done («успели провести в среду»).
    """
    words = tokens.words
    if _will_be(tokens, verb):
        return "future"
    outlook = outlook_of(words[verb])
    if outlook == "past" and _wished(tokens, verb, sentence):
        return "planned"
    if outlook != "none":
        return outlook
    for i in range(verb - 1, max(sentence[0], verb - 7) - 1, -1):
        if words[i].form in _BOUNDARIES:
            break
        if tells(words[i]) and (found := outlook_of(words[i])) != "none":
            ahead = verb < before and leads(words[i], words[verb])
            return "future" if found == "present" or ahead else found
    return _led(tokens, verb, before)


def _wished(tokens: Tokens, verb: int, sentence: Span) -> bool:
    """«Исполнить оперу театр хотел в ноябре»: the infinitive stands before the verb that wishes."""
    words = tokens.words
    wishes = words[verb].lemma in load_verbs("wished")
    return wishes and any(leads(words[verb], word) for word in words[sentence[0] : verb])


def _led(tokens: Tokens, verb: int, before: int) -> Outlook:
    """A verb or noun further up leads.

    «распорядился выплатить погорельцам пособия и с понедельника поставить палатки», «намерение с июля поднять тариф».
    """
    at = verb
    for _ in range(_STEPS):
        head = tokens.head(at)
        if head is None or head == at or tokens.words[verb].features.get("VerbForm") != "Inf":
            return "none"
        at = head
        if at < before and (leads(tokens.words[at], tokens.words[verb]) or tokens.words[at].lemma in load_verbs("aim")):
            return "future"
    return "none"


def _will_be(tokens: Tokens, verb: int) -> bool:
    """«будет показана», «показана не будет»: the participle is past, the clause is not."""
    words = tokens.words
    if words[verb].features.get("VerbForm") not in {"Part", "Inf"}:
        return False
    return any(word.lower in WILL for word in words[max(0, verb - 6) : verb + 3])


def _anywhere(tokens: Tokens, first: int, last: int, sentence: Span) -> Outlook:
    """Nearest verb of the sentence, where the clause has none («второй, 17-го, — в Бишкеке»)."""
    words = tokens.words
    window = range(max(sentence[0], first - 25), min(sentence[1], last + 25))
    telling = [i for i in window if says(words[i]) != "none"]
    content = [i for i in telling if words[i].lemma not in load_verbs("said")]
    nearest = _nearest(content or telling, first, last)
    return outlook_of(words[nearest]) if nearest is not None else "none"
