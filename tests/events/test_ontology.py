from pathlib import Path

import pytest

from pipeline.errors import ResourceError
from pipeline.events.ontology_files import default_ontology, extend_ontology, load_ontology
from pipeline.user_files import user_file

TYPES = [
    "meeting",
    "session",
    "visit",
    "call",
    "agreement",
    "cooperation",
    "support",
    "concession",
    "aid",
    "retreat",
    "request",
    "accusation",
    "rejection",
    "threat",
    "protest",
    "sanction",
    "exercise",
    "arrest",
    "seizure",
    "attack",
    "conflict",
    "investigation",
    "trial",
    "law",
    "election",
    "appointment",
    "dismissal",
    "death",
    "injury",
    "birth",
    "marriage",
    "accident",
    "disaster",
    "outbreak",
    "deal",
    "founding",
    "closure",
    "launch",
    "publication",
    "award",
    "competition",
    "culture",
    "other",
]


def test_shipped_ontology_has_every_type():
    ontology = default_ontology()
    assert sorted(ontology.types) == sorted(TYPES)
    assert all(ontology.types[name].triggers for name in TYPES)
    assert ontology.types["meeting"].plover == "CONSULT"


def test_index_ranks_longer_and_conditional_entries_first():
    entries = default_ontology().index["телефонный"]
    assert [len(entry.phrase) for entry in entries] == sorted((len(e.phrase) for e in entries), reverse=True)


def write(folder: Path, text: str) -> Path:
    path = folder / "my.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_user_adds_a_type(tmp_path: Path):
    path = write(
        tmp_path,
        "types:\n  hunt:\n    label: Охота\n    nouns: [охота]\n    verbs:\n"
        "      - {words: 'добыть, подстрелить', with: [лося], confidence: 0.5}\n"
        "    roles:\n      agent: {slots: [subject, 'с:ins'], types: [person]}\n",
    )
    hunt = load_ontology(path).types["hunt"]
    assert [entry.key for entry in hunt.triggers] == ["охота", "добыть", "подстрелить"]
    assert hunt.triggers[1].confidence == 0.5
    assert hunt.roles[0].slots == ("subject", "с:ins")


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("types:\n  hunt:\n    label: Охота\n    noun: [охота]\n", 4, "unknown key 'noun'"),
        ("types:\n  hunt:\n    plover: X\n", 3, "no label"),
        ("types:\n  hunt:\n    label: Охота\n    verbs:\n      - {with: [лося]}\n", 5, "without words"),
        ("types:\n  hunt:\n    label: Охота\n    nouns:\n      - {words: охота, weak: да}\n", 5, "true or false"),
        ("types:\n  hunt:\n    label: Охота\n    nouns:\n      - {words: охота, confidence: 7}\n", 5, "from 0 to 1"),
        ("types:\n  hunt:\n    label: [\n", 4, "node content"),
        ("", 1, "empty"),
    ],
)
def test_an_error_names_file_and_line(tmp_path: Path, text: str, line: int, problem: str):
    with pytest.raises(ResourceError) as raised:
        load_ontology(write(tmp_path, text))
    assert f"my.yaml:{line}: " in str(raised.value)
    assert problem in str(raised.value)


def own(folder: Path, text: str):
    return extend_ontology(default_ontology(), (user_file(write(folder, text)),))


def test_a_users_trigger_goes_before_a_shipped_one_and_the_type_keeps_its_own(tmp_path: Path):
    extended = own(tmp_path, "types:\n  other:\n    verbs: [посетить]\n")
    assert [entry.type for entry in extended.index["посетить"]][:2] == ["other", "visit"]
    assert extended.types["other"].label == default_ontology().types["other"].label
    assert set(default_ontology().types["other"].triggers) < set(extended.types["other"].triggers)


def test_triggers_share_a_list_and_may_act_on_a_place(tmp_path: Path):
    extended = own(
        tmp_path,
        "classes:\n  vehicle: &vehicle [автобус, катер]\n"
        "types:\n  ride:\n    label: Поездка\n    verbs:\n"
        "      - {words: угнать, with: *vehicle}\n      - {words: пересечь, with: [*vehicle, реку], object: place}\n",
    )
    stolen, crossed = extended.types["ride"].triggers
    assert [phrase[0].text for phrase in stolen.companions] == ["автобус", "катер"]
    assert [phrase[0].text for phrase in crossed.companions] == ["автобус", "катер", "реку"]
    assert crossed.object == "place"


def test_a_users_role_replaces_the_shipped_one_of_its_name_alone(tmp_path: Path):
    extended = own(tmp_path, "types:\n  support:\n    roles:\n      agent: {slots: [subject]}\n")
    roles = {role.name: role.slots for role in extended.types["support"].roles}
    assert roles["agent"] == ("subject",)
    assert "recipient" in roles


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("types:\n  Охота:\n    label: Охота\n", 3, "small Latin letters"),
        ("types:\n  hunt:\n    nouns: [охота]\n", 3, "no label"),
        (
            "types:\n  hunt:\n    label: Охота\n    roles:\n      hunter: {slots: [subject]}\n",
            5,
            "unknown key 'hunter'",
        ),
        ("types:\n  hunt:\n    label: Охота\n    roles:\n      agent: {slots: [who]}\n", 5, "unknown slot 'who'"),
        ("types:\n  hunt:\n    label: О\n    roles:\n      agent: {slots: [subject], types: [elk]}\n", 5, "'elk'"),
        ("types:\n  hunt:\n    label: О\x00\n", 3, "YAML forbids"),
    ],
)
def test_an_error_in_a_users_file_names_its_line(tmp_path: Path, text: str, line: int, problem: str):
    with pytest.raises(ResourceError) as raised:
        own(tmp_path, text)
    assert f"my.yaml:{line}: " in str(raised.value)
    assert problem in str(raised.value)
