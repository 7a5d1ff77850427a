"""Which way the clause of a date looks: to what was, to what will be, or to what is only planned."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Literal

from pipeline.language.words import Tokens, Word
from pipeline.resources import models_dir, read_sections

Outlook = Literal["past", "future", "planned", "present", "none"]
Span = tuple[int, int]
_BOUNDARIES = frozenset({",", ";", ":", "—", "–", "-", "(", ")", "«", "»", '"', "."})
_PRESENT = {"ющи", "ящи", "ащи", "ущи", "щий", "аем", "яем", "уем"}
_WILL = {"будет", "будут", "буду", "будем", "будете"}  # the tagger calls them present
_VERBAL = {"VERB", "AUX"}
_EDGES = {"начало", "конец", "середина"}
_REACH = 14


@cache
def _sections() -> dict[str, list[str]]:
    return read_sections(models_dir() / "dates" / "cues.yaml", {"past", "future", "planned", "moved"})


@cache
def load_cues_moved() -> frozenset[str]:
    """Verbs that move a happening from one date to another."""
    return frozenset(_sections()["moved"])


@cache
def load_cues() -> dict[str, Outlook]:
    """Dictionary form to outlook, from `models/dates/cues.yaml`."""
    sections = _sections()
    found: dict[str, Outlook] = {}
    for outlook in ("past", "future", "planned"):
        found.update(dict.fromkeys(sections[outlook], outlook))
    return found


def find_outlook(tokens: Tokens, first: int, last: int, sentence: Span) -> tuple[Outlook, bool]:
    """Outlook of the clause that holds the tokens `first` to `last` (inclusive) of a sentence.

    «Парад состоялся 3 июля» is past, «Сессия пройдёт 14 февраля» future, «назначенное на 5 апреля» planned. A date
    after «на» is where something was put («перенесли на четверг»), so planned whatever the tense.

    Returns:
        The outlook, and whether the verb that governs the date says so itself.
    """
    words = tokens.words
    if first and _put_on(tokens, first):
        return "planned", False
    left, right = _clause(tokens, first, last, sentence)
    inside = _telling(tokens, left, first) + _telling(tokens, last + 1, right)
    parsed = tokens.head(last) is not None
    governor = _governor(tokens, first, last) if parsed else _nearest(inside, first, last)
    if not inside:
        return _outside(tokens, (first, last), sentence, governor), False
    cues = [i for i in inside if words[i].lemma in load_cues()]
    verb = governor if governor in inside else _nearest(cues or inside, first, last)
    if cues and verb is not None and outlook_of(words[verb]) != "future":
        verb = _nearest(cues, first, last)
    found = _with_neighbours(tokens, verb, sentence) if verb is not None else "none"
    if found == "none":
        return _anywhere(tokens, first, last, sentence), False
    return found, verb == governor and not cues


def _outside(tokens: Tokens, date: Span, sentence: Span, governor: int | None) -> Outlook:
    """A clause without a verb («второй, 17-го, — в Бишкеке»): the governor and the nearest verb must agree."""
    nearest = _anywhere(tokens, *date, sentence)
    governed = _with_neighbours(tokens, governor, sentence) if governor is not None else nearest
    return nearest if governed in {nearest, "none"} else "none"


def is_moved(tokens: Tokens, first: int, sentence: Span) -> bool:
    """Whether the date is one that something is moved to or from: «отложил до понедельника», «перенесли с субботы»."""
    return any(map(_moves, tokens.words[max(sentence[0], first - 8) : first]))


@lru_cache(maxsize=50_000)
def _moves(word: Word) -> bool:
    return word.lemma in load_cues_moved()


def _nearest(indexes: Sequence[int], first: int, last: int) -> int | None:
    if len(indexes) < 2:
        return indexes[0] if indexes else None
    return min(indexes, key=lambda i: first - i if i < first else i - last if i > last else min(i - first, last - i))


def _put_on(tokens: Tokens, first: int) -> bool:
    words = tokens.words
    if words[first].lower == "на" or words[first - 1].lower == "на":
        return True
    return first > 1 and words[first - 2].lower == "на" and words[first - 1].lemma in _EDGES


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
    return [i for i in range(start, end) if _tells(words[i])]


@lru_cache(maxsize=50_000)
def _tells(word: Word) -> bool:
    """Whether a word can tell the outlook: a verb, a participle or a cue."""
    return word.pos in _VERBAL or word.lemma in load_cues() or _is_participle(word)


def _is_participle(word: Word) -> bool:
    """An adjective by its tag, a verb by its dictionary form: «награждённый»."""
    return word.pos == "ADJ" and word.lemma.endswith(("ть", "ться", "ти", "чь"))


def _governor(tokens: Tokens, first: int, last: int) -> int | None:
    """Nearest verb above the date in the tree, at most five steps up, or a cue word on the way."""
    at = last
    for _ in range(5):
        head = tokens.head(at)
        if head is None or head == at:
            return None
        at = head
        if not first <= at <= last and _tells(tokens.words[at]):
            return at
    return None


def _with_neighbours(tokens: Tokens, verb: int, sentence: Span) -> Outlook:
    """The cue word beside an infinitive or a participle decides: «намерен навестить», «может пройти»."""
    words = tokens.words
    if _will_be(tokens, verb):
        return "future"
    outlook = outlook_of(words[verb])
    if outlook != "none":
        return outlook
    for i in range(verb - 1, max(sentence[0], verb - 7) - 1, -1):
        if words[i].form in _BOUNDARIES:
            break
        if _tells(words[i]) and (found := outlook_of(words[i])) != "none":
            return "future" if found == "present" else found
    return "none"


def _will_be(tokens: Tokens, verb: int) -> bool:
    """«будет показана», «показана не будет»: the participle is past, the clause is not."""
    words = tokens.words
    if words[verb].features.get("VerbForm") not in {"Part", "Inf"}:
        return False
    return any(word.lower in _WILL for word in words[max(0, verb - 6) : verb + 3])


@lru_cache(maxsize=50_000)
def outlook_of(word: Word) -> Outlook:
    """What one word says: its cue entry, else its tense."""
    cue, tense = load_cues().get(word.lemma), word.features.get("Tense", "")
    if cue is not None:
        return "planned" if cue == "future" and tense == "Past" else cue
    if word.lower in _WILL:
        return "future"
    if not tense or (tense == "Pres" and word.features.get("VerbForm") == "Conv"):
        return "past" if _is_participle(word) and word.lower[-5:-2] not in _PRESENT else "none"
    by_tense: dict[str, Outlook] = {"Past": "past", "Fut": "future", "Pres": "present"}
    return by_tense.get(tense, "none")


def _anywhere(tokens: Tokens, first: int, last: int, sentence: Span) -> Outlook:
    """Nearest verb of the sentence, where the clause has none («второй, 17-го, — в Бишкеке»)."""
    words = tokens.words
    window = range(max(sentence[0], first - 25), min(sentence[1], last + 25))
    nearest = _nearest([i for i in window if _says(words[i]) != "none"], first, last)
    return outlook_of(words[nearest]) if nearest is not None else "none"


@lru_cache(maxsize=50_000)
def _says(word: Word) -> Outlook:
    return outlook_of(word) if _tells(word) else "none"
