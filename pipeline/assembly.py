"""The only place that names the concrete components and puts them in order."""

from __future__ import annotations

import gc
import importlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.mentions.gazetteer_in_use import own_gazetteer
from pipeline.records.annotations import Annotations
from pipeline.records.article import Article
from pipeline.user_files import UserFile

if TYPE_CHECKING:  # spaCy takes a second or two to import: only where articles are read
    from spacy.language import Language
    from spacy.tokens import Doc

    from pipeline.mentions.dates.standalone import DateTagger

_ALLOCATIONS = 20_000  # objects more than before at which Python looks for cycles among the young ones

# Each component with the module that registers its factory: lazy, so that a command that needs no model loads none.
COMPONENTS: tuple[tuple[str, str], ...] = (
    ("svodka_morphology", "pipeline.language.morphology"),
    ("svodka_lemmas", "pipeline.language.lemmas"),
    ("svodka_syntax", "pipeline.language.syntax"),
    ("svodka_dates", "pipeline.mentions.dates.component"),
    ("svodka_reader", "pipeline.mentions.reader.component"),
    ("svodka_mentions", "pipeline.mentions.component"),
    ("svodka_entities", "pipeline.entities.component"),
    ("svodka_positions", "pipeline.entities.positions.component"),
    ("svodka_coreference", "pipeline.entities.coreference.component"),
    ("svodka_quotes", "pipeline.entities.speakers.component"),
    ("svodka_events", "pipeline.events.component"),
    ("svodka_arbitration", "pipeline.mentions.arbitration.component"),
    ("svodka_reader_names", "pipeline.entities.reader_names"),
    ("svodka_ownership", "pipeline.entities.ownership"),
)


def build_pipeline(*, careful: bool = True) -> Language:
    """Build the spaCy pipeline: `nlp(text)`, `nlp.pipe(texts)` and `read_articles` all give annotated `Doc`s.

    Args:
        careful: let the event encoder read every sentence as well: better events, in twice the time of a quick reading.
    """
    import spacy  # noqa: PLC0415  (as lazy as the components)

    importlib.import_module("pipeline.language.tokenizer")  # registers the tokenizer
    nlp = spacy.blank("ru", config={"nlp": {"tokenizer": {"@tokenizers": "svodka.razdel.v1"}}})
    for name, module in COMPONENTS:
        importlib.import_module(module)
        nlp.add_pipe(name, validate=False)  # 20 ms each, for settings that are our own
    nlp.get_pipe("svodka_events").careful = careful  # type: ignore[attr-defined]
    return nlp


def read_articles(nlp: Language, articles: Iterable[Article]) -> Iterator[Doc]:
    """Annotate articles one after another."""
    from pipeline.language.tokenizer import ArticleTokenizer  # noqa: PLC0415  (as lazy as the components)

    tokenizer = ArticleTokenizer(nlp.vocab)
    yield from nlp.pipe(tokenizer.read(article) for article in articles)


def collect(doc: Doc) -> Annotations:
    """Take what the components hung on the `Doc`: plain data that leaves the process."""
    starts = tuple(sentence[0].idx for sentence in doc.sents)
    words = sum(not token.is_space for token in doc)
    extra = doc._
    return Annotations(
        sentences=len(starts), tokens=words, sentence_starts=starts, mentions=extra.mentions, dates=extra.dates,
        entities=extra.entities, positions=extra.positions, quotes=extra.quotes, relations=extra.relations,
        events=extra.events,
    )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatorLoader:
    """Loads the pipeline with a user's own files; a value that goes to other processes and is equal there."""

    gazetteers: tuple[UserFile, ...] = ()
    ontologies: tuple[UserFile, ...] = ()
    careful: bool = True

    def __call__(self) -> Callable[[Article], Annotations]:
        """Load the models and return the function from an article to what is found in it."""
        with _nothing_collected():
            nlp = build_pipeline(careful=self.careful)
        if self.ontologies:
            from pipeline.events.ontology_files import extend_ontology  # noqa: PLC0415  (as lazy as the components)

            finder = nlp.get_pipe("svodka_events")
            finder.ontology = extend_ontology(finder.ontology, self.ontologies)  # type: ignore[attr-defined]

        def annotate(article: Article) -> Annotations:
            # what leaves is plain data, so that spaCy may forget the article's words: a dump has millions of them
            with own_gazetteer(self.gazetteers), nlp.memory_zone():
                return collect(next(read_articles(nlp, [article])))

        return annotate


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Load without looking for garbage, and never look among the models again: they stay as long as the process.

    What an article leaves behind is freed as it goes, without cycles, so that a look for them may be rare: both save
    a tenth of the time.
    """
    looking = gc.isenabled()
    gc.disable()
    try:
        yield
        gc.freeze()
        gc.set_threshold(_ALLOCATIONS, 20, 20)
    finally:
        if looking:
            gc.enable()


load_annotator = AnnotatorLoader()  # with the shipped gazetteer alone


def build_date_tagger() -> DateTagger:
    """Build the tagger of dates alone: plain text in, dates out, without slovnet and without an article around it.

    Example: `build_date_tagger()("Вчера прошла встреча.", dt.date(2023, 11, 21))[0].value` is `2023-11-20`.
    """
    from pipeline.mentions.dates.standalone import DateTagger  # noqa: PLC0415  (as lazy as the components above)

    return DateTagger()
