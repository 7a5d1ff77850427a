"""Who only reports a happening: «…, сообщает «Заря»», «как пишет журнал»; such a one takes no part in it."""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

from pipeline.events.arguments.lexicon import argument_lexicon
from pipeline.events.arguments.phrases import Phrase
from pipeline.events.arguments.reading import Reading
from pipeline.language.sentences import sentence_of

_INSERTING = frozenset({",", "—", "–", "-", "»"})


def only_reports(reading: Reading, phrase: Phrase, own: Collection[int]) -> bool:
    """Whether the phrase stands behind an inserted verb of reporting as its subject.

    Args:
        reading: the article.
        phrase: the phrase that might fill a role.
        own: indices of the trigger and the verbs that carry it: who reports is the actor of the reporting itself.
    """
    sentence = sentence_of(reading.doc[phrase.start])
    verb = _word_before(reading, phrase.start, sentence.start)
    if verb is None or verb.i in own or verb.lemma_ not in argument_lexicon().reporting:
        return False
    before = next((t for t in reversed(reading.doc[max(0, verb.i - 3) : verb.i]) if not t.is_space), None)
    opened = before is None or verb.i == sentence.start or before.text in _INSERTING or before.lower_ == "как"
    return opened and phrase.case in {"Nom", ""} and not phrase.preposition


def _word_before(reading: Reading, start: int, first: int) -> Token | None:
    """The word in front of the phrase, over an inserted date or place: «сообщает в среду «Заря»»."""
    for token in reversed(reading.doc[max(first, start - 4) : start]):
        if not (token.is_space or token.text in {"«", '"', "„"}):
            return token
    return None
