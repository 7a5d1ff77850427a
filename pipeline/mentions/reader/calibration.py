"""From the network's probabilities to shares that hold: a logistic curve fitted where the answers are known."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray
from pydantic import BaseModel, ConfigDict

_EDGE = 1e-6
_STEPS = 50


class Calibration(BaseModel):
    """`slope` and `shift` of the log-odds (Platt 1999); the default leaves every probability as it is."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    slope: float = 1.0
    shift: float = 0.0

    def apply(self, probabilities: ArrayLike) -> NDArray[np.float64]:
        """For each probability the share of its answers that are right."""
        odds = _log_odds(np.asarray(probabilities, dtype=float))
        return np.asarray(1 / (1 + np.exp(-(self.slope * odds + self.shift))))


def fit_calibration(probabilities: Sequence[float], right: Sequence[bool]) -> Calibration:
    """Fit the curve by maximum likelihood, with the weak prior that nothing is to be changed.

    Args:
        probabilities: of the answers that the network gave.
        right: which of them were.
    """
    inputs = np.stack([_log_odds(np.array(probabilities, dtype=float)), np.ones(len(probabilities))], axis=1)
    slope, shift = fit_logistic(inputs, right, start=np.array([1.0, 0.0]), held=np.ones(2)).tolist()
    return Calibration(slope=round(slope, 4), shift=round(shift, 4))


def fit_logistic(
    inputs: NDArray[np.float64], right: Sequence[bool], *, start: NDArray[np.float64], held: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Weights of a logistic regression by maximum likelihood, found by Newton's method.

    Args:
        inputs: cases x weights.
        right: the cases that are.
        start: weights to begin with, and to stay near.
        held: how much each is held there: the precision of a normal prior, 0 for none.
    """
    target = np.array(right, dtype=float)

    def cost(weights: NDArray[np.float64]) -> float:
        odds = inputs @ weights
        return float((np.logaddexp(0.0, odds) - target * odds).sum() + (held * (weights - start) ** 2).sum() / 2)

    weights = start
    for _ in range(_STEPS):
        shares = 1 / (1 + np.exp(-inputs @ weights))
        gradient = inputs.T @ (shares - target) + held * (weights - start)
        curvature = inputs.T @ (inputs * (shares * (1 - shares))[:, None]) + np.diag(held)
        step = np.linalg.solve(curvature, gradient)
        while cost(weights - step) > cost(weights) and np.abs(step).max() > _EDGE:
            step = step / 2  # a full step of Newton may overshoot
        weights = weights - step
    return weights


def calibration_error(probabilities: Sequence[float], right: Sequence[bool], *, bins: int = 10) -> float:
    """Expected calibration error: mean distance of promised and true share over bins of equal width (Naeini 2015)."""
    promised, true = np.array(probabilities, dtype=float), np.array(right, dtype=float)
    place = np.minimum((promised * bins).astype(int), bins - 1)
    distances = [abs(promised[place == i].sum() - true[place == i].sum()) for i in range(bins)]
    return float(sum(distances) / max(len(promised), 1))


def _log_odds(probabilities: NDArray[np.float64]) -> NDArray[np.float64]:
    clipped = np.clip(probabilities, _EDGE, 1 - _EDGE)
    return np.asarray(np.log(clipped / (1 - clipped)))
