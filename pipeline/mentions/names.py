"""Names of people, bodies and places by slovnet's recogniser, as candidate mentions."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from pipeline.language.morphology import sentence_words
from pipeline.language.neural import label_names
from pipeline.records.annotations import Mention

SOURCE = "slovnet-ner-news-v1"
_TYPES = {"PER": "person", "ORG": "organization", "LOC": "location"}


def find_names(doc: Doc) -> Iterator[Mention]:
    """Yield flat names; places have the coarse type `location`."""
    sentences = sentence_words(doc)
    labels = label_names([[token.text for token in sentence] for sentence in sentences])
    for sentence, row in zip(sentences, labels, strict=True):
        for kind, tokens in _runs(sentence, row):
            start, end = tokens[0].idx, tokens[-1].idx + len(tokens[-1])
            yield Mention(
                start=start, end=end, text=doc.text[start:end], type=_TYPES[kind], kind="name", source=SOURCE,
                confidence=0.8,
            )  # fmt: skip


def _runs(sentence: list[Token], labels: list[str]) -> Iterator[tuple[str, list[Token]]]:
    """Join B- and I- labels of one type."""
    run: list[Token] = []
    kind = ""
    for token, label in zip(sentence, labels, strict=True):
        if run and label == f"I-{kind}":
            run.append(token)
            continue
        if run:
            yield kind, run
        run, kind = ([token], label[2:]) if label != "O" else ([], "")
    if run:
        yield kind, run
