"""The graphs of `models/slovnet` are what the command in their card writes."""

import numpy as np
import pytest

from pipeline.resources import models_dir

onnx = pytest.importorskip("onnx")

from pipeline.training.slovnet_graphs import write_graphs  # noqa: E402  (onnx is an extra)


def constants(path):
    return {kept.name: onnx.numpy_helper.to_array(kept) for kept in onnx.load(path).graph.initializer}


@pytest.mark.model
def test_the_shipped_graphs_come_out_again(tmp_path):
    write_graphs(tmp_path)
    shipped = models_dir() / "slovnet"
    assert (tmp_path / "labels.json").read_bytes() == (shipped / "labels.json").read_bytes()
    for path in tmp_path.glob("*.onnx"):
        made, kept = constants(path), constants(shipped / path.name)
        assert made.keys() == kept.keys()
        for name, values in made.items():
            np.testing.assert_allclose(values, kept[name], rtol=1e-5, atol=1e-6)
