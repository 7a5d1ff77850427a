"""When a trigger word belongs to the telling, not to what is told: footnotes, press talk, habits, signs."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from pipeline.events.context import in_mention
from pipeline.events.cues import default_cues
from pipeline.events.dated import is_dated
from pipeline.events.ontology import Ontology, TriggerEntry
from pipeline.events.phrases import fold
from pipeline.events.word_features import case_of, feature
from pipeline.language.backends import morph_analyzer
from pipeline.language.sentences import sentence_of

Rule = Callable[[Token, TriggerEntry, Ontology], bool]
_BANNED_BODIES = frozenset({"организация", "группировка", "движение", "объединение", "сеть"})
_BANNING = frozenset(["признать", "запретить", "запрещенный", "включить", "внести", "решение", "ликвидировать"])
_TALKS = frozenset({"беседа", "разговор"})
_PRESS = frozenset(
    fold(word)
    for word in (
        "журналист", "корреспондент", "репортёр", "издание", "газета", "телеканал", "агентство", "радиостанция",
        "канал", "обозреватель", "журнал", "портал", "пресса", "радио",
    )
)  # fmt: skip
_HABIT = frozenset(
    ["обычно", "всегда", "часто", "обязательно", "регулярно", "постоянно", "иногда", "ежегодно", "ежедневно",
     "традиционно", "нередко", "порой", "редко", "издавна", "никогда", "еженедельно", "ежемесячно"]
)  # fmt: skip
_STANCES = frozenset({"support", "cooperation", "aid"})
_PHASES = frozenset(
    ["начать", "начинать", "продолжить", "продолжать", "прекратить", "прекращать", "перестать", "стать"]
)
_PLACES = frozenset({"city", "country", "state_or_province", "district", "location", "facility"})
_RETURNS = frozenset({"вернуться", "возвращаться", "возвратиться"})
_REASONS = frozenset({"disaster", "outbreak"})
_REACH = 8
_NEAR = 3


def in_legal_note(head: Token, entry: TriggerEntry, ontology: Ontology) -> bool:
    """«* Организация признана террористической по решению суда», «(движение запрещено в стране)»: by duty."""
    del entry, ontology
    sentence = sentence_of(head)
    first = next((t for t in sentence if not t.is_space), head)
    if first.text.startswith("*"):
        return True
    if fold(head.lemma_) not in _BANNING:
        return False
    before = list(head.doc[max(sentence.start, head.i - 12) : head.i])
    in_brackets = "(" in (texts := [t.text for t in before]) and ")" not in texts[texts.index("(") :]
    defined = any(t.text in {"—", "–"} and fold(t.nbor(1).lemma_) in _BANNED_BODIES for t in before)
    return (in_brackets or defined) and (feature(head, "Voice") == "Pass" or head.pos_ == "NOUN")


def with_the_press(head: Token, entry: TriggerEntry, ontology: Ontology) -> bool:
    """«Сказал в беседе с корреспондентом», «в разговоре с изданием»: where the words were said, no meeting."""
    del ontology
    if entry.type not in {"meeting", "call"} or fold(head.lemma_) not in _TALKS:
        return False
    start = max(sentence_of(head).start, head.i - _NEAR)
    if not any(t.lower_ in {"в", "во"} for t in head.doc[start : head.i]):
        return False
    following = list(head.doc[head.i + 1 : min(head.i + 5, sentence_of(head).end)])
    if not following or following[0].lower_ not in {"с", "со"}:
        return False
    return any(_is_press(t) for t in following[1:] if t.pos_ in {"NOUN", "PROPN", "X"})


def _is_press(token: Token) -> bool:
    bodies = (m for m in token.doc._.mentions if m.type == "organization")
    return fold(token.lemma_) in _PRESS or any(m.start <= token.idx < m.end for m in bodies)


def meant_for(head: Token, entry: TriggerEntry, ontology: Ontology) -> bool:
    """«Договор призван укрепить доверие»: what something is for; nobody calls on anybody."""
    del ontology
    return entry.type == "request" and fold(head.text).startswith("призван") and feature(head, "Voice") == "Pass"


def by_the_signs(head: Token, entry: TriggerEntry, ontology: Ontology) -> bool:
    """«Судя по всему», «судя по снимкам»: the gerund is a preposition."""
    del entry, ontology
    return head.lower_ == "судя"


def habitual(head: Token, entry: TriggerEntry, ontology: Ontology) -> bool:
    """«Гости обязательно посещали сад», «ты приезжаешь в город»: what one used to do, or anybody does."""
    del ontology
    if entry.word_class != "verb":
        return False
    if feature(head, "Person") == "2" and feature(head, "Number") == "Sing":
        return True
    if _dated(head):
        return False
    near = head.doc[max(sentence_of(head).start, head.i - _NEAR) : min(head.i + _NEAR, sentence_of(head).end)]
    return imperfective(head) and any(t.lower_ in _HABIT for t in near)


def stance(head: Token, entry: TriggerEntry, ontology: Ontology) -> bool:
    """«Поддерживал реформы», «страны сотрудничают»: an imperfective verb without a day tells an attitude."""
    del ontology
    to_come = any(c.pos_ == "AUX" for c in head.children)  # «будут вместе наблюдать»
    wont = entry.word_class == "verb" and entry.type in _STANCES and imperfective(head)
    return wont and not to_come and not _dated(head)


def in_general(head: Token, entry: TriggerEntry, ontology: Ontology) -> bool:
    """«Возможность приезжать в Париж»: an imperfective infinitive without a day, but for «начал строить»."""
    del ontology
    if entry.word_class != "verb" or feature(head, "VerbForm") != "Inf" or not imperfective(head):
        return False
    if any(c.pos_ == "AUX" for c in head.children):
        return False  # «будут закупать»
    governor = fold(head.head.lemma_)
    return governor not in _PHASES | default_cues().achieve and not _dated(head)


def of_most(head: Token, entry: TriggerEntry, ontology: Ontology) -> bool:
    """«В большинстве матчей»: a share of many, none of them in particular."""
    del ontology
    before = head.doc[max(sentence_of(head).start, head.i - 2) : head.i]
    return entry.word_class == "noun" and any(fold(t.lemma_) in {"большинство", "множество"} for t in before)


def returns_nowhere(head: Token, entry: TriggerEntry, ontology: Ontology) -> bool:
    """«Спортсмен вернулся в рейтинг»: a return that names no place is no journey."""
    del ontology
    if entry.type != "visit" or entry.companions or fold(head.lemma_) not in _RETURNS:
        return False
    end = head.doc[min(head.i + _REACH, sentence_of(head).end - 1)].idx
    return not any(m.type in _PLACES and head.idx < m.start <= end for m in head.doc._.mentions)


def closes_a_quote(head: Token, entry: TriggerEntry, ontology: Ontology) -> bool:
    """««…», — заключил эксперт»: a verb of speech there, no contract."""
    del ontology
    if entry.type != "agreement" or entry.companions or fold(head.lemma_) != "заключить":
        return False
    before = head.nbor(-1).text if head.i > sentence_of(head).start else ""
    return before in {"—", "–", "-"} and not any(c.dep_ == "obj" for c in head.children)


def of_the_retired(head: Token, entry: TriggerEntry, ontology: Ontology) -> bool:
    """«Полковник в отставке»: what he is, not what befell him."""
    del entry, ontology
    return fold(head.lemma_) == "отставка" and case_of(head) == "Loc" and any(c.lower_ == "в" for c in head.children)


def rests_on(head: Token, entry: TriggerEntry, ontology: Ontology) -> bool:
    """«Доклад основан на снимках»: nobody founded anything."""
    del ontology
    if entry.type != "founding" or fold(head.lemma_) != "основать" or feature(head, "Voice") != "Pass":
        return False
    on = [c for c in head.children if any(g.lower_ == "на" for g in c.children) and case_of(c) == "Loc"]
    return any(not in_mention(c, _PLACES) for c in on)


def earns(head: Token, entry: TriggerEntry, ontology: Ontology) -> bool:
    """«Гости заработали удаление»: with an object the verb is no start of anything."""
    del ontology
    earning = entry.type == "launch" and fold(head.lemma_) in {"заработать", "зарабатывать"}
    return earning and any(c.dep_ == "obj" for c in head.children)


def names_a_post(head: Token, entry: TriggerEntry, ontology: Ontology) -> bool:
    """«Комиссар по политике соседства и переговорам», «представитель по расследованиям»: what one is there for."""
    del ontology
    if entry.word_class == "verb":
        return False
    noun = head
    for _ in range(_NEAR):
        if noun.dep_ not in {"conj", "nmod"}:
            return False
        if any(c.lower_ == "по" for c in noun.children) and feature(noun.head, "Animacy") == "Anim":
            return noun.dep_ == "nmod"
        noun = noun.head
    return False


def a_mere_reason(head: Token, entry: TriggerEntry, ontology: Ontology) -> bool:
    """«Рейс отменён из-за метели»: weather that is told as a reason alone, with no name, number or day of its own."""
    del ontology
    if entry.word_class != "noun" or entry.type not in _REASONS:
        return False
    because = any(c.lower_ in {"из-за", "ввиду"} for c in head.children)
    return because and not any(t.pos_ in {"PROPN", "NUM"} or is_dated(t) for t in head.subtree)


def imperfective(verb: Token) -> bool:
    """By tagger and dictionary alike; many verbs in «-ировать» have both aspects."""
    if feature(verb, "Aspect") != "Imp" or verb.lemma_.endswith("ировать"):
        return False
    parse = morph_analyzer().parse(verb.lemma_)[0]
    return str(parse.tag.aspect) != "perf"


def _dated(verb: Token) -> bool:
    """Whether the sentence names a day."""
    start, end = sentence_of(verb).start_char, sentence_of(verb).end_char
    return any(start <= d.start < end for d in verb.doc._.dates)


BACKGROUND: tuple[Rule, ...] = (
    in_legal_note,
    with_the_press,
    meant_for,
    by_the_signs,
    habitual,
    stance,
    in_general,
    of_most,
    returns_nowhere,
    closes_a_quote,
    of_the_retired,
    rests_on,
    earns,
    names_a_post,
    a_mere_reason,
)
