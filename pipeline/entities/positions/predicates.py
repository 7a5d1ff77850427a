"""Posts that a verb of being, becoming or appointing gives: «назначен директором», «Директором стал Иван Орлов»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from pipeline.entities.positions.clauses import BREAKS, object_of, subject_of
from pipeline.entities.positions.given_posts import read_given_post
from pipeline.entities.positions.lexicon import is_undeclined, post_lexicon
from pipeline.entities.positions.office_nouns import Held, is_office, posts_of_office
from pipeline.entities.positions.phrases import post_heads
from pipeline.entities.spans import Named, NamedSpans, fold
from pipeline.language.features import case_of, features
from pipeline.language.sentences import sentence_of

_ABLE = ("способ", "достоин", "достойн", "мечта", "рассчитыва")  # «способен стать капитаном»: no captain so far
_REACH = 14  # words between the verb and the post


def find_held(named: NamedSpans) -> Iterator[Held]:
    """Yield people with the post that a verb gives them: «Директором завода стал Иван Орлов»."""
    holding = post_lexicon().holding
    for token in named.doc:
        if token.pos_ in {"VERB", "AUX"} and (tenure := holding.get(fold(token.lemma_))) is not None:
            head = _post_given(named, token)
            person = _holder(named, token) if head is not None else None
            if head is not None and person is not None:
                phrase = read_given_post(named, head)
                when = phrase.tenure if phrase.tenure != "current" else _when(token, tenure)
                yield person, replace(phrase, tenure=when, body=phrase.body or _there(named, token))
        elif is_office(token):
            yield from posts_of_office(named, token)


def _holder(named: NamedSpans, verb: Token) -> Named | None:
    """Whom the verb gives the post: its subject; its object where somebody appoints; nobody where it is denied."""
    before = fold(verb.nbor(-1).lower_) if verb.i else ""
    if before == "не" or ("Inf" in features(verb, "VerbForm") and before.startswith(_ABLE)):
        return None
    active = "Act" in features(verb, "Voice") and not verb.lower_.endswith(("ся", "сь"))
    appoints = fold(verb.lemma_) in post_lexicon().appointing and active
    return object_of(named, verb) if appoints else subject_of(named, verb)


def _when(verb: Token, tenure: str) -> str:
    if fold(verb.lemma_) == "быть" and "Past" not in features(verb, "Tense"):
        return "future"
    return tenure


def _post_given(named: NamedSpans, verb: Token) -> Token | None:
    """The nearest post that the verb can give, with no other verb between."""
    for step in (1, -1):
        index = verb.i + step
        while 0 <= index < len(named.doc) and abs(index - verb.i) <= _REACH:
            token = named.doc[index]
            if token.text in BREAKS or (token.pos_ == "VERB" and "Part" not in features(token, "VerbForm")):
                break
            if post_heads([token]) and _is_given(token, verb) and named.at(index) is None:
                return None if _after_preposition(token) else token
            index += step
    return None


def _is_given(post: Token, verb: Token) -> bool:
    """A post in the instrumental, or one that never declines beside a passive: «и. о. главы назначен Иван Орлов»."""
    if is_undeclined(post):
        return "Pass" in features(verb, "Voice") or fold(verb.lemma_) == "стать"
    return case_of(post) == "Ins"


def _there(named: NamedSpans, verb: Token) -> str:
    """«работала в институте, а потом была там директором»: the body named last in the sentence."""
    if not any(verb.doc[i].lower_ == "там" for i in range(max(0, verb.i - 2), min(len(verb.doc), verb.i + 3))):
        return ""
    bodies = [found for found in named.before(verb.i) if not found.is_person and not found.is_place]
    return bodies[0].entity if bodies and bodies[0].first >= sentence_of(verb).start else ""


def _after_preposition(noun: Token) -> bool:
    """«с главой», «перед министром»: the instrumental of company, not of a post held."""
    index = noun.i - 1
    while index > 0 and noun.doc[index].pos_ in {"ADJ", "DET"}:
        index -= 1
    return index >= 0 and noun.doc[index].pos_ == "ADP"
