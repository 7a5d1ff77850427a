"""The word lists of the argument rules."""

from dataclasses import fields

import pytest

from pipeline.errors import ResourceError
from pipeline.events.arguments.lexicon import ArgumentLexicon, argument_lexicon, load_argument_lexicon
from pipeline.events.arguments.roles import DEFAULT_TYPES
from pipeline.events.arguments.slots import NAMED_SLOTS
from pipeline.events.ontology import SLOTS
from pipeline.events.ontology_files import default_ontology
from pipeline.records.tabulate import TAKING_PART


def test_every_list_has_words():
    assert all(getattr(argument_lexicon(), field.name) for field in fields(ArgumentLexicon))


def test_an_unknown_list_is_an_error_that_names_its_line(tmp_path):
    path = tmp_path / "arguments.yaml"
    path.write_text("sites: [порт]\nsights: [порт]\n", encoding="utf-8")
    with pytest.raises(ResourceError, match=r"arguments\.yaml:2"):
        load_argument_lexicon(path)


def test_every_slot_of_the_ontology_is_known():
    slots = [slot for kind in default_ontology().types.values() for role in kind.roles for slot in role.slots]
    assert [slot for slot in slots if ":" not in slot and slot not in NAMED_SLOTS] == []


def test_every_slot_that_an_ontology_may_name_has_its_rule():
    assert tuple(NAMED_SLOTS) == SLOTS


def test_every_role_of_the_ontology_takes_part_or_is_told_of():
    roles = {role.name for kind in default_ontology().types.values() for role in kind.roles}
    assert roles <= {*TAKING_PART, "organizer", "topic"}
    assert "person" in DEFAULT_TYPES
