"""`svodka version`."""

from __future__ import annotations

import typer


def version_command() -> None:
    """Print the version and the fingerprint of the models and lexicons."""
    from pipeline.cli.errors import explained  # noqa: PLC0415
    from pipeline.resources import models_fingerprint, package_version  # noqa: PLC0415

    with explained():
        typer.echo(f"svodka {package_version()}, models {models_fingerprint()}")
