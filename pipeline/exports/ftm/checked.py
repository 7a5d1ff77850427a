"""Drafts to FollowTheMoney's own entities, with an account of every value that it does not take as it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from followthemoney import model
from followthemoney.namespace import Namespace
from followthemoney.proxy import EntityProxy

from pipeline.errors import OutputError
from pipeline.exports.ftm.draft import Draft

_WORDS = ("notes", "description")


class Checked:
    """Makes entities.

    Attributes:
        entities: how many of each schema.
        values: how many values they hold.
        cut: how many values were longer than their property allows.
        reworded: how many values by property FollowTheMoney refused; they stand in `notes` or `description`.
        left_out: how many it refused where an entity has neither; the tables tell them.
    """

    def __init__(self) -> None:
        self.entities: Counter[str] = Counter()
        self.reworded: Counter[str] = Counter()
        self.left_out: Counter[str] = Counter()
        self.values = self.cut = 0

    def make(self, draft: Draft) -> Any:
        """The entity of a draft; no value is lost.

        Raises:
            OutputError: FollowTheMoney would drop the entity's id or a part of it. This is a fault of svodka.
        """
        if Namespace.parse(draft.id) != (draft.id, None):
            raise OutputError(f"FollowTheMoney does not take the id {draft.id!r}. Please report it.")
        proxy = model.make_entity(draft.schema)
        proxy.id = draft.id
        for name, value in draft.values:
            if not self._add(proxy, name, value):
                self._add_in_words(proxy, name, value)
        self.entities[draft.schema] += 1
        self.values += sum(len(values) for values in proxy.to_dict()["properties"].values())
        return proxy

    def _add(self, proxy: EntityProxy, name: str, value: str) -> bool:
        prop = proxy.schema.properties[name]
        cleaned = prop.type.clean(value, format=prop.format, proxy=proxy)
        if cleaned is None:
            return False
        return proxy.unsafe_add(prop, self._fitting(cleaned, prop.max_length), cleaned=True) is not None

    def _fitting(self, value: str, longest: int) -> str:
        if len(value) <= longest:
            return value
        self.cut += 1
        mark = f"… [cut: {len(value)} characters]"
        return value[: longest - len(mark)] + mark

    def _add_in_words(self, proxy: EntityProxy, name: str, value: str) -> None:
        """`sourceUrl: javascript:alert(1)` is no address, but it is what the tables say."""
        spare = next((each for each in _WORDS if each in proxy.schema.properties), "")
        if name in proxy.schema.required:  # a name of control characters alone, without which the entity is invalid
            self._add(proxy, name, value.encode("unicode_escape").decode())
        told = bool(spare) and self._add(proxy, spare, f"{name}: {value}")
        (self.reworded if told else self.left_out)[name] += 1


def notes_of(checked: Checked) -> Iterator[str]:
    """What the user must know of values that were not taken as they are."""
    if checked.cut:
        yield f"{checked.cut} values are longer than FollowTheMoney allows; each ends with its length."
    if checked.reworded:
        yield f"Values that FollowTheMoney does not take stand in notes or description: {_named(checked.reworded)}."
    if checked.left_out:
        yield f"Values that FollowTheMoney does not take are in the tables alone: {_named(checked.left_out)}."


def _named(counts: Counter[str]) -> str:
    return ", ".join(f"{name} {number}" for name, number in sorted(counts.items()))
