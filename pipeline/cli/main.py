"""The `svodka` command. Every command lives in a file of its own and imports what it needs when it is called."""

from __future__ import annotations

import typer

from pipeline.cli.run import run_command
from pipeline.cli.schema import schema_command
from pipeline.cli.version import version_command

app = typer.Typer(
    name="svodka",
    help="Russian news in, event records out: who met whom, where, when, and whether it happened.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("run")(run_command)
app.command("schema")(schema_command)
app.command("version")(version_command)


def main() -> None:
    """Entry point of the console script."""
    app()


if __name__ == "__main__":
    main()
