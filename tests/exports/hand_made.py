"""A run built by hand: three articles, their events, and text that means harm, in every table."""

import datetime as dt

from pipeline.records.ids import event_id, mention_id, relation_id, span_id, text_sha256
from pipeline.records.tables.documents import DocumentRow
from pipeline.records.tables.entities import EntityRow, PositionRow
from pipeline.records.tables.events import ArgumentRow, ClusterRow, EventRow
from pipeline.records.tables.mentions import MentionRow, RelationRow
from pipeline.records.tables.quotes import QuoteRow
from tests.finished import write_finished

EVIL_ID = 'c_1/2:3 "<>{}|\\^`№'
EVIL = [
    "<script>alert('x')</script>",
    '=HYPERLINK("http://example.org";"щёлкни")',
    "+7+1", "-2+3", "@SUM(A1)", "\t=1+1", "＝1+1",
    'кавычки " и «ёлочки» и \'', "a;b,c\td", "возврат\rкаретки", "два\nряда\r\nи ещё\rодин",
    "\u202eсправа налево\u202c \u200f",
    "ноль\x00 звонок\x07 \x0b\x1f\x7f\x85\u2028\u2029 конец",
    "не знак \ufffe\uffff \U0001f600",
    "'; DROP TABLE events; --", "\\N", "NULL", "NaN", "\\\"", "]]>", "&amp;", "{{ 7*7 }}", "${1+1}",
]  # fmt: skip
LONG = "длинно " * 14_286  # 100,002 characters
DAY = dt.date(2023, 11, 21)


def _document(doc_id, *, title="Встреча в Астане", published=DAY, **more):
    return DocumentRow(
        doc_id=doc_id, source=f"dump.jsonl#{doc_id}", title=title, published=published, published_from="metadata",
        language="ru", encoding="utf-8", characters=1000, sentences=9, tokens=180,
        status=more.pop("status", "ok"), text_sha256=text_sha256(doc_id), **more,
    )  # fmt: skip


def _person(key, name, **more):
    first, last = name.split(" ", 1)
    return EntityRow(
        entity_id=key, type="person", name=name, first_name=first, last_name=last, mentions=2, documents=1,
        first_published=DAY, last_published=DAY, **more,
    )  # fmt: skip


IVAN, OLGA, MOVED = "e-a-m0-11-person", "e-a-m20-31-person", "e-b-m0-9-person"
MINISTRY, CITY, STATE = "body-mid.country-kz", "city-astana", "country-kz"
ENTITIES = [
    _person(IVAN, "Иван Громов", name_en="Ivan Gromov", aliases=("И. Громов", "Громов")),
    _person(OLGA, "Ольга Серова", patronymic="Петровна", wikidata_id="Q42"),
    _person(MOVED, "Ваня Громов", merged_into=IVAN),
    EntityRow(
        entity_id=MINISTRY, type="organization", name="Министерство иностранных дел Казахстана", abbreviation="МИД",
        abbreviation_en="MFA", parent_id=STATE, country="KZ", mentions=1, documents=1,
    ),
    EntityRow(
        entity_id=CITY, type="city", name="Астана", name_en="Astana", wikidata_id="Q1520", country="KZ",
        latitude=51.18, longitude=71.446, mentions=3, documents=2, first_published=DAY, last_published=DAY,
    ),
    EntityRow(entity_id=STATE, type="country", name="Казахстан", name_en="Kazakhstan", country="KZ", mentions=1, documents=1),
    EntityRow(entity_id="e-evil", type="organization", name=EVIL[0], aliases=tuple(EVIL[1:3]), mentions=1, documents=1),
]  # fmt: skip


def _event(doc_id, start, kind, **given):
    status, date = given.pop("status", "occurred"), given.pop("date", "2023-11-20")
    days = given.pop("days", (dt.date(2023, 11, 20), dt.date(2023, 11, 20)))
    given = {
        "trigger": "встреча",
        "evidence": "В понедельник в Астане прошла встреча Ивана Громова и Ольги Серовой.",
        **given,
    }
    end, sentence = start + len(given["trigger"]), 1_000_000 + 1000 * start
    key = event_id(doc_id, start, end, kind)
    defaults = {
        "plover": "CONSULT", "date_text": "в понедельник", "place": "Астана", "place_id": CITY, "country": "KZ",
        "latitude": 51.18, "longitude": 71.446, "participants": ("Иван Громов", "Ольга Серова"),
        "title": "Встреча: Иван Громов, Ольга Серова; Астана, 20.11.2023", "status_cue": f"{start}-{end}", "confidence": 0.9123456, "certainty": 0.42,
        "source": "noun/встреча",
    }  # fmt: skip
    return EventRow(
        event_id=key, doc_id=doc_id, cluster_id=f"c-{key}", type=kind, status=status, date=date, date_start=days[0],
        date_end=days[1], trigger_start=start, trigger_end=end, evidence_start=sentence, evidence_end=sentence + len(given["evidence"]),
        **{**defaults, **given},
    )  # fmt: skip


def _evil_event(number, text):
    return _event(
        EVIL_ID, 100 * number, "other", plover="", title=text, participants=(text,), trigger=text, evidence=text,
        date_text=text, place=text, place_id="", country="", latitude=None, longitude=None, asserted_by=text,
        date="", days=(None, None), status_cue="", source="rule",
    )  # fmt: skip


EVENTS = [
    _event("a", 50, "meeting"),
    _event("a", 300, "meeting", status="planned", date="2023-12", days=(dt.date(2023, 12, 1), dt.date(2023, 12, 31))),
    _event(
        "a",
        500,
        "visit",
        date="198X",
        days=(dt.date(1980, 1, 1), dt.date(1989, 12, 31)),
        participants=("Астана",),
        title="Визит: Астана",
        evidence="В восьмидесятые в Астану приезжали часто.",
        trigger="приезжали",
    ),
    *(_evil_event(number, text) for number, text in enumerate([*EVIL, LONG])),
]


def _argument(event, role, name, entity_id, start, *, value=""):
    return ArgumentRow(
        event_id=event.event_id, doc_id=event.doc_id, role=role, name=name, entity_id=entity_id, text=name,
        start=start, end=start + len(name), value=value, confidence=0.8, source="frame/subject",
    )  # fmt: skip


def _arguments(event):
    if event.doc_id == EVIL_ID:
        return [
            _argument(event, "participant", event.title, "e-evil", 7),
            _argument(event, "topic", event.title, "", 9),
        ]
    if event.type == "visit":
        return [_argument(event, "participant", "Астана", CITY, 510)]
    return [
        _argument(event, "participant", "Иван Громов", IVAN, 0),
        _argument(event, "participant", "Ольга Серова", OLGA, 20),
        _argument(event, "place", "Астана", CITY, 40),
        _argument(event, "date", event.date, "", 60, value=event.date),
        _argument(event, "organizer", "Министерство иностранных дел Казахстана", MINISTRY, 70),
        _argument(event, "total", "двое", "", 80, value="2"),
    ]


def _mention(doc_id, start, text, label, entity_id="", **more):
    return MentionRow(
        mention_id=mention_id(doc_id, start, start + len(text), label), doc_id=doc_id, start=start, end=start + len(text),
        text=text, type=label, entity_id=entity_id, sentence=0, confidence=0.97, source="slovnet", **more,
    )  # fmt: skip


MENTIONS = [
    _mention("a", 0, "Иван Громов", "person", IVAN, kind="name", name="Иван Громов"),
    _mention("a", 20, "Ольга Серова", "person", OLGA, kind="name", name="Ольга Серова"),
    _mention("a", 40, "Астане", "city", CITY, kind="name", name="Астана"),
    _mention("a", 60, "в понедельник", "date", value="2023-11-20"),
    *(_mention(EVIL_ID, 100 * n, text, "organization", "e-evil", kind="name", name=text) for n, text in enumerate(EVIL)),
]  # fmt: skip
RELATIONS = [
    RelationRow(
        relation_id=relation_id("a", (0, 11, "person"), (40, 46, "city"), "LOCATED_IN"), doc_id="a", type="LOCATED_IN",
        head_mention_id=MENTIONS[0].mention_id, tail_mention_id=MENTIONS[2].mention_id, head="Иван Громов",
        tail="Астане", head_entity_id=IVAN, tail_entity_id=CITY, confidence=0.7, source="reader",
    )
]  # fmt: skip
POSITIONS = [
    PositionRow(
        position_id=span_id("a", "p", 70, 90, "e1"), doc_id="a", person_id=IVAN, person="Иван Громов",
        position="министр иностранных дел", organization_id=MINISTRY,
        organization="Министерство иностранных дел Казахстана", tenure="current", since="2022-05", text="министр",
        start=70, end=90, confidence=0.9, source="apposition",
    ),
    PositionRow(
        position_id=span_id("a", "p", 95, 99, "e2"), doc_id="a", person_id=OLGA, person="Ольга Серова",
        position="посол", tenure="former", until="198X", text="посол", start=95, end=99, confidence=0.8, source="apposition",
    ),
]  # fmt: skip
QUOTES = [
    QuoteRow(
        quote_id=span_id(doc_id, "q", start, start + len(text)), group_id=f"g{start}", doc_id=doc_id, kind="direct",
        speaker=speaker, speaker_id=key, cue="сказал", text=text, start=start, end=start + len(text),
    )
    for doc_id, start, text, speaker, key in [
        ("a", 600, "Мы довольны.", "Иван Громов", IVAN),
        *((EVIL_ID, 200_000 + 200 * n, text, text, "") for n, text in enumerate(EVIL)),
    ]
]  # fmt: skip
CLUSTERS = [
    ClusterRow(
        cluster_id=event.cluster_id, type=event.type, status=event.status, date=event.date, place=event.place,
        participants=event.participants, title=event.title, events=1, documents=1, first_published=DAY,
        last_published=DAY, history=(f"2023-11-21 {event.status} {event.doc_id}",),
    )
    for event in EVENTS
]  # fmt: skip
ROWS = {
    "documents": [
        _document("a", url="https://example.org/a?b=1&c=ё", publisher="Вестник", author="А. Б.", events=3, mentions=4),
        _document("b", status="duplicate", duplicate_of="a", published=None),
        _document(EVIL_ID, title=EVIL[1], url="javascript:alert(1)", publisher=EVIL[0], author=LONG),
    ],
    "mentions": MENTIONS,
    "entities": ENTITIES,
    "positions": POSITIONS,
    "events": EVENTS,
    "event_arguments": [each for event in EVENTS for each in _arguments(event)],
    "quotes": QUOTES,
    "relations": RELATIONS,
    "event_clusters": CLUSTERS,
}


def write_run(folder, formats=("csv", "parquet", "sqlite"), rows=ROWS):
    """Write the tables and `run.json` as a run does."""
    return write_finished(
        folder, rows, formats, svodka="0.1.0", models_fingerprint="0123456789abcdef", reader="reader-0123456789abcdef",
        rows={name: len(found) for name, found in rows.items()},
    )  # fmt: skip
