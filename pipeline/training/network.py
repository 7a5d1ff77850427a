"""The reader as a PyTorch module: pieces -> encoder -> nested spans -> relations between them."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812  (its usual name)

from pipeline.mentions.reader.pairs import DISTANCES
from pipeline.mentions.reader.windows import MAX_WIDTH
from pipeline.training.attention import AttentionEncoder
from pipeline.training.convolution import Convolution
from pipeline.training.settings import ReaderShape

RARE = 6.0  # log-odds against a mention or a relation at the start: else the first updates would teach just that


def embedding_width(kind: str) -> int:
    """Lemmas say more than affixes, affixes more than shapes."""
    return 48 if kind == "lemma" else 16 if kind in {"shape", "prefix2"} else 24


class InputLayer(nn.Module):
    """Embeddings of what training knows, vectors and grammemes of every word, to one vector a piece."""

    def __init__(self, shape: ReaderShape) -> None:
        super().__init__()
        self.tables = nn.ModuleList(nn.Embedding(n, embedding_width(kind)) for kind, n in shape.embeddings.items())
        width = sum(embedding_width(kind) for kind in shape.embeddings) + shape.vectors + shape.extras
        self.project = nn.Linear(width, shape.inputs)
        self.dropout = nn.Dropout(shape.dropout)
        self.word_dropout = shape.word_dropout
        for table in self.tables:
            nn.init.normal_(table.weight, std=0.1)

    def forward(self, ids: Tensor, vectors: Tensor, extras: Tensor) -> Tensor:
        """`ids` b x n x kinds, `vectors` b x n x 600, `extras` b x n x e -> b x n x inputs."""
        if self.training and self.word_dropout:
            keep = torch.rand(ids.shape[:2], device=ids.device) >= self.word_dropout
            ids = ids * keep[..., None]
            vectors = vectors * (torch.rand(ids.shape[:2], device=ids.device) >= self.word_dropout)[..., None]
        looked_up = [table(ids[..., i]) for i, table in enumerate(self.tables)]
        joined = torch.cat([*looked_up, vectors, extras], dim=-1)
        return F.gelu(self.project(self.dropout(joined)))


class Encoder(nn.Module):
    """Residual gated convolutions with growing dilation; sees 15 pieces to either side."""

    def __init__(self, shape: ReaderShape) -> None:
        super().__init__()
        c = shape.channels
        self.enter = nn.Linear(shape.inputs, c)
        self.convolutions = nn.ModuleList(Convolution(c, d) for d in shape.dilations)
        self.norms = nn.ModuleList(nn.LayerNorm(c) for _ in shape.dilations)
        self.before_widest = nn.LayerNorm(c)
        self.dropout = nn.Dropout(shape.dropout)

    def forward(self, inputs: Tensor, mask: Tensor) -> Tensor:
        """B x n x inputs, mask b x n -> b x n x (channels + inputs); padding stays zero."""
        shown = mask[..., None]
        hidden = self.enter(inputs) * shown
        for number, (convolution, norm) in enumerate(zip(self.convolutions, self.norms, strict=True), 1):
            if number == len(self.norms):
                hidden = self.before_widest(hidden) * shown
            hidden = norm(hidden + self.dropout(convolution(hidden))) * shown
        return torch.cat([hidden, inputs], dim=-1)


def make_encoder(shape: ReaderShape) -> nn.Module:
    """Attention where the shape has layers of it, else convolutions."""
    return AttentionEncoder(shape) if shape.layers else Encoder(shape)


class SpanScorer(nn.Module):
    """A vector and type scores for every span of at most `MAX_WIDTH` pieces."""

    def __init__(self, shape: ReaderShape) -> None:
        super().__init__()
        width = shape.channels + shape.inputs
        self.parts = nn.Linear(width, 3 * shape.spans + 2 * shape.spans // 2)
        self.product = nn.Linear(shape.spans // 2, shape.spans, bias=False)
        self.width = nn.Embedding(MAX_WIDTH, shape.spans)
        self.dropout = nn.Dropout(shape.dropout)
        self.types = nn.Linear(shape.spans, shape.types + 1)
        nn.init.constant_(self.types.bias[:1], RARE)
        self.spans = shape.spans

    def forward(self, hidden: Tensor) -> tuple[Tensor, Tensor]:
        """B x n x width -> vectors b x n x MAX_WIDTH x spans, scores b x n x MAX_WIDTH x (types + 1); 0 is none."""
        s, half = self.spans, self.spans // 2
        start, end, inner, left, right = self.parts(hidden).split([s, s, s, half, half], dim=-1)
        n = hidden.shape[1]
        along, widths = torch.arange(n, device=hidden.device), torch.arange(MAX_WIDTH, device=hidden.device)
        last = (along[:, None] + widths).clamp(max=n - 1)
        total = F.pad(inner.cumsum(1), (0, 0, 1, 0))
        summed = (total[:, 1:][:, last] - total[:, :-1][:, :, None]) / 3.0
        product = self.product(left[:, :, None] * right[:, last])
        vectors = F.gelu(start[:, :, None] + end[:, last] + summed + product + self.width.weight)
        return vectors, self.types(self.dropout(vectors))


class RelationScorer(nn.Module):
    """Scores of every relation for pairs of spans."""

    def __init__(self, shape: ReaderShape) -> None:
        super().__init__()
        types = 32
        self.kind = nn.Linear(shape.types, types, bias=False)
        self.head = nn.Linear(shape.spans + types, shape.pairs)
        self.tail = nn.Linear(shape.spans + types, shape.pairs)
        self.left = nn.Linear(shape.spans + types, shape.pairs)
        self.right = nn.Linear(shape.spans + types, shape.pairs)
        self.between = nn.Linear(shape.channels + shape.inputs, shape.pairs)
        self.distance = nn.Embedding(4 * DISTANCES, shape.pairs)
        self.dropout = nn.Dropout(shape.dropout)
        self.hidden = nn.Linear(shape.pairs, shape.pairs)
        self.relations = nn.Linear(shape.pairs, shape.relations)
        nn.init.constant_(self.relations.bias, -RARE)

    def forward(self, spans: Tensor, types: Tensor, between: Tensor, pairs: Tensor, distance: Tensor) -> Tensor:
        """Spans m x spans, types m x types, context p x width, pairs p x 2, distance p -> p x relations."""
        marked = self.dropout(torch.cat([spans, self.kind(types)], dim=-1))
        head, tail = pairs[:, 0], pairs[:, 1]
        joined = self.head(marked)[head] + self.tail(marked)[tail] + self.left(marked)[head] * self.right(marked)[tail]
        joined = joined + self.between(between) + self.distance(distance)
        return self.relations(self.dropout(F.gelu(self.hidden(self.dropout(F.gelu(joined))))))


class Reader(nn.Module):
    """All parts together."""

    def __init__(self, shape: ReaderShape) -> None:
        super().__init__()
        self.shape = shape
        self.inputs = InputLayer(shape)
        self.encoder = make_encoder(shape)
        self.spans = SpanScorer(shape)
        self.relations = RelationScorer(shape)

    def encode(self, ids: Tensor, vectors: Tensor, extras: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Hidden states, span vectors and span scores of a batch of windows."""
        hidden = self.encoder(self.inputs(ids, vectors, extras), mask)
        return (hidden, *self.spans(hidden))
