"""The commonest reasons in `rejected.jsonl`: one word of advice often mends hundreds of files."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

SHOWN = 3
_PARTICULAR = re.compile(r"\d+(?:[.,]\d+)*|'[^']*'(?= \()|\([^)]*\)")


def commonest_reasons(path: Path, shown: int = SHOWN) -> list[str]:
    """Lines like «12 × Reading it needs trafilatura. …»; messages that differ in figures count as one."""
    counts: Counter[str] = Counter()
    examples: dict[str, str] = {}
    with path.open(encoding="utf-8") as handle:
        for line in handle:
            message = json.loads(line)["message"]
            kind = _PARTICULAR.sub("", message)
            counts[kind] += 1
            examples.setdefault(kind, message)
    lines = [f"{count} × {examples[kind]}" for kind, count in counts.most_common(shown)]
    rest = len(counts) - len(lines)
    return [*lines, f"and {rest} more reasons"] if rest > 0 else lines
