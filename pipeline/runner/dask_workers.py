"""Whether the workers of a Dask cluster read as this process would."""

from __future__ import annotations

from typing import Any

from pipeline.errors import RunnerError, SvodkaError
from pipeline.resources import models_fingerprint, package_version


def check_models(client: Any, patience: str) -> None:
    """Every worker must read as this process would.

    Args:
        client: of the cluster.
        patience: how long to wait for the first worker («60s»).

    Raises:
        RunnerError: one does not.
    """
    here = version_of_all()
    client.wait_for_workers(1, timeout=patience)
    try:
        there = client.run(version_of_all)
    except (ImportError, SvodkaError) as error:
        raise RunnerError(f"A Dask worker has no svodka ({error}). Install it on all workers.") from error
    for worker, version in there.items():
        if version != here:
            raise RunnerError(f"{worker} has svodka {version}, this machine {here}. Install the same on all workers.")


def version_of_all() -> str:
    """Version and fingerprint of the models of the process that calls it."""
    return f"{package_version()} with models {models_fingerprint()}"
