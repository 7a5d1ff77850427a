"""The verbs whose circumstances are those of an event: its trigger, light verb, modifiers, governor, their chains."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.events.arguments.lexicon import argument_lexicon
from pipeline.events.arguments.modifiers import modifiers, modifies
from pipeline.events.arguments.verb_forms import SUBJECTS, VERBAL, is_participle
from pipeline.language.features import case_of, features

_CORE = SUBJECTS | {"obj", "iobj", "obl", "obl:agent"}


def governor(token: Token) -> Token | None:
    """The predicate that a noun trigger is subject, object or circumstance of; `None` where it hangs deeper.

    «прошла [встреча]» gives «прошла», «в ходе [встречи] обсудили» gives «обсудили».
    """
    noun = token
    for _ in range(4):
        head = noun.head
        if head == noun:
            return None
        if head.pos_ in VERBAL and noun.dep_ in _CORE | {"advmod", "nmod", "xcomp"}:
            return None if head in modifiers(noun) else head
        located = noun.dep_ == "nmod" and case_of(token) == "Loc" and head.dep_ in _CORE
        if not (located or head.lemma_ in argument_lexicon().frames or noun.dep_ in {"conj", "appos", "flat"}):
            return None
        noun = head
    return None


def own_predicates(token: Token, light: int | None) -> list[Token]:
    """Verbs whose circumstances are the event's own, nearest first: trigger, light verb, modifiers, governor."""
    found = [token]
    carrier = token.doc[light] if light is not None else None
    if carrier is not None and (not is_participle(carrier) or modifies(token, carrier)):
        found.append(carrier)
    if token.pos_ not in VERBAL:
        found += modifiers(token)
        above = governor(token)
        found += [above] if above is not None and not spoken_of(token, above) else []
    for verb in tuple(found):
        found += _chain(verb)
    return list(dict.fromkeys(found))


def spoken_of(token: Token, above: Token) -> bool:
    """«О новом [референдуме] говорил 7 октября»: the day and the place are those of the speech."""
    about = any(c.lower_ in {"о", "об", "обо"} for c in token.children)
    return about and above.lemma_ in argument_lexicon().reporting


def _chain(verb: Token) -> list[Token]:
    """Modal verbs over an infinitive, the infinitive under them, gerunds: «[выступая] в Минске, предложил»."""
    below = [c for c in verb.children if c.dep_ in {"xcomp", "csubj"} and c.pos_ in VERBAL]
    below += [c for c in verb.children if c.dep_ == "advcl" and "Conv" in features(c, "VerbForm")]
    infinitive = "Inf" in features(verb, "VerbForm")
    above = [verb.head] if infinitive and verb.dep_ in {"xcomp", "csubj"} and verb.head != verb else []
    return [*below, *above] if verb.pos_ in VERBAL else []
