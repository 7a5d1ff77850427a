"""What a verb says together with the verbs beside and above it: «намерен навестить», «будет показана»."""

from __future__ import annotations

from pipeline.language.words import Tokens
from pipeline.mentions.dates.outlook.clause import BOUNDARIES
from pipeline.mentions.dates.outlook.word import WILL, Outlook, leads, load_verbs, outlook_of, tells
from pipeline.records.annotations import Span

_STEPS = 3  # up the tree


def outlook_of_verb(tokens: Tokens, verb: int, sentence: Span, *, before: int) -> Outlook:
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
        if words[i].form in BOUNDARIES:
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
