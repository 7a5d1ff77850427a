"""The graphs: loaded by pyoxigraph, asked in SPARQL, checked against the shapes by pyshacl."""

import pyoxigraph as ox
import pyshacl
import pytest
import rdflib

from pipeline.errors import InputError
from pipeline.exports.rdf.export import SHAPES, export
from pipeline.exports.rdf.names import PREFIXES
from pipeline.exports.targets import export_run
from pipeline.loading.finished_run import open_run

from .hand_made import EVENTS, EVIL, EVIL_ID, LONG, ROWS

HEAD = "\n".join(f"PREFIX {name}: <{iri}>" for name, iri in PREFIXES.items())
WHO_MET_WHOM = """
    SELECT DISTINCT ?day ?who ?whom WHERE {
      ?event a sem:Event ; sem:eventType <urn:svodka:vocabulary/event-type/meeting> ; sem:hasActor ?a, ?b ;
             sv:status <urn:svodka:vocabulary/status/occurred> ;
             sem:hasBeginTimeStamp ?day ; sem:hasEndTimeStamp ?end .
      ?a a schema:Person ; rdfs:label ?who . ?b a schema:Person ; rdfs:label ?whom .
      FILTER (?day >= "2023-11-01"^^xsd:date && ?end <= "2023-11-30"^^xsd:date && STR(?a) < STR(?b))
    } ORDER BY ?day ?who ?whom"""


@pytest.fixture(scope="module")
def exported(out, tmp_path_factory):
    return export(open_run(out), tmp_path_factory.mktemp("rdf"))


@pytest.fixture(scope="module")
def quads(exported):
    store = ox.Store()
    store.load(path=exported.files[0], format=ox.RdfFormat.N_QUADS)
    return store


@pytest.fixture(scope="module")
def turtle(exported):
    store = ox.Store()
    store.load(path=exported.files[1], format=ox.RdfFormat.TURTLE)
    return store


def ask(store, query, **options):
    return [tuple(term.value for term in row if term) for row in store.query(f"{HEAD}\n{query}", **options)]


def test_who_met_whom_in_november_2023(quads, turtle):
    """«Кто с кем встречался в ноябре 2023 года»: in the union of all articles' graphs, and in the Turtle file."""
    answer = [("2023-11-20", "Иван Громов", "Ольга Серова")]
    assert ask(quads, WHO_MET_WHOM, use_default_graph_as_union=True) == answer
    assert ask(turtle, WHO_MET_WHOM) == answer


@pytest.mark.parametrize(
    ("kind", "table"),
    [
        ("sem:Event", "events"), ("schema:NewsArticle", "documents"), ("schema:Quotation", "quotes"),
        ("org:Membership", "positions"), ("sv:Happening", "event_clusters"), ("rdf:Statement", "relations"),
        ("nif:Context", "documents"),
    ],
)  # fmt: skip
def test_counts_agree_with_the_tables(quads, turtle, kind, table):
    query = f"SELECT (COUNT(DISTINCT ?x) AS ?n) WHERE {{ ?x a {kind} }}"
    for store, options in ((quads, {"use_default_graph_as_union": True}), (turtle, {})):
        assert ask(store, query, **options) == [(str(len(ROWS[table])),)]


def test_every_mention_and_every_filler_is_there(turtle):
    found = {row[0] for row in ask(turtle, "SELECT ?id WHERE { ?x sv:mentionId ?id }")}
    assert found == {row.mention_id for row in ROWS["mentions"]}
    actors = ask(turtle, "SELECT ?event ?actor WHERE { ?event sem:hasActor ?actor }")
    roles = {"participant", "agent", "recipient", "organizer", "body"}
    wanted = {(row.event_id, row.entity_id) for row in ROWS["event_arguments"] if row.role in roles}
    assert {tuple(iri.rsplit("/", 1)[1] for iri in pair) for pair in actors} == wanted


def test_each_article_has_a_graph_of_its_own(quads):
    graphs = {graph.value for graph in quads.named_graphs()}
    assert {"urn:svodka:article/a", "urn:svodka:article/b", "urn:svodka:graph/entities"} <= graphs
    told = ask(quads, "SELECT ?event WHERE { GRAPH <urn:svodka:article/a> { ?event a sem:Event } } ORDER BY ?event")
    assert told == [(f"urn:svodka:event/{event.event_id}",) for event in sorted(EVENTS[:3], key=lambda e: e.event_id)]


def test_offsets_lead_to_the_words(turtle):
    query = """
        SELECT ?begin ?end ?words WHERE {
          ?event rdfs:label "Визит: Астана"@ru ; sv:trigger ?place .
          ?place nif:beginIndex ?begin ; nif:endIndex ?end ; nif:anchorOf ?words ; nif:referenceContext ?context .
          ?context nif:sourceUrl/schema:identifier "a" .
        }"""
    assert ask(turtle, query) == [("500", "509", "приезжали")]


def test_wikidata_items_are_the_same(turtle):
    query = "SELECT ?name ?item WHERE { ?x owl:sameAs ?item ; rdfs:label ?name } ORDER BY ?item"
    assert ask(turtle, query) == [
        ("Астана", "http://www.wikidata.org/entity/Q1520"),
        ("Ольга Серова", "http://www.wikidata.org/entity/Q42"),
    ]


def test_posts_quotes_and_provenance(turtle):
    post = 'SELECT ?who ?since WHERE { ?x schema:roleName "министр иностранных дел"@ru ; org:member/rdfs:label ?who ; schema:startDate ?since }'
    assert ask(turtle, post) == [("Иван Громов", "2022-05")]
    quote = 'SELECT ?who WHERE { ?x schema:text "Мы довольны."@ru ; schema:spokenByCharacter/rdfs:label ?who }'
    assert ask(turtle, quote) == [("Иван Громов",)]
    made = "SELECT DISTINCT ?version WHERE { ?e a sem:Event ; prov:wasGeneratedBy/schema:softwareVersion ?version }"
    assert ask(turtle, made) == [("0.1.0",)]
    merged = "SELECT ?name WHERE { ?old dcterms:isReplacedBy/rdfs:label ?name }"
    assert ask(turtle, merged) == [("Иван Громов",)]


def test_hostile_text_comes_back(quads, turtle):
    query = "SELECT ?words WHERE { ?event prov:wasDerivedFrom ?place . ?place a nif:Sentence ; nif:anchorOf ?words }"
    for store, options in ((quads, {"use_default_graph_as_union": True}), (turtle, {})):
        assert {*EVIL, LONG} <= {row[0] for row in ask(store, query, **options)}
    address = (
        f"SELECT ?url WHERE {{ ?x schema:identifier {ox.Literal(EVIL_ID)} ; schema:url ?url FILTER isLITERAL(?url) }}"
    )
    assert ask(turtle, address) == [("javascript:alert(1)",)]


@pytest.fixture(scope="module")
def graph(exported):
    return rdflib.Graph().parse(exported.files[1], format="turtle")


@pytest.mark.filterwarnings("ignore")
def test_the_shapes_hold(graph):
    conforms, _, report = pyshacl.validate(graph, shacl_graph=str(SHAPES), shacl_graph_format="turtle")
    assert conforms, report[:3000]


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(
    ("subject", "predicate", "spoilt", "complaint"),
    [
        ("event/a-v50-57-meeting", "sv:status", None, "Less than 1 values"),
        ("event/a-v50-57-meeting", "sv:tellingOf", "urn:svodka:happening/none", "does not have class"),
        ("event/a-v50-57-meeting", "prov:wasDerivedFrom", None, "Less than 1 values"),
        ("entity/city-astana", "owl:sameAs", "http://www.wikidata.org/entity/Astana", "Value does not match pattern"),
        ("article/a#char=500,509", "nif:endIndex", 499, "LessThanOrEquals"),
        ("quotation/a-q600-612", "schema:isPartOf", None, "Less than 1 values"),
        ("position/a-p70-90-e1", "org:member", "urn:svodka:entity/city-astana", "does not have class"),
    ],
)
def test_the_shapes_notice_what_is_wrong(graph, subject, predicate, spoilt, complaint):
    node, (prefix, local) = rdflib.URIRef(f"urn:svodka:{subject}"), predicate.split(":")
    path = rdflib.URIRef(PREFIXES[prefix] + local)
    wrong = rdflib.Graph()
    wrong += graph
    assert (node, path, None) in wrong
    wrong.remove((node, path, None))
    if spoilt is not None:
        datatype = rdflib.XSD.nonNegativeInteger
        wrong.add(
            (
                node,
                path,
                rdflib.Literal(spoilt, datatype=datatype) if isinstance(spoilt, int) else rdflib.URIRef(spoilt),
            )
        )
    conforms, _, report = pyshacl.validate(wrong, shacl_graph=str(SHAPES), shacl_graph_format="turtle")
    assert not conforms and complaint in report


def test_iris_have_the_base_that_is_asked_for(out, tmp_path):
    export_run(out, ["rdf"], into=tmp_path, base="https://example.org/news/")
    assert "<https://example.org/news/event/a-v50-57-meeting>" in (tmp_path / "rdf" / "svodka.ttl").read_text(
        encoding="utf-8"
    )
    with pytest.raises(InputError, match=r"Write it as https://example.org/news/"):
        export_run(out, ["rdf"], into=tmp_path, base="наш сайт")


def test_the_same_run_gives_the_same_bytes(out, exported, tmp_path):
    for first, second in zip(exported.files, export(open_run(out), tmp_path).files, strict=True):
        assert first.read_bytes() == second.read_bytes()
