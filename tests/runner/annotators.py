"""Annotators for the runner's tests, importable by the worker processes: no models, some of them deadly."""

import os
import signal
import time

from pipeline.merging import merge_run
from pipeline.records.annotations import Annotations, Entity, Mention, Relation

__all__ = ["load_capitals", "merge_run"]


def load_capitals():
    """Every word with a capital is a mention of an entity; some words are poison."""
    return _annotate


def _annotate(article):
    if "Исключение" in article.text:
        raise ValueError("bad luck")
    if "Убийца" in article.text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "Засыпает" in article.text:
        time.sleep(60)
    if "Обжора" in article.text:
        bytearray(2 << 30)
    if "Авария" in article.text:
        os._exit(3)
    if "SVODKA_TEST_SECONDS" in os.environ:
        time.sleep(float(os.environ["SVODKA_TEST_SECONDS"]))
    mentions, at = [], 0
    for word in article.text.split():
        start = article.text.index(word, at)
        at = start + len(word)
        if word[0].isupper():
            mentions.append(
                Mention(start=start, end=at, text=word, type="person", source="test", name=word, entity=f"e-{word}")
            )
    names = dict.fromkeys(m.text for m in mentions)
    entities = tuple(Entity(key=f"e-{name}", type="person", name=name) for name in names)
    if "Связь" in names:
        relations = (
            Relation(type="KNOWS", head=(0, 1, "person"), tail=(2, 3, "person"), source="test"),
        )  # of no mentions
        return Annotations(sentences=1, tokens=1, sentence_starts=(0,), relations=relations)
    return Annotations(
        sentences=1, tokens=len(article.text.split()), sentence_starts=(0,), mentions=tuple(mentions), entities=entities
    )


def load_and_die():
    """A process that does not live to see its first article."""
    os._exit(7)
