"""The verbs that speak of an event beside its trigger: light verb, governor, participle, relative clause."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.events.arguments.cases import case_of
from pipeline.events.arguments.lexicon import argument_lexicon
from pipeline.language.features import features
from pipeline.language.sentences import sentence_of

SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
VERBAL = frozenset({"VERB", "AUX"})
ATTRIBUTIVE = frozenset({"acl", "acl:relcl", "amod"})  # of a verb that speaks of its noun
_CORE = SUBJECTS | {"obj", "iobj", "obl", "obl:agent"}
_FULL = (
    *("ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "ого", "его", "ому", "ему", "ым", "им", "ом", "ем", "ей"),
    *("ую", "юю", "ых", "их", "ыми", "ими", "ийся", "аяся", "ееся", "иеся", "егося", "емуся", "имся", "емся", "ейся"),
    *("уюся", "ихся", "имися"),
)
_OBLIQUE = ("ого", "его", "ому", "ему", "ым", "им", "ом", "ем")
_AGREEMENT = ("Case", "Number")


def is_participle(token: Token) -> bool:
    """A full participle; the short one («отменён») is a predicate like a finite verb.

    The tagger takes some for gerunds («намечавшаяся»): their ending tells.
    """
    forms = features(token, "VerbForm")
    if "Part" in forms:
        return "Short" not in features(token, "Variant") and token.lower_.endswith(_FULL)
    return "Conv" in forms and token.lower_.endswith(_FULL)


def is_predicate(token: Token) -> bool:
    """A finite verb, a short participle, an infinitive or a gerund."""
    return token.pos_ in VERBAL and not is_participle(token)


def modifiers(noun: Token) -> list[Token]:
    """Participles and relative clauses that speak of a noun, wherever the parser hung them.

    «заседанию СМИД, [намеченному] на 5 мая», «консультации, которые [отложили]».
    """
    attached = [c for c in noun.children if c.dep_ in ATTRIBUTIVE and c.pos_ in VERBAL]
    behind = _participle_behind(noun)
    found = [*attached, *([behind] if behind is not None and behind not in attached else [])]
    relative = _relative_verb(noun)
    if relative is not None and relative not in found:
        found.append(relative)
    return [verb for verb in found if not is_participle(verb) or _modifies(noun, verb)]


def agrees(noun: Token, word: Token) -> bool:
    """Case and number agree as far as both show them, in the singular the gender too."""
    plural, feminine = "Plur" in features(word, "Number"), "Fem" in features(word, "Gender")
    compared = ("Number",) if feminine and word.lower_.endswith(("ой", "ей")) else _AGREEMENT
    for feature in (*compared, *(() if plural else ("Gender",))):
        ours, theirs = features(noun, feature), features(word, feature)
        alike = ours == theirs or _nominative_accusative(ours, theirs) or _one_form({*ours, *theirs}, word)
        if ours and theirs and not alike:
            return False
    return True


def _one_form(genders: set[str], word: Token) -> bool:
    """Masculine and neuter are one form outside the nominative: «заседанию, [запланированному] на вторник»."""
    return genders == {"Masc", "Neut"} and word.lower_.removesuffix("ся").endswith(_OBLIQUE)


def _nominative_accusative(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    return {*ours, *theirs} == {"Nom", "Acc"}


def _participle_behind(noun: Token) -> Token | None:
    """The first participle behind a comma within the sentence that agrees with the noun, before any predicate."""
    comma = False
    for token in _following(noun, 14):
        if token.text == ",":
            comma = True
        elif is_participle(token):
            fits = comma and agrees(noun, token)
            return token if fits and (token.lemma_ in argument_lexicon().holding or not _nearer(noun, token)) else None
        elif is_predicate(token):
            return None
    return None


def _nearer(noun: Token, participle: Token) -> bool:
    """Whether another noun between the two agrees as well: «съезда Союза, прошедшего» leaves «съезда»."""
    own = case_of(noun)
    between = (t for t in noun.doc[noun.i + 1 : participle.i] if t.pos_ == "NOUN")
    return own != "" and any(case_of(t) == case_of(participle) and agrees(t, participle) for t in between)


def _belongs_nearer(noun: Token, participle: Token) -> bool:
    """Whether a noun of another phrase between the two agrees: «съезду, … и форуму, [намеченному] на среду»."""
    between = noun.doc[noun.i + 1 : participle.i] if is_participle(participle) else ()
    agreeing = (t for t in between if t.pos_ == "NOUN" and case_of(t) == case_of(participle) and agrees(t, participle))
    return any(not _in_own_phrase(noun, other) for other in agreeing)


def _modifies(noun: Token, participle: Token) -> bool:
    return agrees(noun, participle) and not _belongs_nearer(noun, participle)


def _in_own_phrase(noun: Token, other: Token) -> bool:
    """Whether it hangs on the noun by genitives and names alone: «съезду [Союза]»."""
    while other != noun and other.dep_ in {"nmod", "amod", "flat", "flat:name", "appos"} and other.head != other:
        other = other.head
    return other == noun


def _relative_verb(noun: Token) -> Token | None:
    """The predicate of «…, которая прошла» where the pronoun agrees with the noun."""
    pronoun = None
    for token in _following(noun, 20):
        if pronoun is None and token.lemma_ == "который":
            same = all(
                features(noun, f) == features(token, f) or not features(token, f)
                for f in (("Number",) if "Plur" in features(token, "Number") else ("Number", "Gender"))
            )
            if not same:
                return None
            pronoun = token
        elif is_predicate(token):
            return token if pronoun is not None else None
    return None


def _following(token: Token, limit: int) -> Iterator[Token]:
    for index in range(token.i + 1, min(token.i + 1 + limit, sentence_of(token).end)):
        yield token.doc[index]


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
    if carrier is not None and (not is_participle(carrier) or _modifies(token, carrier)):
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
