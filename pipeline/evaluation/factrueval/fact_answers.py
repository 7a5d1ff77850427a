"""What was found in an article as facts of the track: posts, talks, deals, who owns what."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.evaluation.factrueval.facts import FactAnswer, FactArgument
from pipeline.records.annotations import Annotations, Event, Position

MEETINGS = frozenset({"meeting", "call"})
# Calls that are no talk: what one sends to another.
_SENT = (
    "соболезнован", "поздравлен", "написа", "писать", "письмо", "телеграмм", "направ", "отправ", "послать", "послание",
    "прислать", "передать", "адресовать", "выразить", "выражать", "принести",
)  # fmt: skip
DEALS = frozenset({"deal"})
_KINDRED = frozenset({"seizure", "aid", "other"})
# What the track calls a deal of a kind, by the words of our trigger.
_KINDS = {
    "купля/продажа": ("купить", "продать", "покупк", "покупать", "продав", "продаж", "приобре", "выкуп", "скуп",
                      "докуп", "прикуп", "закуп", "сделка", "слияни", "поглощ", "поставк", "перейти"),
    "займ/возвращение займа": ("кредит", "заём", "долг", "погас", "погаш", "задолжен", "взять", "одолжить",
                              "выделение"),
    "инвестиции": ("инвест", "влож", "вклад", "выделить", "выделять", "ассигновать"),
    "наложение/выплата штрафа": ("штраф", "оштрафовать"),
}  # fmt: skip
_UNREAL = frozenset({"denied", "cancelled"})
_TAKING_PART = frozenset({"participant", "agent", "recipient", "body", "topic"})
_OWNERS = (
    "владел",
    "собственник",
    "совладел",
    "хозяин",
    "хозяйка",
    "основател",
    "создател",
    "сооснов",
    "учредител",
    "акционер",
)
_LEAST_PARTIES = 2
_BODIES = (
    "ведомств", "министерств", "правительств", "собрани", "представительств", "делегаци", "фракци", "комитет",
    "комисси", "совет", "палат", "отдел", "управлени", "департамент", "парти", "команд", "сборн", "правлени", "движени",
    "обком", "президиум", "жюри", "парламент", "администраци",
)  # fmt: skip
_NAMES = frozenset({"name", "abbreviation"})


def fact_answers(found: Annotations) -> list[FactAnswer]:
    """All facts of an article, each once."""
    names = _names(found)
    every = [*_occupations(found, names), *_owners(found, names), *_happenings(found, names)]
    return list(dict.fromkeys(every))


def _names(found: Annotations) -> dict[str, str]:
    """The name of each entity as the article gives it: its own where it is written so, else the fullest written one."""
    written: dict[str, list[str]] = {}
    for mention in found.mentions:
        if mention.entity and mention.kind in _NAMES:
            written.setdefault(mention.entity, []).append(mention.name or mention.text)
    names = {}
    for entity in found.entities:
        own = written.get(entity.key, [])
        known = entity.type == "person" or entity.name in own or not own
        names[entity.key] = entity.name if known else max(own, key=lambda n: (len(n.split()), len(n)))
    return names


def _occupations(found: Annotations, names: dict[str, str]) -> Iterator[FactAnswer]:
    """Posts at a body; one in whose name a body is told in plain words has that body («член правления»)."""
    for position in found.positions:
        post, body = _split(position)
        where = body or (names[position.organization] if position.organization else "")
        if where and not _is_owner(position):
            pairs = (("who", names[position.person]), ("position", post), ("where", where))
            yield FactAnswer(type="occupation", arguments=tuple(FactArgument(role=r, name=n) for r, n in pairs))


def _split(position: Position) -> tuple[str, str]:
    """«член правления», «глава внешнеполитического ведомства»: the post, and the body in the words of the article."""
    post = position.position
    words = post.split()
    at = next((i for i, word in enumerate(words) if i and word.lower().startswith(_BODIES)), None)
    if at is None:
        return post, ""
    first = at - 1 if at > 1 and words[at - 1].endswith(("ого", "его", "ой", "ей", "их", "ых")) else at
    return " ".join(words[:first]), " ".join(words[first:])


def _owners(found: Annotations, names: dict[str, str]) -> Iterator[FactAnswer]:
    """Posts of an owner or founder, and stated links of an owner to a body."""
    pairs = [(p.person, p.organization) for p in found.positions if p.organization and _is_owner(p)]
    entities = {m.key: m.entity for m in found.mentions}
    links = [r for r in found.relations if r.type == "OWNER_OF"]
    pairs += [(entities.get(r.head, ""), entities.get(r.tail, "")) for r in links]
    for owner, owned in pairs:
        if owner and owned and owner != owned:
            arguments = (
                FactArgument(role="owner", name=names[owner]),
                FactArgument(role="property", name=names[owned]),
            )
            yield FactAnswer(type="ownership", arguments=arguments)


def _is_owner(position: Position) -> bool:
    return any(word.lower().startswith(_OWNERS) for word in position.position.split())


def _happenings(found: Annotations, names: dict[str, str]) -> Iterator[FactAnswer]:
    """The track's meetings are of people: bodies and countries that confer are none."""
    people = {e.key: names[e.key] for e in found.entities if e.type == "person" and e.key in names}
    for event in found.events:
        kind = "meeting" if _meets(event) else "deal" if event.type in DEALS or _moves_money(event) else ""
        counted = people if kind == "meeting" else names
        parties = _parties(event, counted) if kind and event.status not in _UNREAL else []
        if len(parties) >= _LEAST_PARTIES:
            sort = _sort_of_deal(event) if kind == "deal" else []
            yield FactAnswer(type=kind, arguments=(*parties, *sort))


def _meets(event: Event) -> bool:
    """Who talks, face to face or by telephone, but not who sends a letter or condolences."""
    return event.type in MEETINGS and not event.source.rsplit("/", 1)[-1].startswith(_SENT)


def _moves_money(event: Event) -> bool:
    """A fine, a loan, money given: the track calls them deals, the ontology seizures and aid."""
    return event.type in _KINDRED and _sort_of_deal(event) != []


def _sort_of_deal(event: Event) -> list[FactArgument]:
    words = [event.source.rsplit("/", 1)[-1], *event.trigger.lower().split()]
    found = (sort for sort, stems in _KINDS.items() if any(word.startswith(stems) for word in words))
    return [FactArgument(role="type", name=sort) for sort in found][:1]


def _parties(event: Event, names: dict[str, str]) -> list[FactArgument]:
    """By name, whoever stands first in the text: who meets whom in what order is one meeting."""
    taking_part = [a for a in event.arguments if a.role in _TAKING_PART and a.entity in names]
    return [FactArgument(role="participant", name=name) for name in sorted({names[a.entity] for a in taking_part})]
