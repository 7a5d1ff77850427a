"""The reader's units: razdel tokens, split where a mention may begin or end inside one.

«66-летнему» holds an age, «кыргызско-таджикская» two countries: of 5,590 mentions of NEREL dev 65 begin or end
inside a razdel token, 3 inside a piece.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

Span = tuple[int, int]
_PIECE = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+|.", re.DOTALL)


def split_pieces(text: str, tokens: Sequence[Span]) -> Iterator[Span]:
    """Yield the pieces of tokens as offsets: «5,56-мм» gives «5,56», «-», «мм»."""
    for start, end in tokens:
        token = text[start:end]
        if token.isalpha() or token.isdigit():
            yield start, end
        else:
            yield from ((start + m.start(), start + m.end()) for m in _PIECE.finditer(token))
