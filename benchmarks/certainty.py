"""How true the probabilities of event records are, against marked news; fits the figures of models/certainty.yaml.

    python benchmarks/certainty.py DUMP --marks tests/news-marks/test.csv
    python benchmarks/certainty.py DUMP --marks tests/news-marks/test.csv --fit tests/news-marks/{dev,strict}.csv

DUMP holds the articles of the marks (see tests/news-marks/README.md). Prints for the event, its cells and the whole
record how far what is promised lies from what is right (expected calibration error, of ten bins), before and after the
figures are applied, and how many of the sure records are right. `--fit` prints figures fitted on other marks first, and
applies these. `--quick` reads without the event encoder, which has figures of its own.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
from rated_records import CELLS, KNOWN, Seen, read

from pipeline.events.certainty.weights import RecordWeights, Weights, shipped_weights
from pipeline.mentions.reader.calibration import calibration_error, fit_calibration, fit_logistic

SURE = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6)
HELD = 3.0


def fitted(seen: Seen) -> Weights:
    """The figures that fit these records best."""
    curves = {name: fit_calibration(*zip(*seen.cells[name], strict=True)) for name in CELLS}
    inputs = np.insert(np.array(seen.known), 0, 1.0, axis=1)  # the base first, which nothing holds back
    held = np.array([0.0, *[HELD] * len(KNOWN)])
    weights = fit_logistic(inputs, seen.right, start=np.zeros(len(held)), held=held).round(3).tolist()
    return Weights(**curves, record=RecordWeights(**dict(zip(["base", *KNOWN], weights, strict=True))))


def report(seen: Seen, weights: Weights) -> None:
    """Print how far what is promised lies from what is right, and how many of the sure records are right."""
    for name in CELLS:
        shares, right = zip(*seen.cells[name], strict=True)
        after = getattr(weights, name).apply(shares).tolist()
        errors = calibration_error(shares, right), calibration_error(after, right)
        print(f"{name}: {len(right)}, right {np.mean(right):.3f}; error {errors[0]:.3f} before, {errors[1]:.3f} after")
    own = np.array([getattr(weights.record, name) for name in KNOWN])
    sure, right = 1 / (1 + np.exp(-(weights.record.base + np.array(seen.known) @ own))), np.array(seen.right)
    print(f"record: {len(right)}, right {right.mean():.3f}; error {calibration_error(sure.tolist(), seen.right):.3f}")
    for least in SURE:
        kept = right[sure >= least]
        print(f"  certainty from {least} on: {len(kept)}, right {kept.mean() if len(kept) else 0:.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dump", nargs="+")
    parser.add_argument("--marks", type=Path, required=True)
    parser.add_argument("--fit", type=Path, nargs="+", default=[], help="marks to fit the figures on")
    parser.add_argument("--quick", action="store_true", help="without the event encoder")
    asked = parser.parse_args()
    weights = shipped_weights().quick if asked.quick else shipped_weights().careful
    if asked.fit:
        weights = fitted(read(asked.fit, asked.dump, quick=asked.quick))
        print(f"{'quick' if asked.quick else 'careful'}:")
        for name, part in weights:
            print(f"  {name}: {{{', '.join(f'{key}: {value}' for key, value in part)}}}")
    report(read([asked.marks], asked.dump, quick=asked.quick), weights)


if __name__ == "__main__":
    main()
