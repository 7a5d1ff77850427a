"""Which way the clause of a date looks: to what was, to what will be, or to what is only planned."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal

from spacy.tokens import Doc, Token

from pipeline.resources import models_dir, read_sections

Outlook = Literal["past", "future", "planned", "present", "none"]
Span = tuple[int, int]
_BOUNDARIES = {",", ";", ":", "—", "–", "-", "(", ")", "«", "»", '"', "."}
_PRESENT = {"ющи", "ящи", "ащи", "ущи", "щий", "аем", "яем", "уем"}
_WILL = {"будет", "будут", "буду", "будем", "будете"}  # the tagger calls them present
_VERBAL = {"VERB", "AUX"}
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


def find_outlook(doc: Doc, first: int, last: int, sentence: Span) -> tuple[Outlook, bool]:
    """Outlook of the clause that holds the tokens `first` to `last` (inclusive) of a sentence.

    «Парад состоялся 3 июля» is past, «Сессия пройдёт 14 февраля» future, «назначенное на 5 апреля» planned. A date
    after «на» is where something was put («перенесли на четверг»), so planned whatever the tense.

    Returns:
        The outlook, and whether the verb that governs the date says so itself.
    """
    if first and _put_on(doc, first):
        return "planned", False
    left, right = _clause(doc, first, last, sentence)
    inside = [t for t in doc[left:first] if _says(t)] + [t for t in doc[last + 1 : right] if _says(t)]
    parsed = doc[last].dep != 0
    governor = _governor(doc[first], doc[last]) if parsed else _nearest(inside, first, last)
    if not inside:
        return _outside(doc, (first, last), sentence, governor), False
    cues = [t for t in inside if t.lemma_ in load_cues()]
    verb = governor if governor in inside else _nearest(cues or inside, first, last)
    if cues and verb is not None and outlook_of(verb) != "future":
        verb = _nearest(cues, first, last)
    found = _with_neighbours(verb, sentence) if verb is not None else "none"
    if found == "none":
        return _anywhere(doc, first, last, sentence), False
    return found, verb is governor and not cues


def _outside(doc: Doc, tokens: Span, sentence: Span, governor: Token | None) -> Outlook:
    """A clause without a verb («второй, 17-го, — в Бишкеке»): the governor and the nearest verb must agree."""
    nearest = _anywhere(doc, *tokens, sentence)
    governed = _with_neighbours(governor, sentence) if governor is not None else nearest
    return nearest if governed in {nearest, "none"} else "none"


def is_moved(doc: Doc, first: int, sentence: Span) -> bool:
    """Whether the date is one that something is moved to or from: «отложил до понедельника», «перенесли с субботы»."""
    start = max(sentence[0], first - 8)
    return any(doc[i].lemma_ in load_cues_moved() for i in range(start, first))


def _nearest(tokens: list[Token], first: int, last: int) -> Token | None:
    return min(tokens, key=lambda t: min(abs(t.i - first), abs(t.i - last)), default=None)


def _put_on(doc: Doc, first: int) -> bool:
    words = {doc[first].lower_, doc[first - 1].lower_}
    if first > 1 and doc[first - 1].lemma_ in {"начало", "конец", "середина"}:
        words.add(doc[first - 2].lower_)
    return "на" in words


def _clause(doc: Doc, first: int, last: int, sentence: Span) -> Span:
    """Token offsets of the stretch between the signs around a date; the date's own commas do not count."""
    left = first
    while left > max(sentence[0], first - _REACH) and doc[left - 1].text not in _BOUNDARIES:
        left -= 1
    right = last + 1
    while right < min(sentence[1], last + 1 + _REACH) and doc[right].text not in _BOUNDARIES:
        right += 1
    return left, right


def _says(token: Token) -> bool:
    return _tells(token.pos_, token.lemma_)


@lru_cache(maxsize=50_000)
def _tells(pos: str, lemma: str) -> bool:
    return pos in _VERBAL or lemma in load_cues() or _verbal_adjective(pos, lemma)


def _is_participle(token: Token) -> bool:
    """An adjective by its tag, a verb by its dictionary form: «награждённый»."""
    return _verbal_adjective(token.pos_, token.lemma_)


def _verbal_adjective(pos: str, lemma: str) -> bool:
    return pos == "ADJ" and lemma.endswith(("ть", "ться", "ти", "чь"))


def _governor(first: Token, last: Token) -> Token | None:
    """Nearest verb above the date in the tree, at most five steps up, or a cue word on the way."""
    token = last
    for _ in range(5):
        if token.head is token or token.head.i == token.i:
            return None
        token = token.head
        if not first.i <= token.i <= last.i and _says(token):
            return token
    return None


def _with_neighbours(verb: Token, sentence: Span) -> Outlook:
    """The cue word beside an infinitive or a participle decides: «намерен навестить», «может пройти»."""
    if _will_be(verb):
        return "future"
    outlook = outlook_of(verb)
    if outlook != "none":
        return outlook
    for i in range(verb.i - 1, max(sentence[0], verb.i - 7) - 1, -1):
        if verb.doc[i].text in _BOUNDARIES:
            break
        if _says(verb.doc[i]) and (found := outlook_of(verb.doc[i])) != "none":
            return "future" if found == "present" else found
    return "none"


def _will_be(verb: Token) -> bool:
    """«будет показана», «показана не будет»: the participle is past, the clause is not."""
    features = str(verb.morph)
    if "VerbForm=Part" not in features and "VerbForm=Inf" not in features:
        return False
    doc = verb.doc
    return any(doc[i].lower_ in _WILL for i in range(max(0, verb.i - 6), min(len(doc), verb.i + 3)))


def outlook_of(token: Token) -> Outlook:
    """What one word says: its cue entry, else its tense."""
    cue = load_cues().get(token.lemma_)
    if cue is not None:
        was = token.morph.get("Tense", []) == ["Past"]
        return "planned" if cue == "future" and was else cue
    if token.lower_ in _WILL:
        return "future"
    tense = token.morph.get("Tense", [])
    if not tense or (token.morph.get("VerbForm", []) == ["Conv"] and tense == ["Pres"]):
        return "past" if _is_participle(token) and token.lower_[-5:-2] not in _PRESENT else "none"
    by_tense: dict[str, Outlook] = {"Past": "past", "Fut": "future", "Pres": "present"}
    return by_tense.get(tense[0], "none")


def _anywhere(doc: Doc, first: int, last: int, sentence: Span) -> Outlook:
    """Nearest verb of the sentence, where the clause has none («второй, 17-го, — в Бишкеке»)."""
    window = doc[max(sentence[0], first - 25) : min(sentence[1], last + 25)]
    verbs = [t for t in window if _says(t) and outlook_of(t) != "none"]
    nearest = _nearest(verbs, first, last)
    return outlook_of(nearest) if nearest is not None else "none"
