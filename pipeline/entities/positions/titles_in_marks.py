"""Words for a post that stand within the name of a book or a ship: «крейсер «Адмирал Рогов», «Мастер и Маргарита»."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.entities.spans import OPENING_MARKS, Named

_CLOSING_MARKS = frozenset({"»", "“", "”"})


def is_in_title(head: Token, person: Named) -> bool:
    """Whether marks close between a post and a name, or hold both and nothing else.

    Example: «командир крейсера «Адмирал Рогов» Павел Орлов» is no admiral, «Доктор Орлов» may be a film.
    """
    doc = head.doc
    opened = head.i > 0 and doc[head.i - 1].text in OPENING_MARKS
    alone = opened and doc[head.i + 1].text in _CLOSING_MARKS  # «губернатор» of a band, so called
    between = [] if alone else [token.text for token in doc[head.i : person.first]]
    closed = next((text for text in between if text in OPENING_MARKS | _CLOSING_MARKS), "") in _CLOSING_MARKS
    closes = person.last + 1 < len(doc) and doc[person.last + 1].text in _CLOSING_MARKS
    return closed or (opened and closes)
