"""A larger encoder, for teachers: every piece looks at every other of its window."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812  (its usual name)

from pipeline.training.convolution import Convolution
from pipeline.training.settings import ReaderShape

HEAD_WIDTH = 64
_LONGEST_WAVE = 10_000.0


class Attention(nn.Module):
    """Self-attention whose queries and keys are turned by their place (Su et al. 2021, «RoFormer»)."""

    def __init__(self, channels: int, dropout: float) -> None:
        super().__init__()
        self.heads = channels // HEAD_WIDTH
        self.into = nn.Linear(channels, 3 * channels)
        self.out = nn.Linear(channels, channels)
        self.dropout = dropout

    def forward(self, hidden: Tensor, mask: Tensor) -> Tensor:
        """B x n x channels, mask b x n -> the same shape; nobody looks at padding."""
        b, n, c = hidden.shape
        query, key, value = (
            part.view(b, n, self.heads, HEAD_WIDTH).transpose(1, 2) for part in self.into(hidden).chunk(3, dim=-1)
        )
        turned = F.scaled_dot_product_attention(
            turn(query), turn(key), value, attn_mask=(mask > 0)[:, None, None, :],
            dropout_p=self.dropout if self.training else 0.0,
        )  # fmt: skip
        projected: Tensor = self.out(turned.transpose(1, 2).reshape(b, n, c))
        return projected


def turn(vectors: Tensor) -> Tensor:
    """Turn each pair of numbers of ... x n x width vectors by an angle that grows with the place."""
    n, half = vectors.shape[-2], vectors.shape[-1] // 2
    waves = _LONGEST_WAVE ** (-torch.arange(half, device=vectors.device) / half)
    angles = torch.arange(n, device=vectors.device)[:, None] * waves
    cos, sin = angles.cos().to(vectors.dtype), angles.sin().to(vectors.dtype)
    left, right = vectors[..., :half], vectors[..., half:]
    return torch.cat([left * cos - right * sin, left * sin + right * cos], dim=-1)


class Layer(nn.Module):
    """A convolution, attention, then a gated feed-forward network, each beside the way past it (Gulati et al. 2020)."""

    def __init__(self, channels: int, dilation: int, dropout: float) -> None:
        super().__init__()
        self.before_neighbours = nn.LayerNorm(channels)
        self.before_attention, self.before_gate = nn.LayerNorm(channels), nn.LayerNorm(channels)
        self.neighbours = Convolution(channels, dilation)
        self.attention = Attention(channels, dropout)
        self.gate = nn.Linear(channels, 4 * channels)
        self.out = nn.Linear(2 * channels, channels)
        self.dropout = nn.Dropout(dropout)

    def forward(self, hidden: Tensor, mask: Tensor) -> Tensor:
        """B x n x channels -> the same shape."""
        hidden = hidden + self.dropout(self.neighbours(self.before_neighbours(hidden) * mask[..., None]))
        hidden = hidden + self.dropout(self.attention(self.before_attention(hidden), mask))
        value, gate = self.gate(self.before_gate(hidden)).chunk(2, dim=-1)
        result: Tensor = hidden + self.dropout(self.out(self.dropout(value * F.gelu(gate))))
        return result


class AttentionEncoder(nn.Module):
    """`shape.layers` layers, whose convolutions reach as far as `shape.dilations` say in turn."""

    def __init__(self, shape: ReaderShape) -> None:
        super().__init__()
        self.enter = nn.Linear(shape.inputs, shape.channels)
        reach = [shape.dilations[i % len(shape.dilations)] for i in range(shape.layers)]
        self.layers = nn.ModuleList(Layer(shape.channels, dilation, shape.dropout) for dilation in reach)
        self.norm = nn.LayerNorm(shape.channels)

    def forward(self, inputs: Tensor, mask: Tensor) -> Tensor:
        """B x n x inputs, mask b x n -> b x n x (channels + inputs); padding stays zero."""
        shown = mask[..., None]
        with torch.autocast("cuda", torch.bfloat16, enabled=inputs.is_cuda):
            hidden = self.enter(inputs) * shown
            for layer in self.layers:
                hidden = layer(hidden, mask)
        return torch.cat([self.norm(hidden.float()) * shown, inputs], dim=-1)
