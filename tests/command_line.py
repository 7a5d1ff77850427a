"""The command line of tests."""

from typer.testing import CliRunner

from pipeline.cli.main import app


def svodka(*arguments, stdin=None):
    """Run a command; the result tells exit code and output."""
    return CliRunner().invoke(app, [str(argument) for argument in arguments], input=stdin)
