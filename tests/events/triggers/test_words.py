"""The wide list of words that may name an event."""

from __future__ import annotations

import pytest

from pipeline.events.ontology_files import default_ontology
from pipeline.events.triggers.words import trigger_words, types_said_of


@pytest.mark.parametrize(
    ("lemma", "kind"),
    [
        ("нагрянуть", "seizure"), ("хлопнуть", "dismissal"), ("молоток", "deal"), ("наручники", "arrest"),
        ("распахнуть", "launch"), ("Вернуть", "retreat"), ("отмести", "rejection"), ("слечь", "injury"),
        ("манёвры", "exercise"), ("маневры", "exercise"), ("санкция", "sanction"), ("санкции", "sanction"),
    ],
)  # fmt: skip
def test_a_word_that_newspapers_say_of_a_happening_is_listed_with_its_type(lemma: str, kind: str):
    assert kind in types_said_of(lemma)


def test_a_word_that_names_nothing_is_not_listed():
    assert types_said_of("подоконник") == ()


def test_all_types_are_types_of_the_ontology_and_none_is_left_out():
    assert {kind for kinds in trigger_words().values() for kind in kinds} == set(default_ontology().types)
