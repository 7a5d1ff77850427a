"""Who answers in an interview: named in the headline, in the lead, or by a label."""

from __future__ import annotations

from collections import Counter
from itertools import takewhile

from spacy.tokens import Span

from pipeline.entities.spans import fold
from pipeline.entities.speakers.scene import Pointer, Scene
from pipeline.language.sentences import sentence_of
from pipeline.language.text import lines_of, text_of
from pipeline.mentions.quotes.lexicon import quote_lexicon
from pipeline.mentions.quotes.pieces import QuotePiece

_ANSWERING = frozenset(
    {"беседа", "интервью", "вопрос", "разговор", "поговорить", "побеседовать", "встретиться", "обсудить", "пообщаться"}
)
_ASKING = frozenset(
    {"корреспондент", "журналист", "журналистка", "репортер", "обозреватель", "ведущий", "ведущая", "спецкор", "собкор"}
)
_BEFORE = 6  # words and marks before a name: «корреспондент «Вестей» Пётр Иванов»


def find_interviewee(scene: Scene, first_answer: int) -> str:
    """The person of whom the lead says that they told or answered, else the one it names most."""
    lead = _lead(scene, first_answer)
    people = [p for p in lead if scene.is_person(p)]
    if not people:
        return ""
    for sentence in reversed(_sentences(scene, people)):
        here = [p for p in people if sentence.start <= p.first < sentence.end]
        if _tells(sentence):
            return _answering(scene, here).entity
    counts = Counter(p.entity for p in people)
    return max(counts, key=lambda key: (counts[key], key == people[0].entity))


def _lead(scene: Scene, first_answer: int) -> list[Pointer]:
    """Pointers in the text before the dialogue, else in the text before the answer."""
    text = text_of(scene.doc)
    lines = lines_of(scene.doc)
    dialogue = next((line.start for line in lines if text[line.start] in "—–-―" and line.start < first_answer), None)
    before = scene.within(0, dialogue if dialogue is not None else first_answer)
    return before if any(scene.is_person(p) for p in before) else scene.within(0, first_answer)


def _sentences(scene: Scene, people: list[Pointer]) -> list[Span]:
    """The sentences in which the people stand, in order."""
    starts = dict.fromkeys(sentence_of(scene.doc[p.first]).start for p in people)
    return [sentence_of(scene.doc[start]) for start in starts]


def _tells(sentence: Span) -> bool:
    """The sentence speaks of answering or telling."""
    lexicon = quote_lexicon()
    return any(fold(token.lemma_) in _ANSWERING or token.lemma_ in lexicon.speech for token in sentence)


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
