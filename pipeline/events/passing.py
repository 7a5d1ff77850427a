"""Which happenings are told in passing: words of a speaker alone, what is asked for, a circumstance of something else.

These rules look at a whole record. What has a day is told for its own sake, unless it is only asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from pipeline.events.arguments.lexicon import argument_lexicon
from pipeline.events.background import imperfective
from pipeline.events.cues import default_cues
from pipeline.events.linking.weigh import SOURCE
from pipeline.events.phrases import fold
from pipeline.events.predicate import prepositions_of
from pipeline.events.tellings import Telling
from pipeline.events.triggers.hearing import hearing
from pipeline.events.word_features import case_of, feature
from pipeline.language.sentences import sentence_of
from pipeline.records.annotations import Argument, Event

_VERBAL = frozenset({"VERB", "AUX"})
_OWN_SLOTS = ("frame/genitive/", "frame/с:ins/", "frame/между:ins/", "frame/company/", "frame/против:gen/")
_SPEAKER = frozenset(["я", "меня", "мне", "мной", "мы", "нас", "нам", "нами"])
_ASKING = frozenset(
    fold(word)
    for word in (
        "просить", "попросить", "требовать", "потребовать", "предлагать", "предложить", "призвать", "призывать",
        "рекомендовать", "порекомендовать", "советовать", "посоветовать", "уговорить", "убедить", "настоять",
        "пытаться", "попытаться", "стараться", "стремиться", "мечтать", "устать", "надеяться", "заставить",
        "помочь", "помогать", "позволить", "позволять", "мешать", "помешать", "способный",
    )
)  # fmt: skip
_THOUGHT = frozenset({"bare_infinitive", "demanded", "hearsay"})  # of the rules of status
_STANDS = frozenset({"request", "rejection", "accusation"})
_ALWAYS_PLURAL = frozenset(["соревнование", "соревнования", "игра", "игры", "гонка", "скачки", "состязание"])
# Where, when or why something else was done: «на церемонии», «после встречи», «из-за санкций».
_AROUND = frozenset(["в", "во", "на", "после", "перед", "до", "от", "из-за", "для", "к", "при", "с", "со", "за"])
# What befell a person is news wherever it is told: «после отставки [Анны Лин]».
_FATES = frozenset({"death", "injury", "arrest", "appointment", "dismissal", "birth", "marriage", "award", "trial"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A record with the words that tell of it, the rules that gave it its status, what the trigger network thinks."""

    doc: Doc
    event: Event
    heads: tuple[Token, ...]
    statuses: frozenset[str] = frozenset()
    share: float = 0.0

    @property
    def named(self) -> list[Argument]:
        """Who is named, the place apart."""
        return [a for a in self.event.arguments if a.entity and a.role != "place"]

    @property
    def says_who(self) -> bool:
        """Whether a slot or a place names somebody; whom only the linking network adds is not said to take part."""
        return any(a.entity and not a.source.startswith(SOURCE) for a in self.event.arguments)


def told_in_passing(doc: Doc, event: Event, tellings: Sequence[Telling]) -> bool:
    """Whether every telling of a happening is beside the point of its sentence.

    Example: «[Мы] просили тишины», «После матча тренер ушёл в отставку»: the request, the match.
    """
    heads = tuple(doc[t.candidate.head] for t in tellings)
    told = _Told(
        doc=doc, event=event, heads=heads, statuses=frozenset(t.rule for t in tellings),
        share=max(t.candidate.share for t in tellings),
    )  # fmt: skip
    if any(a.role == "date" for a in event.arguments):
        return asked(told) or only_asked_for(told)
    return any(rule(told) for rule in RULES)


def asked(told: _Told) -> bool:
    """«Если Анна Лин победит, что тогда?»: a question tells of nothing."""
    return all(_ends_in_question(head) for head in told.heads)


def _ends_in_question(head: Token) -> bool:
    solid = (t for t in reversed(sentence_of(head)) if not (t.is_space or t.text in {"»", '"', "”", ")"}))
    return next(solid, head).text.startswith("?")


def quoted_of_nobody(told: _Told) -> bool:
    """«— Все фонды проверены, — заверили в ведомстве»: a verb in direct speech that names nobody and no place."""
    verbs = all(head.pos_ in _VERBAL for head in told.heads)
    return verbs and not told.says_who and all(_in_speech(told.doc, head) for head in told.heads)


def quoted_denial(told: _Told) -> bool:
    """«Катастрофы не произошло»: a speaker's word for what nobody has said."""
    nobody = told.event.status == "denied" and not told.named
    return nobody and all(_in_speech(told.doc, head) for head in told.heads)


def of_the_speaker(told: _Told) -> bool:
    """«— Мы просили увидеть, что было до него», «хочу поздравить всех»: what speakers want or did of themselves alone.

    A deed that is done is told like any other: «Подрядчика мы оштрафовали».
    """
    people = told.named
    itself = bool(people) and all(a.text.lower() in _SPEAKER or a.source.endswith("/speaker") for a in people)
    if not itself or told.event.place or told.event.status not in {"occurred", "hypothetical"}:
        return False
    return all(_in_speech(told.doc, head) and not _is_done(head) for head in told.heads)


def _is_done(head: Token) -> bool:
    return head.pos_ in _VERBAL and feature(head, "Aspect") == "Perf" and feature(head, "VerbForm") != "Inf"


def _in_speech(doc: Doc, head: Token) -> bool:
    return any(q.kind == "direct" and q.start <= head.idx < q.end for q in doc._.quotes)


def only_asked_for(told: _Told) -> bool:
    """«Защитник потребовал [перевести] его под арест»: the demand is the event, what it asks for is not yet one.

    A plan that says who and where is: «призвал министра [посетить] Москву».
    """
    return not (told.named and told.event.place) and all(_governed_by_asking(head) for head in told.heads)


def _governed_by_asking(head: Token) -> bool:
    infinitive = head.pos_ in _VERBAL and feature(head, "VerbForm") == "Inf"
    return infinitive and head.head != head and fold(head.head.lemma_) in _ASKING


def never_begun(told: _Told) -> bool:
    """«Попытка [продать] завод сорвалась», «закон не требовал [принятия] решения»: no more than thought of.

    A plan that says who and where stays, or who with whom, and so does what may happen or hangs on a condition.
    """
    thought = told.event.status == "hypothetical" and told.statuses <= _THOUGHT
    return thought and not (len(told.named) > 1 or (told.named and told.event.place))


def unreal(told: _Told) -> bool:
    """«Мы бы [поддержали]», «хочу, чтобы меня [отпустили]»: what would or should have been."""
    return all(head.pos_ in _VERBAL and _has_would(head) for head in told.heads)


def _has_would(head: Token) -> bool:
    near = head.doc[max(sentence_of(head).start, head.i - 1) : min(head.i + 2, sentence_of(head).end)]
    return any(t.lower_ in {"бы", "б", "чтобы"} for t in (*near, *head.children))


def usual_of_nobody(told: _Told) -> bool:
    """«Их избивали за курение»: an imperfective verb that names nobody, no place and no day; «требуют» is a stand."""
    if told.says_who or told.event.status != "occurred":
        return False
    stand = told.event.type in _STANDS and any(feature(h, "Tense") == "Pres" for h in told.heads)
    return not stand and all(_is_usual(head) for head in told.heads)


def _is_usual(head: Token) -> bool:
    finite = head.pos_ in _VERBAL and feature(head, "VerbForm") in {"Fin", "Conv"} and imperfective(head)
    return finite and not any(t.pos_ == "NUM" for t in head.subtree)


def an_attribute(told: _Told) -> bool:
    """«Отец [погибшего] байкера»: a participle that only tells which one is meant, and that one has no name."""
    if told.says_who:
        return False
    return all(h.dep_ == "amod" and feature(h, "VerbForm") == "Part" and h.i < h.head.i for h in told.heads)


def of_many(told: _Told) -> bool:
    """«В последних восьми [матчах] он забил девять раз»: a row of games, none of them in particular."""
    return told.event.type == "competition" and all(_is_one_of_many(head) for head in told.heads)


def _is_one_of_many(head: Token) -> bool:
    plural = feature(head, "Number") == "Plur" and fold(head.lemma_) not in _ALWAYS_PLURAL
    return plural and head.pos_ == "NOUN"


def a_circumstance(told: _Told) -> bool:
    """«После матча тренер подал в отставку», «участники акции»: when, where or of whom something else is told.

    Where somebody is named, a word that the trigger network is sure of is told for its own sake.
    """
    if told.named and told.share >= hearing(told.doc).told:
        return False
    own = [a for a in told.named if a.source.startswith(_OWN_SLOTS)]
    if told.event.type in _FATES and own:
        return False
    if len(own) > 1 or (own and told.event.place):
        return False
    return all(_stands_aside(head) for head in told.heads)


def _stands_aside(head: Token) -> bool:
    if head.pos_ in _VERBAL or any(c.dep_ in {"acl", "acl:relcl"} for c in head.children):
        return False
    prepositions = prepositions_of(head)
    if head.dep_ == "nmod" and not prepositions:
        return case_of(head) == "Gen" and fold(head.head.lemma_) not in default_cues().stage
    carried = head.head.lemma_ in argument_lexicon().joining | argument_lexicon().bringing  # «ввязался в войну»
    return head.dep_ == "obl" and not carried and bool(set(prepositions) & _AROUND)


RULES: tuple[Callable[[_Told], bool], ...] = (
    asked,
    quoted_of_nobody,
    quoted_denial,
    of_the_speaker,
    only_asked_for,
    never_begun,
    unreal,
    usual_of_nobody,
    an_attribute,
    of_many,
    a_circumstance,
)
