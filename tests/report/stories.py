"""Runs for the report's tests: articles and their rows written by hand, as `svodka run` would leave them in a folder."""

import datetime as dt
import json
from dataclasses import dataclass, field

from pipeline.records.ids import encode_id, event_id, mention_id, span_id, text_sha256
from pipeline.records.tables.documents import DocumentRow
from pipeline.records.tables.entities import EntityRow
from pipeline.records.tables.events import ArgumentRow, ClusterRow, EventRow
from pipeline.records.tables.mentions import MentionRow
from pipeline.records.tables.quotes import QuoteRow
from tests.finished import write_finished

PLACES = {"Кострома": (57.77, 40.93), "Тверь": (56.86, 35.9), "Астана": (51.13, 71.43)}
TABLES = ("documents", "mentions", "entities", "events", "event_arguments", "quotes", "event_clusters")


@dataclass
class Story:
    """An article under way: `event` and `name` find their words in the text and make rows of them."""

    doc_id: str
    text: str
    title: str = ""
    url: str = ""
    published: dt.date | None = dt.date(2024, 3, 12)
    rows: dict[str, list] = field(default_factory=lambda: {name: [] for name in TABLES})

    def at(self, words):
        start = self.text.index(words)
        return start, start + len(words)

    def name(self, words, kind="person", entity=""):
        start, end = self.at(words)
        key = entity or f"e-{len(words)}-{encode_id(words)}"
        row = MentionRow(
            mention_id=mention_id(self.doc_id, start, end, kind), doc_id=self.doc_id, start=start, end=end, text=words,
            type=kind, kind="name", name=words, entity_id=key, sentence=0, confidence=0.9, source="test",
        )  # fmt: skip
        self.rows["mentions"].append(row)
        latitude, longitude = PLACES.get(words, (None, None))
        self.rows["entities"].append(
            EntityRow(
                entity_id=key, type=kind, name=words, mentions=1, documents=1, latitude=latitude, longitude=longitude
            )
        )
        return key

    def event(self, trigger, sentence, *, type="meeting", status="occurred", date="", place="", who=(), sure=0.9):
        start, end = self.at(trigger)
        first, last = self.at(sentence)
        key = event_id(self.doc_id, start, end, type)
        day = dt.date.fromisoformat(date) if date else None
        place_id = self.name(place, "city") if place else ""
        self.rows["events"].append(
            EventRow(
                event_id=key,
                doc_id=self.doc_id,
                cluster_id=f"c-{key}",
                type=type,
                status=status,
                date=date,
                date_start=day,
                date_end=day,
                place=place,
                place_id=place_id,
                participants=tuple(who),
                title=trigger,
                trigger=trigger,
                trigger_start=start,
                trigger_end=end,
                evidence=sentence,
                evidence_start=first,
                evidence_end=last,
                status_cue=f"{start}-{end}",
                confidence=sure,
                certainty=0.42,
                source="ontology/test",
            )
        )
        for words in who:
            self.argument(key, "participant", words, self.name(words))
        if place:
            self.argument(key, "place", place, place_id)
        self.rows["event_clusters"].append(
            ClusterRow(cluster_id=f"c-{key}", type=type, status=status, events=1, documents=1, history=())
        )
        return key

    def argument(self, event, role, words, entity):
        start, end = self.at(words)
        row = ArgumentRow(
            event_id=event, doc_id=self.doc_id, role=role, name=words, entity_id=entity, text=words, start=start, end=end,
            confidence=0.9, source="test",
        )  # fmt: skip
        self.rows["event_arguments"].append(row)

    def quote(self, words, speaker=""):
        start, end = self.at(words)
        row = QuoteRow(
            quote_id=span_id(self.doc_id, "q", start, end), group_id="g", doc_id=self.doc_id, kind="direct",
            speaker=speaker, text=words, start=start, end=end,
        )  # fmt: skip
        self.rows["quotes"].append(row)

    def document(self):
        return DocumentRow(
            doc_id=self.doc_id, source="dump.jsonl#1", url=self.url, title=self.title, published=self.published,
            published_from="metadata", publisher="Вестник", language="ru", encoding="utf-8", characters=len(self.text),
            events=len(self.rows["events"]), mentions=len(self.rows["mentions"]), status="ok",
            text_sha256=text_sha256(self.text),
        )  # fmt: skip


def write_run(folder, stories, formats=("csv",)):
    """Write `dump.jsonl` and the tables of a run over it, `out`, into a folder; give the folder of the tables."""
    dump, out = folder / "dump.jsonl", folder / "out"
    lines = [json.dumps({"id": s.doc_id, "text": s.text, "title": s.title}, ensure_ascii=False) for s in stories]
    dump.write_text("\n".join(lines) + "\n", encoding="utf-8", errors="surrogatepass")
    out.mkdir(exist_ok=True)
    entities = {row.entity_id: row for story in stories for row in story.rows["entities"]}
    names = ("mentions", "events", "event_arguments", "quotes", "event_clusters")
    tables = {name: [row for story in stories for row in story.rows[name]] for name in names}
    tables |= {"documents": [story.document() for story in stories], "entities": list(entities.values())}
    articles = {"read": len(stories), "written": len(stories), "rejected": 0, "by_status": {"ok": len(stories)}}
    return write_finished(
        out, tables, formats, svodka="0", settings={"inputs": [dump.as_posix()], "fields": {}}, articles=articles, rows={},
        models_fingerprint="0", reader="none",
    )  # fmt: skip


def lake_story():
    """A meeting, a visit that is planned, and words that no record took up."""
    story = Story(
        doc_id="a_1",
        title="Озёрный союз собрался в Костроме",
        url="https://example.org/a",
        text="Озёрный союз\n\nВ город Кострома приехал Ермолай Чуваткин. Его встреча с Марфой прошла 11 марта 2024 года: "
        "Марфа Сухарева отметила 😀 успех.\n«Договор подпишем завтра», — сказала она. Визит в Тверь запланирован.",
    )
    story.name("11 марта 2024 года", "date")
    story.event(
        "встреча", "Его встреча с Марфой прошла 11 марта 2024 года: Марфа Сухарева отметила 😀 успех.",
        date="2024-03-11", place="Кострома", who=("Ермолай Чуваткин", "Марфа Сухарева"),
    )  # fmt: skip
    story.event("Визит", "Визит в Тверь запланирован.", type="visit", status="planned", place="Тверь", sure=0.5)
    story.quote("Договор подпишем завтра", "Марфа Сухарева")
    return story


def regatta_story():
    """A competition of another year."""
    story = Story(doc_id="b", title="Регата", text="Ермолай Чуваткин выиграл регату в городе Тверь 16 мая 2023 года.")
    story.event("выиграл", story.text, type="competition", date="2023-05-16", place="Тверь", who=("Ермолай Чуваткин",))
    return story
