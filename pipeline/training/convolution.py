"""The convolution that both encoders are made of."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812  (its usual name)


class Convolution(nn.Module):
    """A gated convolution of width 3, written as one matrix product: onnxruntime quantises that, and it is faster."""

    def __init__(self, channels: int, dilation: int) -> None:
        super().__init__()
        self.dilation = dilation
        self.weights = nn.Linear(3 * channels, 2 * channels)

    def forward(self, hidden: Tensor) -> Tensor:
        """B x n x channels -> the same shape."""
        n, d = hidden.shape[1], self.dilation
        padded = F.pad(hidden, (0, 0, d, d))
        return F.glu(self.weights(torch.cat([padded[:, :n], hidden, padded[:, 2 * d :]], dim=-1)), dim=-1)
