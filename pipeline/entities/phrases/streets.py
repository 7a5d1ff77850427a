"""Streets that share a plural noun: «улиц Гоголя и Мира» names «улица Гоголя» and «улица Мира»."""

from __future__ import annotations

from itertools import islice

from spacy.tokens import Doc

from pipeline.language.features import features


def shared_street(doc: Doc, start: int, end: int) -> str:
    """Name of one of the two streets, with the noun in the singular; empty where no plural noun is near.

    Args:
        doc: the article.
        start: offset of «улиц Гоголя», or of «Мира» alone.
        end: offset behind it.
    """
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return ""
    before = (doc[i] for i in range(span.start - 1, -1, -1) if not doc[i].is_space)
    near = [span[0], *islice(before, 3)] if len(span) == 1 else [span[0]]
    noun = next((t for t in near if "Plur" in features(t, "Number") and t.text[:1].islower()), None)
    return f"{noun.lemma_} {span[-1].text}" if noun is not None else ""
