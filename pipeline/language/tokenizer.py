"""The pipeline's tokenizer: an article becomes a `Doc` with sentences, its text kept to the last character."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

from pipeline.language.extensions import register_extensions
from pipeline.language.layout import find_lines
from pipeline.language.segmentation import Span, split_sentences
from pipeline.records.article import Article


@registry.tokenizers("svodka.razdel.v1")  # type: ignore[untyped-decorator]
def create_tokenizer() -> Callable[[Language], ArticleTokenizer]:
    """Registered function for a pipeline's `[nlp.tokenizer]`."""
    return lambda nlp: ArticleTokenizer(nlp.vocab)


class ArticleTokenizer:
    """razdel's tokens and sentences as a spaCy tokenizer; white space other than one blank is a token of its own."""

    def __init__(self, vocab: Vocab) -> None:
        """Keep the vocabulary of the pipeline."""
        self.vocab = vocab
        register_extensions()

    def __call__(self, text: str) -> Doc:
        """Read a plain text as an article without metadata."""
        return self.read(Article(text=text, lines=find_lines(text)))

    def read(self, article: Article) -> Doc:
        """Make the `Doc` of an article; `doc.text` equals `article.text`."""
        text = article.text
        words: list[str] = []
        spaces: list[bool] = []
        starts: list[bool | int | None] = []
        for (start, end), opens in _pieces(text, article):
            word = text[start:end]
            if word == " " and words and not spaces[-1] and not words[-1].isspace():
                spaces[-1] = True
                continue
            words.append(word)
            spaces.append(False)
            starts.append(opens)
        if starts:
            starts[0] = True
        doc = Doc(self.vocab, words=words, spaces=spaces, sent_starts=starts)
        doc._.article = article
        return doc

    # spaCy asks a tokenizer to write itself to disk; this one has nothing to keep.
    def to_disk(self, path: object, **_: object) -> None:
        """Write nothing: the tokenizer has no state."""

    def from_disk(self, path: object, **_: object) -> ArticleTokenizer:
        """Read nothing."""
        return self

    def to_bytes(self, **_: object) -> bytes:
        """No state."""
        return b""

    def from_bytes(self, data: bytes, **_: object) -> ArticleTokenizer:
        """No state."""
        return self


def _pieces(text: str, article: Article) -> Iterator[tuple[Span, bool]]:
    """Every character once: tokens and the white space between them, with True where a sentence begins."""
    at = 0
    for sentence in split_sentences(text, article.lines):
        for i, (start, end) in enumerate(sentence.tokens):
            yield from ((space, False) for space in _white_space(text, at, start))
            yield (start, end), i == 0
            at = end
    yield from ((space, False) for space in _white_space(text, at, len(text)))


def _white_space(text: str, start: int, end: int) -> Iterator[Span]:
    """One leading blank apart, all white space after it as one token."""
    if start < end and text[start] == " ":
        yield start, start + 1
        start += 1
    if start < end:
        yield start, end
