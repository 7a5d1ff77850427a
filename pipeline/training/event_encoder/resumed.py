"""A written encoder as a network that learns on."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from pipeline.events.encoder.heads import of_question
from pipeline.training.event_encoder.network import EventReader, Head
from pipeline.training.event_encoder.questions import question
from pipeline.training.event_encoder.written import WrittenEncoder


def resume(written: WrittenEncoder) -> EventReader:
    """The network as it stood when it was written, but for what eight bits have lost."""
    questions = {name: question(name, own.answers, own.categories) for name, own in written.questions.items()}
    model = EventReader(written.packed, questions, layers=written.layers)
    marks = model.encoder.marks.weight  # older files have rows to spare
    marks.data = torch.from_numpy(written.marks[: len(marks)].copy())
    for name, head in model.heads.items():
        _fill(head, {part: torch.from_numpy(own) for part, own in of_question(written.heads, name).items()})
    return model


def _fill(head: nn.Module, weights: dict[str, Tensor]) -> None:
    """Give a question's layer its weights, which were written inputs x outputs."""
    assert isinstance(head, Head)
    head.said.weight.data = weights["said"]
    layers = {"states": "bias", "answer": "answer_bias", "left": "left_bias", "right": "right_bias"}
    for name, bias in layers.items():
        layer = getattr(head, name)
        if layer is not None:
            layer.weight.data, layer.bias.data = weights[name].T.contiguous(), weights[bias]
