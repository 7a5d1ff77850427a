"""Confidence as a probability."""

import numpy as np
import pytest

from pipeline.mentions.reader.calibration import Calibration, calibration_error, fit_calibration


def test_the_default_changes_nothing():
    assert Calibration().apply(0.73) == pytest.approx(0.73)


def test_a_network_that_boasts_is_corrected():
    promised = [0.95] * 100 + [0.6] * 100
    right = [i < 80 for i in range(100)] + [i < 50 for i in range(100)]
    fitted = fit_calibration(promised, right)
    assert fitted.apply(0.95) == pytest.approx(0.8, abs=0.02)
    assert fitted.apply(0.6) == pytest.approx(0.5, abs=0.02)
    corrected = fitted.apply(promised).tolist()
    assert calibration_error(corrected, right) < 0.02 < calibration_error(promised, right)


def test_the_error_is_the_distance_between_promise_and_truth():
    assert calibration_error([0.9] * 10, [True] * 9 + [False]) == pytest.approx(0.0)
    assert calibration_error([0.9] * 10, [True] * 5 + [False] * 5) == pytest.approx(0.4)
    assert calibration_error([], []) == 0.0


def test_certain_answers_stay_finite():
    fitted = fit_calibration([1.0] * 5 + [0.0] * 5, [True] * 5 + [False] * 5)
    assert np.isfinite(fitted.apply([0.0, 0.5, 1.0])).all()
    assert 0 < fitted.apply(0.0) < fitted.apply(1.0) < 1
