"""The component that writes `doc._.dates`."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.language.doc_words import DocTokens
from pipeline.language.text import published
from pipeline.mentions.dates.find import find_dates


@Language.factory("svodka_dates", assigns=["doc._.dates"], requires=["token.lemma", "token.morph"])
def create_dates(nlp: Language, name: str) -> DateFinder:
    """Factory of the component."""
    return DateFinder()


class DateFinder:
    """Finds calendar expressions and what they mean."""

    def __call__(self, doc: Doc) -> Doc:
        """Write the expressions in the order of the text."""
        doc._.dates = tuple(find_dates(DocTokens(doc), published(doc)))
        return doc
