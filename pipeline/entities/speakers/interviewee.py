"""Who answers in an interview: named in the headline, in the lead, or by a label."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby, takewhile

from spacy.tokens import Span

from pipeline.entities.spans import fold
from pipeline.entities.speakers.scene import Pointer, Scene
from pipeline.language.sentences import sentence_of
from pipeline.language.text import text_of
from pipeline.mentions.quotes.lexicon import quote_lexicon
from pipeline.mentions.quotes.pieces import QuotePiece, speech_lines
from pipeline.records.annotations import Span as Offsets

_ANSWERING = frozenset(
    {"беседа", "интервью", "вопрос", "разговор", "поговорить", "побеседовать", "встретиться", "обсудить", "пообщаться"}
)
_ASKING = frozenset(
    {"корреспондент", "журналист", "журналистка", "репортер", "обозреватель", "ведущий", "ведущая", "спецкор", "собкор"}
)
_DASHES = frozenset("—–-―")
_OPENING, _CLOSING = frozenset("—–-,.!?"), frozenset(",.!?…")
_PATRONYMIC = re.compile(r"\w(?:ич|вна|ична)$")  # so one calls a guest, and hardly who is told of
_BEFORE = 6  # words and marks before a name: «корреспондент «Вестей» Пётр Иванов»


def find_interviewee(scene: Scene, first_answer: int) -> str:
    """Whom the first question calls by name, else the person of whom the text outside the dialogue tells.

    That is of whom it says last that they told or answered, else whom it names most. Who is told of in the dialogue is
    not who answers there.
    """
    outside, inside = _lead(scene, first_answer)
    if (greeted := _greeted(scene, inside)) is not None:
        return greeted.entity
    told_of = {p.entity for p in inside if p.mention.kind == "name" and not _is_addressed(scene, p)}
    people = [p for p in outside if scene.is_person(p) and p.entity not in told_of]
    for sentence in reversed(_sentences(scene, people)):
        here = [p for p in people if sentence.start <= p.first < sentence.end and not _is_owner(scene, p)]
        if here and _tells(sentence):
            return _answering(scene, here).entity
    counts = Counter(p.entity for p in people)
    return max(counts, key=lambda key: (counts[key], key == people[0].entity)) if counts else ""


def _lead(scene: Scene, first_answer: int) -> tuple[list[Pointer], list[Pointer]]:
    """Pointers in the lines before the answer that are no turns, and those in the run of turns around it."""
    text = text_of(scene.doc)
    lines = speech_lines(scene.doc)
    outside = [line for line in lines if line[0] < first_answer and text[line[0]] not in _DASHES]
    runs = ([*run] for spoken, run in groupby(lines, key=lambda line: text[line[0]] in _DASHES) if spoken)
    inside = next((run for run in runs if run[0][0] <= first_answer < run[-1][1]), [])
    return _within(scene, outside), _within(scene, inside)


def _within(scene: Scene, lines: Sequence[Offsets]) -> list[Pointer]:
    return [pointer for start, end in lines for pointer in scene.within(start, end)]


def _is_owner(scene: Scene, pointer: Pointer) -> bool:
    """«Мы считаем, что решение комиссии [Освальда] утратило силу»."""
    return not pointer.can_speak and scene.doc[pointer.first].dep_ == "nmod"


def _is_addressed(scene: Scene, pointer: Pointer) -> bool:
    """«— [Марс Ильич], вы были правы?», «— Госпожа [Лин], когда?»: named where somebody speaks to them."""
    doc = scene.doc
    opening = doc[max(pointer.first - 2, 0) : pointer.first]
    closed = doc[min(pointer.last + 1, len(doc) - 1)].text in _CLOSING
    return closed and any(token.text in _OPENING for token in opening)


def _greeted(scene: Scene, inside: Sequence[Pointer]) -> Pointer | None:
    """«— [Зинаида Романовна], правда ли, что вас затопило?», where the dialogue begins so."""
    text = text_of(scene.doc)
    first = next((p for p in inside if scene.is_person(p) and p.mention.kind == "name"), None)
    if first is None or not _is_addressed(scene, first) or not _PATRONYMIC.search(first.mention.text):
        return None
    lines = speech_lines(scene.doc)
    number, (start, end) = next((n, x) for n, x in enumerate(lines) if x[0] <= first.mention.start < x[1])
    begins = text[start] in _DASHES and (number == 0 or text[lines[number - 1][0]] not in _DASHES)
    opens = not text[start : first.mention.start].strip("—–-― \u00a0")
    return first if begins and opens and "?" in text[first.mention.end : end] else None


def _sentences(scene: Scene, people: list[Pointer]) -> list[Span]:
    """The sentences in which the people stand, in order."""
    starts = dict.fromkeys(sentence_of(scene.doc[p.first]).start for p in people)
    return [sentence_of(scene.doc[start]) for start in starts]


def _tells(sentence: Span) -> bool:
    """The sentence speaks of answering or telling, and is no question itself."""
    speech = quote_lexicon().speech
    tells = any(fold(token.lemma_) in _ANSWERING or token.lemma_ in speech for token in sentence)
    return tells and "?" not in sentence.text


def _answering(scene: Scene, people: list[Pointer]) -> Pointer:
    """The subject, else with whom was talked, else who is named first; no journalist where somebody else is named.

    Example: «Корреспондент Пётр Иванов поговорил с [Орловым]», «[Орлов] побеседовал с корреспондентом Петром Ивановым».
    """
    people = [p for p in people if not _asks(scene, p)] or people
    talked_to = [p for p in people if "Ins" in p.cases]
    subjects = [p for p in people if p.can_speak]
    return (subjects or talked_to or people)[0]


def _asks(scene: Scene, person: Pointer) -> bool:
    """A journalist by the words right before the name."""
    sentence = sentence_of(scene.doc[person.first])
    before = scene.doc[max(sentence.start, person.first - _BEFORE) : person.first]
    phrase = takewhile(lambda token: token.pos_ not in {"VERB", "ADP"} and token.text != ",", reversed(before))
    return any(fold(token.lemma_) in _ASKING for token in phrase)


def named_by_label(scene: Scene, piece: QuotePiece) -> str:
    """The person whose surname or initials the label gives; an unnamed «Ответ» is the interviewee's."""
    if piece.author is None:
        return find_interviewee(scene, piece.start)
    start, end = piece.author
    inside = [p for p in scene.pointers if p.mention.start < end and start < p.mention.end]
    if inside:
        return inside[0].entity
    words = {fold(word.lower()) for word in text_of(scene.doc)[start:end].replace(".", " ").split() if len(word) > 1}
    for key in scene.profiles:
        entity = scene.named.entities.get(key)
        if entity is not None and words & {fold(part.lower()) for part in entity.name.split()}:
            return key
    return ""
