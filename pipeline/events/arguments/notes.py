"""Notes that a paper puts into another's words: «(курды. — «Заря»)»."""

from __future__ import annotations

from spacy.tokens import Doc, Token


def signs_a_note(doc: Doc, start: int, end: int) -> bool:
    """«(курды. — «Заря»)»: the paper that put in a note takes part in nothing."""
    before = next((t for t in reversed(doc[max(0, start - 3) : start]) if _is_solid(t)), None)
    after = next((t for t in doc[end : end + 3] if _is_solid(t)), None)
    return before is not None and after is not None and before.text in {"—", "–", "-"} and after.text == ")"


def _is_solid(token: Token) -> bool:
    return not token.is_space and token.text not in {"«", "»", '"'}
