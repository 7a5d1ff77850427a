"""What `benchmarks/speed.py` runs beside svodka: `python benchmarks/speed_rivals.py RIVAL ARTICLES.jsonl`.

Each reads every article and prints, as one line of JSON, how much it has found; it writes no tables.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

Found = Counter[str]
SAMPLE = ("Президент", "России", "прибыл", "в", "Минск", ".")


def natasha(texts: Iterable[str]) -> Found:
    """Sentences, words, tags, trees, names of three types with their normal form."""
    from natasha_baseline import read  # noqa: PLC0415  (a rival's imports are part of its time)

    found: Found = Counter()
    for text in texts:
        doc = read(text)
        found.update(tokens=len(doc.tokens), sentences=len(doc.sents), names=len(doc.spans))
    return found


def spacy_shape(texts: Iterable[str]) -> Found:
    """spaCy's own tagger, parser and recogniser for Russian with weights as they are born: its time, not its answers.

    Their sizes are spaCy's defaults, those of its `sm` pipelines, over one shared encoder; no trained pipeline is on a
    package index.
    """
    import spacy  # noqa: PLC0415
    from spacy.training import Example  # noqa: PLC0415

    nlp = spacy.blank("ru")
    nlp.add_pipe("tok2vec")
    shared = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96}
    for name, kind in (
        ("tagger", "Tagger.v2"),
        ("parser", "TransitionBasedParser.v2"),
        ("ner", "TransitionBasedParser.v2"),
    ):
        model: dict[str, Any] = {"@architectures": f"spacy.{kind}", "tok2vec": shared}
        if name != "tagger":
            model |= {
                "state_type": name, "extra_state_tokens": False, "hidden_width": 64, "maxout_pieces": 2,
                "use_upper": True,
            }  # fmt: skip
        nlp.add_pipe(name, config={"model": model})
    doc = nlp.make_doc(" ".join(SAMPLE))
    labels = {
        "tags": ["NOUN", "PROPN", "VERB", "ADP", "PROPN", "PUNCT"], "heads": [2, 0, 2, 4, 2, 2],
        "deps": ["nsubj", "nmod", "ROOT", "case", "obl", "punct"], "entities": ["O", "U-LOC", "O", "O", "U-LOC", "O"],
    }  # fmt: skip
    nlp.initialize(lambda: [Example.from_dict(doc, labels)])
    found: Found = Counter()
    for read in nlp.pipe(texts):
        found.update(tokens=len(read))
    return found


def pullenti(texts: Iterable[str]) -> Found:
    """pullenti's entities of all its kinds; free for non-commercial use only, so who wants it here installs it."""
    from pullenti.ner.ProcessorService import ProcessorService  # noqa: PLC0415
    from pullenti.ner.SourceOfAnalysis import SourceOfAnalysis  # noqa: PLC0415
    from pullenti.Sdk import Sdk  # noqa: PLC0415

    Sdk.initialize_all()
    processor = ProcessorService.create_processor()
    found: Found = Counter()
    for text in texts:
        result = processor.process(SourceOfAnalysis(text), None, None)
        found.update(entities=len(result.entities))
    return found


RIVALS: dict[str, Callable[[Iterable[str]], Found]] = {
    "natasha": natasha,
    "spacy": spacy_shape,
    "pullenti": pullenti,
}


def read_texts(dump: Path) -> Iterator[str]:
    with dump.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"]


if __name__ == "__main__":
    print(json.dumps(RIVALS[sys.argv[1]](read_texts(Path(sys.argv[2])))))
