"""Lexicon files: YAML read with the line of every node, so that an error says where to mend it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import yaml

from pipeline.errors import ResourceError
from pipeline.resources import YAML_LOADER


@dataclass(frozen=True, slots=True, kw_only=True)
class LexiconNode:
    """A value of a lexicon file with the place it stands at."""

    path: Path
    node: yaml.Node

    def fail(self, problem: str) -> NoReturn:
        """Raise an error that names file and line."""
        line = self.node.start_mark.line + 1
        raise ResourceError(f"{self.path}:{line}: {problem}. Mend that line and run again.")

    def fields(self, allowed: Collection[str] = ()) -> dict[str, LexiconNode]:
        """Keys and values of a mapping; with `allowed`, any other key is an error."""
        if not isinstance(self.node, yaml.MappingNode):
            self.fail("expected keys with values")
        found: dict[str, LexiconNode] = {}
        for key_node, value in self.node.value:
            key = LexiconNode(path=self.path, node=key_node).text()
            if allowed and key not in allowed:
                LexiconNode(path=self.path, node=key_node).fail(f"unknown key {key!r}, known are {', '.join(allowed)}")
            if key in found:
                LexiconNode(path=self.path, node=key_node).fail(f"key {key!r} stands twice")
            found[key] = LexiconNode(path=self.path, node=value)
        return found

    def items(self) -> Iterator[LexiconNode]:
        """Elements of a list."""
        if not isinstance(self.node, yaml.SequenceNode):
            self.fail("expected a list")
        for value in self.node.value:
            yield LexiconNode(path=self.path, node=value)

    def text(self) -> str:
        """A single value as it is written."""
        if not isinstance(self.node, yaml.ScalarNode):
            self.fail("expected a single value")
        return str(self.node.value)

    def is_mapping(self) -> bool:
        """Whether this is a mapping of keys to values."""
        return isinstance(self.node, yaml.MappingNode)

    def words(self) -> tuple[str, ...]:
        """Words of a list, or of one value that separates them with commas."""
        if isinstance(self.node, yaml.SequenceNode):
            return tuple(word for item in self.items() for word in item.words())
        words = tuple(word.strip() for word in self.text().split(","))
        if not all(words):
            self.fail("an empty word between commas")
        return words

    def flag(self) -> bool:
        """`true` or `false`."""
        text = self.text()
        if text not in {"true", "false"}:
            self.fail(f"expected true or false, not {text!r}")
        return text == "true"

    def share(self) -> float:
        """A number from 0 to 1."""
        try:
            number = float(self.text())
        except ValueError:
            self.fail("expected a number from 0 to 1")
        if not 0 <= number <= 1:
            self.fail("expected a number from 0 to 1")
        return number


def read_lexicon(path: Path) -> LexiconNode:
    """Read a lexicon file.

    Raises:
        ResourceError: the file is missing, empty or no YAML.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise ResourceError(f"{path}: cannot be read ({error.strerror}). Check the path.") from error
    return parse_lexicon(text, path)


def parse_lexicon(text: str, path: Path) -> LexiconNode:
    """Read the text of a lexicon file; `path` names it in errors.

    Raises:
        ResourceError: it is empty or no YAML.
    """
    try:
        node = yaml.compose(text, Loader=YAML_LOADER)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise ResourceError(f"{path}:{line}: {error.problem}. Mend that line and run again.") from error
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise ResourceError(f"{path}:{line}: a character that YAML forbids. Mend that line and run again.") from error
    if node is None:
        raise ResourceError(f"{path}:1: the file is empty. Write at least one entry.")
    return LexiconNode(path=path, node=node)
