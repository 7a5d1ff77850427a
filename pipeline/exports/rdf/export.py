"""`rdf/`: the run as N-Quads (one named graph an article) and as Turtle, with vocabulary and SHACL shapes."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, serialize

from pipeline.errors import InputError
from pipeline.exports.base import Exported
from pipeline.exports.rdf.articles import article
from pipeline.exports.rdf.entities import entity, happening
from pipeline.exports.rdf.events import event
from pipeline.exports.rdf.names import BASE, PREFIXES, Names, term, typed
from pipeline.exports.rdf.statements import position, quotation, relations
from pipeline.exports.rdf.text import mention
from pipeline.exports.rdf.vocabulary import vocabulary
from pipeline.loading.articles import ArticleRecords, articles_of
from pipeline.loading.finished_run import FinishedRun
from pipeline.writers.base import replacing

FOLDER = "rdf"
SHAPES = Path(__file__).with_name("shapes.ttl")


def export(run: FinishedRun, folder: Path, *, base: str = "") -> Exported:
    """Write the graphs.

    Args:
        run: the finished run.
        folder: where the folder `rdf` goes.
        base: beginning of every IRI, so that they can be looked up on a server of one's own; else `urn:svodka:`.

    Raises:
        InputError: `base` is no beginning of an IRI.
    """
    names, target = Names(_checked(base or BASE)), folder / FOLDER
    target.mkdir(parents=True, exist_ok=True)
    quads, turtle, shapes = (target / name for name in ("svodka.nq", "svodka.ttl", "shapes.ttl"))
    counts: Counter[str] = Counter()
    with replacing(quads) as part:
        serialize(_counted(_quads(run, names), counts), part, format=RdfFormat.N_QUADS)
    with replacing(turtle) as part:
        triples = (each.triple for each in _quads(run, names))
        serialize(triples, part, format=RdfFormat.TURTLE, prefixes=PREFIXES)
    with replacing(shapes) as part:
        shutil.copyfile(SHAPES, part)
    return Exported(files=(quads, turtle, shapes), written=dict(counts))


def _checked(base: str) -> str:
    try:
        NamedNode(base)
    except ValueError as error:
        raise InputError(f"--base {base} begins no IRI ({error}). Write it as https://example.org/news/") from error
    return base


def _counted(quads: Iterable[Quad], counts: Counter[str]) -> Iterator[Quad]:
    for quad in quads:
        counts["statements"] += 1
        yield quad


def _quads(run: FinishedRun, names: Names) -> Iterator[Quad]:
    yield from _in(names.graph("vocabulary"), vocabulary())
    activity = names.thing("run", str(run.summary.get("models_fingerprint", "unknown")))
    yield from _in(names.graph("run"), _provenance(run, activity, names))
    for row in run.rows("entities"):
        yield from _in(names.graph("entities"), entity(row, names))
    for row in run.rows("event_clusters"):
        yield from _in(names.graph("happenings"), happening(row, names))
    for records in articles_of(run):
        yield from _in(names.article(records.document.doc_id), _of_article(records, names, activity))


def _in(graph: NamedNode, triples: Iterable[Triple]) -> Iterator[Quad]:
    return (Quad(each.subject, each.predicate, each.object, graph) for each in triples)


def _provenance(run: FinishedRun, activity: NamedNode, names: Names) -> Iterator[Triple]:
    """Which program with which models has read the articles; neither day nor duration, so that a rerun is the same."""
    agent = names.thing("software", "svodka")
    yield Triple(activity, term("rdf:type"), term("prov:Activity"))
    yield Triple(activity, term("prov:wasAssociatedWith"), agent)
    yield Triple(agent, term("rdf:type"), term("prov:SoftwareAgent"))
    for name, key in (
        ("schema:softwareVersion", "svodka"), ("sv:schemaVersion", "schema_version"),
        ("sv:modelsFingerprint", "models_fingerprint"), ("sv:reader", "reader"),
    ):  # fmt: skip
        if run.summary.get(key):
            yield Triple(activity, term(name), typed(run.summary[key], "string"))


def _of_article(records: ArticleRecords, names: Names, activity: NamedNode) -> Iterator[Triple]:
    document = records.document
    yield from article(document, names)
    for mentioned in records.mentions:
        yield from mention(mentioned, document, names)
    for quote in records.quotes:
        yield from quotation(quote, document, names)
    for post in records.positions:
        yield from position(post, document, names)
    for told in records.events:
        yield from event(told, records, names, activity)
    yield from relations(records, names)
