"""The commands of svodka: where the function of each lives, and the first sentence of its help."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisteredCommand:
    """Where a command's function lives, and the first sentence of its help (so that `--help` imports none)."""

    module: str
    function: str
    summary: str


COMMANDS: dict[str, RegisteredCommand] = {
    "run": RegisteredCommand(
        module="pipeline.cli.run",
        function="run_command",
        summary="Read a dump of Russian news articles and write the tables of what happened in them.",
    ),
    "show": RegisteredCommand(
        module="pipeline.cli.show",
        function="show_command",
        summary="Read one article in the terminal: its names highlighted, its entities and events below.",
    ),
    "export": RegisteredCommand(
        module="pipeline.cli.export",
        function="export_command",
        summary="Write a finished run for spreadsheets, databases and knowledge bases.",
    ),
    "text": RegisteredCommand(
        module="pipeline.cli.text",
        function="text_command",
        summary="Print the texts of articles exactly as svodka reads them: what all offsets count in.",
    ),
    "report": RegisteredCommand(
        module="pipeline.cli.report",
        function="report_command",
        summary="Make pages to look at a run: time line, network, map, articles with their records, coverage.",
    ),
    "review": RegisteredCommand(
        module="pipeline.cli.review",
        function="review_command",
        summary="Write the records of a run to a file in which to accept, reject or correct them.",
    ),
    "diff": RegisteredCommand(
        module="pipeline.cli.diff",
        function="diff_command",
        summary="Tell what changed between two runs: rows added and removed, cells with old -> new.",
    ),
    "evaluate": RegisteredCommand(
        module="pipeline.cli.evaluate",
        function="evaluate",
        summary="Score against annotated articles: names, entities, dates, events, quotes, positions.",
    ),
    "train": RegisteredCommand(
        module="pipeline.cli.train",
        function="train_command",
        summary="Train a reader of nested mentions and relations on annotated texts.",
    ),
    "train-events": RegisteredCommand(
        module="pipeline.cli.train_events",
        function="train_events_command",
        summary="Train the networks that know which words name an event, what belongs to it, and what became of it.",
    ),
    "train-names": RegisteredCommand(
        module="pipeline.cli.train_names",
        function="train_names_command",
        summary="Train the network that says whether what looks like a name is one, and of whom or what.",
    ),
    "train-joining": RegisteredCommand(
        module="pipeline.cli.train_joining",
        function="train_joining_command",
        summary="Train the network that says which tellings of an article are of one happening.",
    ),
    "combine": RegisteredCommand(
        module="pipeline.cli.combine",
        function="combine_command",
        summary="Average trained readers into one, or make one reader smaller.",
    ),
    "pretrain": RegisteredCommand(
        module="pipeline.cli.pretrain",
        function="pretrain_command",
        summary="Let an encoder read unlabelled articles, as a start for `svodka train --encoder`.",
    ),
    "schema": RegisteredCommand(
        module="pipeline.cli.schema",
        function="schema_command",
        summary="Print the tables of a run: every column with its type and meaning.",
    ),
    "version": RegisteredCommand(
        module="pipeline.cli.version",
        function="version_command",
        summary="Print the version and the fingerprint of the models and lexicons.",
    ),
}
