"""`entities.ftm.json`: one entity of FollowTheMoney a line, read back by FollowTheMoney before it is in place."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from followthemoney import model
from followthemoney.exc import InvalidData

from pipeline.errors import OutputError
from pipeline.exports.base import Exported
from pipeline.exports.entity_index import indexed
from pipeline.exports.ftm import articles, events, posts
from pipeline.exports.ftm.checked import Checked, notes_of
from pipeline.exports.ftm.draft import Draft
from pipeline.exports.ftm.parties import Parties
from pipeline.exports.ids_on_disk import SeenIds
from pipeline.loading.articles import articles_of
from pipeline.loading.finished_run import FinishedRun
from pipeline.writers.base import replacing
from pipeline.writers.json_lines import json_line

NAME = "entities.ftm.json"


def export(run: FinishedRun, folder: Path) -> Exported:
    """Write the entities.

    Raises:
        OutputError: FollowTheMoney does not read back what was written.
    """
    path, checked, merged = folder / NAME, Checked(), Counter[str]()
    with replacing(path) as part, indexed(run.rows("entities")) as entities:
        with part.open("w", encoding="utf-8", newline="\n") as handle:
            for draft in _drafts(run, Parties(entities), SeenIds(), merged):
                handle.write(json_line(checked.make(draft).to_dict()))
        _read_back(part, checked)
    notes = list(notes_of(checked))
    if merged["entities"]:
        notes.append(f"{merged['entities']} entities that were merged away are told as what they were merged into.")
    return Exported(files=(path,), written=dict(checked.entities.most_common()), notes=tuple(notes))


def _drafts(run: FinishedRun, parties: Parties, seen: SeenIds, merged: Counter[str]) -> Iterator[Draft]:
    for row in run.rows("entities"):
        if row.merged_into:
            merged["entities"] += 1
        else:
            yield parties.draft(row)
    for records in articles_of(run):
        yield articles.article(records.document)
        yield from articles.mentions(records, parties)
        yield from articles.documentation(records, parties)
        yield from articles.quotes(records, parties)
        for draft in posts.positions(records, parties):
            if draft.schema != "Position" or seen.is_new(draft.id):
                yield draft
        yield from events.events(records, parties)
        yield from articles.relations(records, parties)


def _read_back(path: Path, checked: Checked) -> None:
    """Load the file as FollowTheMoney's own tools do, and count.

    Raises:
        OutputError: an entity or value is missing, changed or invalid.
    """
    found, values = Counter[str](), 0
    with path.open(encoding="utf-8", newline="\n") as handle:
        for number, line in enumerate(handle, 1):
            written = json.loads(line)
            proxy = model.get_proxy(written, cleaned=False)
            try:
                proxy.schema.validate(written)
            except InvalidData as error:
                raise OutputError(f"{path}, line {number}: {error} {error.errors}. Please report it.") from error
            if proxy.to_dict()["properties"] != written["properties"]:
                raise OutputError(f"{path}, line {number}: FollowTheMoney drops or changes a value. Please report it.")
            found[proxy.schema.name] += 1
            values += sum(map(len, written["properties"].values()))
    if (found, values) != (checked.entities, checked.values):
        raise OutputError(f"FollowTheMoney reads {found} of {checked.entities} entities back. Please report it.")
