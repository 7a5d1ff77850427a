"""Verbs that pass a subject on to one another: joined verbs, an infinitive and its governor, clauses and main ones."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.events.arguments.lexicon import argument_lexicon
from pipeline.events.arguments.verb_forms import VERBAL
from pipeline.language.features import case_of, features

# A second root of a mended tree is joined.
_SHARING = frozenset({"conj", "xcomp", "advcl", "csubj", "parataxis", "root"})


def undertaking_verb(verb: Token) -> Token | None:
    """The verb of the noun that an infinitive fills: «[Литва] приняла решение выслать посла»."""
    noun = verb.head
    if "Inf" not in features(verb, "VerbForm") or noun.lemma_ not in argument_lexicon().undertaking:
        return None
    owned = any(c.dep_ == "nmod" and case_of(c) == "Gen" for c in noun.children)
    return noun.head if noun.head.pos_ in VERBAL and noun.dep_ in {"obj", "obl", "iobj"} and not owned else None


def controls_object(verb: Token, above: Token) -> bool:
    """«[Министра] призвали уйти», but «[министерство] вынуждено предупредить»."""
    infinitive = verb.dep_ in {"xcomp", "ccomp"} and "Pass" not in features(above, "Voice")
    return infinitive and above.lemma_ in argument_lexicon().object_control


def verb_with_subject(verb: Token) -> Token | None:
    """The verb whose subject is this one's too: joined, over an infinitive, main clause of «…, где провёл переговоры».

    «Юрист сообщил, что [подаст] иск» shares it as far as the forms agree, «сообщил, что его [задержали]» does not.
    """
    head = verb.head
    while head.pos_ not in VERBAL and head.head != head and verb.dep_ == "acl:relcl":
        head = head.head
    if head == verb or head.pos_ not in VERBAL:
        return None
    if verb.dep_ in {"ccomp", "acl:relcl"}:
        return head if _forms_agree(verb, head) and "Fin" in features(verb, "VerbForm") else None
    return head if verb.dep_ in _SHARING and _forms_agree(verb, head) else None


def _forms_agree(verb: Token, other: Token) -> bool:
    """Whether two verbs may have one subject: «министр уехал, однако сержантов [задержали]» do not."""
    pairs = [(features(verb, name), features(other, name)) for name in ("Number", "Gender", "Person")]
    return all(ours == theirs or not ours or not theirs for ours, theirs in pairs)
