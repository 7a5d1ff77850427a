"""The extractor keeps the words that it has met, but not all of a long run."""

import numpy as np
import pytest

from pipeline.mentions.reader import features
from pipeline.mentions.reader.features import FeatureExtractor, FeatureVocabulary
from pipeline.mentions.reader.windows import Window

pytestmark = pytest.mark.model

TEXT = "Идёт дождь над Минском"
PIECES = ((0, 4), (5, 10), (11, 14), (15, 22))


def of_words(extractor, first, last):
    pieces = PIECES[first:last]
    return extractor.window(TEXT, Window(pieces=pieces, sentences=(0,) * len(pieces)))


def test_words_that_are_too_many_are_met_anew(monkeypatch):
    monkeypatch.setattr(features, "_MOST", 1)
    vocabulary = FeatureVocabulary.build(TEXT.split(), least=1)
    extractor, fresh = FeatureExtractor(vocabulary), FeatureExtractor(vocabulary)
    of_words(extractor, 0, 2)
    again, wanted = of_words(extractor, 2, 4), of_words(fresh, 2, 4)
    for name in ("ids", "rows", "extras"):
        assert np.array_equal(getattr(again, name), getattr(wanted, name))
    assert len(extractor._numbers) == 2
