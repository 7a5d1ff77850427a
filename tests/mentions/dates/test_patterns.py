"""The patterns and word lists themselves: every example is found by its own pattern, every mistake has an error."""

import pytest
import yaml

from pipeline.errors import ResourceError
from pipeline.mentions.dates.alphabet import KINDS
from pipeline.mentions.dates.atoms import find_atoms
from pipeline.mentions.dates.checks.by_pattern import CHECKS
from pipeline.mentions.dates.holidays import load_holidays
from pipeline.mentions.dates.lexicon import load_lexicon, read_sections
from pipeline.mentions.dates.notation import load_grammar
from pipeline.mentions.dates.recognise import find_fits
from pipeline.resources import models_dir

from .build import tokens_of

PATTERNS = tuple(load_grammar().patterns.values())


def atoms_of(text):
    return find_atoms(tokens_of(text))


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda p: p.name)
def test_example_is_found_by_its_pattern(pattern):
    found = [fit.pattern.name for _, fit in find_fits(atoms_of(f"{pattern.example} и дальше").codes)]
    assert pattern.name in found


def test_every_check_belongs_to_a_pattern():
    assert set(CHECKS) <= {pattern.name for pattern in PATTERNS}


def test_classes_of_patterns_are_classes_of_atoms():
    lexicon = load_lexicon()
    words = {kind for kind, _ in [*lexicon.forms.values(), *lexicon.lemmas.values(), *(e for _, e in lexicon.prefixes)]}
    numbers = {"year", "roman", "holiday", "cardinal_word", "ordinal_word", "ordinal_year_word", "decade_word"}
    numbers |= {"n0", "n00", "n01", "n1", "n10", "n13", "n25", "n32", "n60", "n100", "decade_full", "decade_short"}
    numbers |= {"ordinal_day", "ordinal_round", "ordinal_other", "ordinal_year"}
    signs = {"dot", "comma", "dash", "lparen", "rparen", "glued_dot", "glued_dash", "glued_colon", "glued_slash"}
    assert {KINDS[c] for c in load_grammar().islands.pattern if c in KINDS} <= words | numbers | signs


def test_holidays_exist():
    fixed = [h for hs in load_holidays().values() for h in hs if h.easter is None]
    assert all(1 <= h.month <= 12 and 1 <= h.day <= 31 for h in fixed)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("22-го", ["ordinal_day"]),
        ("05.10.2020,", ["n01", "glued_dot", "n10", "glued_dot", "year", "comma"]),
        ("28–29", ["n25", "glued_dash", "n25"]),
        ("1990-х", ["decade_full"]),
        ("2016-м", ["ordinal_year"]),
        ("XIX", ["roman"]),
        ("две тысячи двадцать третий", ["ordinal_year_word"]),
        ("двадцать второе", ["ordinal_word"]),
        ("девяностые", ["decade_word"]),
        ("пять", ["cardinal_word"]),
        ("123456", ["number"]),
    ],
)
def test_atoms(text, kinds):
    assert [atom.kind for atom in atoms_of(text)] == kinds


def test_unknown_section_names_the_file(tmp_path):
    path = tmp_path / "words.yaml"
    path.write_text(yaml.safe_dump({"lemmas": {}, "forma": {}}), encoding="utf-8")
    with pytest.raises(ResourceError, match=r"words\.yaml.*forma"):
        read_sections(path, {"lemmas", "forms"})


def test_word_lists_lie_in_models():
    names = {path.name for path in (models_dir() / "dates").iterdir()}
    assert names == {"words.yaml", "patterns.yaml", "contexts.yaml", "cues.yaml", "holidays.yaml"}
