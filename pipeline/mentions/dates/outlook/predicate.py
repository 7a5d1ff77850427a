"""What the verbs of a clause say of a date in it, else those of its sentence."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language.words import Tokens
from pipeline.mentions.dates.outlook.clause import governor_of, nearest_to, verbs_around
from pipeline.mentions.dates.outlook.verb import outlook_of_verb
from pipeline.mentions.dates.outlook.word import Outlook, leads, load_cues, load_verbs, outlook_of, says, sure
from pipeline.records.annotations import Span

_BOUNDS = {"с", "со", "до", "к", "ко"}


def outlook_by_verbs(tokens: Tokens, first: int, last: int, sentence: Span, *, attribute: bool) -> tuple[Outlook, bool]:
    """What the verbs of the clause say, else those of the sentence; and whether the date's own verb says so itself."""
    words, date = tokens.words, (first, last)
    inside = verbs_around(tokens, first, last, sentence)
    parsed = tokens.head(last) is not None
    governor = governor_of(tokens, first, last) if parsed else nearest_to(inside, first, last)
    cues = [i for i in inside if words[i].lemma in load_cues() and not _of_a_noun(tokens, i, inside, date)]
    verb = _leading(tokens, date, inside, cues, governor)
    if verb is None:
        return _outside(tokens, date, sentence, governor), False
    if _bounds(tokens, first) and any(leads(words[verb], words[i]) for i in inside):
        return "future", False
    found = outlook_of_verb(tokens, verb, sentence, before=0 if attribute else first)
    if found == "none":
        return _elsewhere(tokens, date, sentence, verb, attribute=attribute), False
    return found, verb == governor and not cues and sure(words[verb])


def _leading(
    tokens: Tokens, date: Span, inside: Sequence[int], cues: Sequence[int], governor: int | None
) -> int | None:
    """The verb that speaks for the clause: what governs the date, but a cue word before all that is not ahead."""
    verb = governor if governor in inside else nearest_to(cues or inside, *date)
    if cues and verb is not None and outlook_of(tokens.words[verb]) != "future":
        return nearest_to(cues, *date)
    return verb


def _elsewhere(tokens: Tokens, date: Span, sentence: Span, verb: int, *, attribute: bool) -> Outlook:
    """«в понедельник позвонить маме»: an infinitive of which nothing tells more is ahead."""
    found = _anywhere(tokens, *date, sentence)
    infinitive = tokens.words[verb].features.get("VerbForm") == "Inf"
    return "future" if found == "none" and infinitive and not attribute else found


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
    """A clause without a verb («второй, 17-го, — в Бишкеке»): the governor and the nearest verb must agree.

    «В среду, уверяет посольство, пленных отпустили»: a verb of saying has no part in it.
    """
    nearest = _anywhere(tokens, *date, sentence)
    if governor is not None and tokens.words[governor].lemma in load_verbs("said"):
        return nearest
    governed = outlook_of_verb(tokens, governor, sentence, before=date[0]) if governor is not None else nearest
    return nearest if governed in {nearest, "none"} else "none"


def _anywhere(tokens: Tokens, first: int, last: int, sentence: Span) -> Outlook:
    """Nearest verb of the sentence, where the clause has none («второй, 17-го, — в Бишкеке»)."""
    words = tokens.words
    window = range(max(sentence[0], first - 25), min(sentence[1], last + 25))
    telling = [i for i in window if says(words[i]) != "none"]
    content = [i for i in telling if words[i].lemma not in load_verbs("said")]
    nearest = nearest_to(content or telling, first, last)
    return outlook_of(words[nearest]) if nearest is not None else "none"
