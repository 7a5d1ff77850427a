"""The `svodka` command, which imports the file of each of its commands when it is called."""

from __future__ import annotations

import importlib
from difflib import get_close_matches
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from pipeline.cli.commands import COMMANDS

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
