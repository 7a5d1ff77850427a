"""The `svodka` command: a registry of commands, each in a file of its own that is imported when it is called."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Annotated, Any

import typer
from typer.core import TyperGroup


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
_HELP = {"help_option_names": ["-h", "--help"]}


class LazyCommands(TyperGroup):
    """A group whose commands are imported only when they are called."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Names in the order of the registry."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Import a command; `None` for an unknown name."""
        registered = COMMANDS.get(cmd_name)
        if registered is None:
            return None
        function = getattr(importlib.import_module(registered.module), registered.function)
        single = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
        single.command(cmd_name, context_settings=_HELP)(function)
        return typer.main.get_command(single)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Tell of an unknown command which one may be meant."""
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            meant = get_close_matches(args[0], COMMANDS, n=1)
            instead = f"Did you mean {meant[0]!r}?" if meant else f"Choose from {', '.join(COMMANDS)}."
            ctx.fail(f"No such command {args[0]!r}. {instead}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """List the commands from the registry."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, command.summary) for name, command in COMMANDS.items()])


app = typer.Typer(
    name="svodka",
    cls=LazyCommands,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings=_HELP,
)


def _tell_version(asked: bool) -> None:
    if asked:
        from pipeline.cli.version import version_command  # noqa: PLC0415

        version_command()
        raise typer.Exit


@app.callback()
def svodka(
    version: Annotated[
        bool, typer.Option("--version", callback=_tell_version, is_eager=True, help="As the command version.")
    ] = False,
) -> None:
    """Russian news in, event records out: who met whom, where, when, and whether it happened.

    Begin with: svodka run FOLDER --out TABLES
    """


def main() -> None:
    """Entry point of the console script."""
    app()


if __name__ == "__main__":
    main()
