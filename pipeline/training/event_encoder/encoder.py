"""The encoder as a torch module: transformer layers that learn."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from pipeline.events.encoder.stretches import MARKS
from pipeline.training.event_encoder.weights import PackedEncoder, Weights

MARKED = 2  # the layer before which marks on names and dates are added: below it the words are as they were
_DROPOUT = 0.1


class Encoder(nn.Module):
    """The lowest layers of a packed encoder; where a piece stands says what it always said."""

    def __init__(self, packed: PackedEncoder, *, layers: int) -> None:
        """Take over the weights.

        Args:
            packed: the file.
            layers: how many of its layers are used: the upper ones serve whole texts rather than words.
        """
        super().__init__()
        tensors = {name: torch.from_numpy(values.copy()) for name, values in packed.tensors.items()}
        self.words = nn.Embedding.from_pretrained(tensors["emb.word"].view(-1, packed.size), freeze=False)
        self.places = nn.Parameter(tensors["emb.pos"].view(-1, packed.size), requires_grad=False)
        self.kind = nn.Parameter(tensors["emb.type"].view(-1, packed.size)[0].clone())
        self.norm = _norm(packed, "emb.ln")
        self.marks = nn.Embedding(MARKS, packed.size)
        nn.init.zeros_(self.marks.weight)
        self.dropout = nn.Dropout(_DROPOUT)
        self.layers = nn.ModuleList(Layer(packed, f"l{i}") for i in range(layers))

    def forward(self, pieces: Tensor, marks: Tensor, real: Tensor) -> Tensor:
        """Texts x pieces (numbers), the marks on them, which of them are real -> states, texts x pieces x size."""
        mask = real[:, None, None, :]
        states = self.norm(self.words(pieces) + self.places[: pieces.shape[1]] + self.kind)
        states = self.dropout(states)
        for number, layer in enumerate(self.layers):
            if number == MARKED:
                states = states + self.marks(marks)
            states = layer(states, mask)
        return states


class Layer(nn.Module):
    """Attention and two products, each added to what came in and normed."""

    def __init__(self, packed: PackedEncoder, name: str) -> None:
        super().__init__()
        self.heads = packed.heads
        self.asked = _linear(packed, *(f"{name}.{part}" for part in "qkv"))
        self.attended, self.attended_norm = _linear(packed, f"{name}.ao"), _norm(packed, f"{name}.aln")
        self.widened, self.narrowed = _linear(packed, f"{name}.fi"), _linear(packed, f"{name}.fo")
        self.norm, self.dropout = _norm(packed, f"{name}.oln"), nn.Dropout(_DROPOUT)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """Texts x pieces x size, which pieces may be looked at -> the same shape."""
        texts, length, size = states.shape
        split = self.asked(states).view(texts, length, 3, self.heads, size // self.heads)
        query, key, value = split.permute(2, 0, 3, 1, 4)
        seen = nn.functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        seen = self.attended(seen.transpose(1, 2).reshape(texts, length, size))
        states = self.attended_norm(states + self.dropout(seen))
        return self.norm(states + self.dropout(self.narrowed(nn.functional.gelu(self.widened(states)))))


def _linear(packed: PackedEncoder, *names: str) -> nn.Linear:
    """One product of several that have the same inputs."""
    biases = [packed.tensors[f"{name}.b"] for name in names]
    weights = [_matrix(packed.tensors[f"{name}.w"], len(bias)) for name, bias in zip(names, biases, strict=True)]
    made = nn.Linear(weights[0].shape[1], sum(map(len, biases)))
    made.weight = nn.Parameter(torch.cat(weights))
    made.bias = nn.Parameter(torch.cat([torch.from_numpy(bias) for bias in biases]))
    return made


def _matrix(values: Weights, rows: int) -> Tensor:
    return torch.from_numpy(values).view(rows, -1)


def _norm(packed: PackedEncoder, name: str) -> nn.LayerNorm:
    made = nn.LayerNorm(packed.size, eps=packed.epsilon)
    made.weight = nn.Parameter(torch.from_numpy(packed.tensors[f"{name}.w"].copy()))
    made.bias = nn.Parameter(torch.from_numpy(packed.tensors[f"{name}.b"].copy()))
    return made
