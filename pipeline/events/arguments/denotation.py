"""Who a phrase speaks of: the person, not the employer; the body that acts through its people."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from pipeline.events.arguments.cases import case_of
from pipeline.events.arguments.lexicon import argument_lexicon
from pipeline.events.arguments.phrases import Phrase
from pipeline.events.arguments.reading import ACTORS, MentionSpan, Reading
from pipeline.language.features import features

_ACTING_PLACES = frozenset({"country", "state_or_province", "city"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Referent:
    """An entity with the mention that brings it in, and the rule that let it stand for the phrase."""

    entity: str
    type: str
    span: MentionSpan
    rule: str


def coordinated(reading: Reading, phrase: Phrase) -> list[Phrase]:
    """The phrase and those joined to it by commas and «и» in the same case: «СМИД, СМО и КССБ»."""
    members = [phrase]
    while True:
        following = _next_member(reading, members[-1])
        if following is None:
            return members
        members.append(following)


def _next_member(reading: Reading, phrase: Phrase) -> Phrase | None:
    doc, index = reading.doc, phrase.end
    joined = False
    while index < len(doc) and not doc[index].is_sent_start:
        token = doc[index]
        following = reading.phrase_at.get(index)
        if following is not None:
            return following if joined and _joins(reading, phrase, following) else None
        if token.lower_ in {",", "и", "или", "а", "также", "либо"} or token.lower_ == phrase.preposition:
            joined = True
        elif token.text in {"–", "—", "-"} and _animate(reading, phrase) and not _known(reading, phrase):
            joined = True  # «статс-секретарь – заместитель министра Иван Орлов»
        elif not (token.is_space or token.text in {"«", "»", '"', ")"}):
            return None
        index += 1
    return None


def _joins(reading: Reading, phrase: Phrase, following: Phrase) -> bool:
    if not same_case(following.case, phrase.case) or following.preposition not in {"", phrase.preposition}:
        return False
    return bool(_known(reading, following) and (_known(reading, phrase) or _animate(reading, phrase)))


def same_case(first: str, second: str) -> bool:
    """Equal as far as known; the accusative looks like the genitive of persons and like the nominative of things."""
    return not first or not second or first == second or "Acc" in {first, second} <= {"Acc", "Gen", "Nom"}


def _known(reading: Reading, phrase: Phrase) -> bool:
    return any(index in reading.covering for index in range(phrase.start, phrase.end))


def denoted(reading: Reading, phrases: Sequence[Phrase]) -> list[Referent]:
    """Entities that a coordinated group of phrases speaks of, each once.

    «президенты России и Беларуси Владимир Путин и Александр Лукашенко»: where the group names people, the bodies
    and countries of their titles take no part.
    """
    pairs = [(phrase, referent) for phrase in phrases for referent in _phrase_referents(reading, phrase)]
    people = any(referent.type == "person" for _, referent in pairs)
    kept = [r for phrase, r in pairs if not (people and r.type != "person" and _animate(reading, phrase))]
    return list({referent.entity: referent for referent in reversed(kept)}.values())[::-1]


def held(reading: Reading, phrases: Sequence[Phrase]) -> list[Referent]:
    """Bodies whose shares or parts a phrase speaks of: «5 % акций [«Зари»]», «сеть магазинов [«Полёт»]»."""
    spans = [s for p in phrases for s in reading.spans(p.start, p.end) if s.mention.entity and s.case in {"", "Gen"}]
    bodies = [s for s in spans if reading.mention_type(s) == "organization"]
    return [Referent(entity=s.mention.entity, type="organization", span=s, rule="held") for s in bodies[:1]]


def _phrase_referents(reading: Reading, phrase: Phrase) -> list[Referent]:
    """The first rule that finds somebody decides."""
    spans = [span for span in reading.spans(phrase.start, phrase.end) if span.mention.entity]
    for name, rule in DENOTING.items():
        found = rule(reading, phrase, spans)
        if found:
            return [Referent(entity=s.mention.entity, type=reading.mention_type(s), span=s, rule=name) for s in found]
    return []


def _person(reading: Reading, phrase: Phrase, spans: list[MentionSpan]) -> list[MentionSpan]:
    """A person in the head's case: «министр обороны России [Сергей Шойгу]», not «сын [Сергея Шойгу]»."""
    people = [s for s in spans if reading.mention_type(s) == "person"]
    people = [s for s in people if _in_head_case(reading, phrase, s)]
    if len(people) == 1 and is_somebodys(reading, phrase, people[0]):
        return []
    head = reading.covering.get(phrase.head)
    if head and head not in people and phrase.case != "Gen" and reading.mention_type(head) != "person":
        return []
    joined = any(reading.doc[i].lower_ == "и" for i in range(phrase.start, phrase.end) if i not in reading.covering)
    return people if joined else people[:1]


def is_somebodys(reading: Reading, phrase: Phrase, span: MentionSpan) -> bool:
    """Whether several people are those of one: «партнёры [Орлова]», but not «министры [Иван Орлов] и Анна Лин»."""
    head = reading.doc[phrase.head]
    several = "Plur" in features(head, "Number") and phrase.head not in reading.covering and _animate(reading, phrase)
    genitive = "Gen" in span.cases or (not span.cases and span.case in {"", "Gen"})
    plural = span.case != "" and "Plur" in features(reading.doc[span.end - 1], "Number")  # «супруги [Орловы]»
    if not several or not genitive or plural:
        return False
    return len(reading.spans(span.start, phrase.end)) == 1 and len(coordinated(reading, phrase)) == 1


def _in_head_case(reading: Reading, phrase: Phrase, span: MentionSpan) -> bool:
    """Behind a title the form of the name decides, else the title next to it, else the tagger."""
    if _animate(reading, phrase) and (not span.cases or phrase.case in span.cases):
        return True
    if span.cases == {"Gen"} and phrase.case == "Acc":
        return False  # «оправдал убийцу [Петлюры]»
    return same_case(span.case or _title_case(reading, phrase, span), phrase.case)


def _title_case(reading: Reading, phrase: Phrase, span: MentionSpan) -> str:
    """Case of the title in front of a name that shows none: «решение [спикера] Нино Бурджанадзе»."""
    before = (reading.doc[i] for i in range(span.start - 1, phrase.start - 1, -1) if i not in reading.covering)
    title = next((t for t in before if t.pos_ == "NOUN" and "Anim" in features(t, "Animacy")), None)
    return case_of(title) if title is not None else ""


def _titled(reading: Reading, phrase: Phrase, spans: list[MentionSpan]) -> list[MentionSpan]:
    """A person whom the tree joins to a title that more words part from the name.

    «сенатор от штата Огайо [Анна Лин]», «премьер и лидер правящей партии [Иван Орлов]».
    """
    head = reading.doc[phrase.head]
    one_of = head.lemma_ == "один"  # «один из юристов — [Иван Орлов]»
    if not (one_of or _animate(reading, phrase)) or phrase.head in reading.covering:
        return []
    titles = [head, *(c for c in head.children if c.dep_ == "conj" and case_of(c) == case_of(head))]
    titles += [c for c in head.children if one_of and c.dep_ == "nmod"]
    names = (c for title in titles for c in title.children if c.dep_ == "appos" and c.i >= phrase.end)
    people = (s for c in names if (s := reading.covering.get(c.i)) and reading.mention_type(s) == "person")
    return [s for s in people if s.mention.entity and _in_head_case(reading, phrase, s)][:1]


def _named_head(reading: Reading, phrase: Phrase, spans: list[MentionSpan]) -> list[MentionSpan]:
    """The head itself is a name: «[Совет коллективной безопасности] собрался»."""
    head = reading.covering.get(phrase.head)
    return [head] if head and head.mention.entity else []


def _apposition(reading: Reading, phrase: Phrase, spans: list[MentionSpan]) -> list[MentionSpan]:
    """A quoted name beside a common noun: «группа [«Волга-Фуд»]», «компаний [«Заря»] и [«Полёт»]»."""
    if _animate(reading, phrase):
        return []
    bodies = [s for s in spans if reading.mention_type(s) in ACTORS and not _parted(reading, phrase, s)]
    named = [s for s in bodies if _names_it(reading, s) or s.case == phrase.case != "Gen"]
    several = "Plur" in features(reading.doc[phrase.head], "Number")
    return named if several else named[:1]


def _parted(reading: Reading, phrase: Phrase, span: MentionSpan) -> bool:
    """Whether the name belongs to another noun: «часть [позиций] боевиков «Исламского государства»».

    The tree may join it to the head all the same: «главная организация страны «Заря»».
    """
    joined = any(t.dep_ == "appos" and t.head.i == phrase.head for t in reading.doc[span.start : span.end])
    if joined:
        return False
    between = range(phrase.head + 1, span.start)
    return any(reading.doc[i].pos_ == "NOUN" and i not in reading.covering for i in between)


def _names_it(reading: Reading, span: MentionSpan) -> bool:
    """A quoted or foreign name; an undeclined abbreviation («председатель ОДКБ») is rather a genitive."""
    if span.case:
        return False
    quoted = span.start > 0 and reading.doc[span.start - 1].text in {"«", '"', "„", "“"}
    return quoted or not any("а" <= letter <= "я" for letter in span.mention.text.lower())


def _proxy(reading: Reading, phrase: Phrase, spans: list[MentionSpan]) -> list[MentionSpan]:
    """«[киргизская] сторона», «делегация [Секретариата ОДКБ]»."""
    if reading.doc[phrase.head].lemma_ not in argument_lexicon().proxies:
        return []
    free = (i for i in range(phrase.start, phrase.end) if i not in reading.covering)  # «комиссия Европейского союза»
    adjectives = [s for i in free if (s := reading.adjectives.get(i)) and s.mention.entity]
    return adjectives or _acting(reading, spans)[:2]


def _adjectival(reading: Reading, phrase: Phrase, spans: list[MentionSpan]) -> list[MentionSpan]:
    """An adjective by itself: «[турецкая] операция»."""
    alone = phrase.end == phrase.start + 1 and phrase.head not in reading.covering
    span = reading.adjectives.get(phrase.head) if alone else None
    return [span] if span is not None and span.mention.entity else []


def _staff(reading: Reading, phrase: Phrase, spans: list[MentionSpan]) -> list[MentionSpan]:
    """People without names act for their body: «пограничники [Кыргызстана] и [Таджикистана]», «спасатели [МЧС]»."""
    plural = "Plur" in features(reading.doc[phrase.head], "Number")
    if not (plural and _animate(reading, phrase)) or phrase.head in reading.covering:
        return []
    return _acting(reading, spans)


def _acting(reading: Reading, spans: list[MentionSpan]) -> list[MentionSpan]:
    return [s for s in spans if (kind := reading.mention_type(s)) == "organization" or kind in _ACTING_PLACES]


def _animate(reading: Reading, phrase: Phrase) -> bool:
    head = reading.doc[phrase.head]
    adjective = head.pos_ == "PROPN" and head.lower_.endswith(("ая", "яя", "ое", "ый", "ий", "ой"))
    return not adjective and "Anim" in features(head, "Animacy")


# The ways in which a phrase names somebody, best first; their names stand in `source`.
DENOTING: dict[str, Callable[[Reading, Phrase, list[MentionSpan]], list[MentionSpan]]] = {
    "person": _person,
    "titled": _titled,
    "named_head": _named_head,
    "apposition": _apposition,
    "proxy": _proxy,
    "staff": _staff,
    "adjectival": _adjectival,
}


def part_behind(reading: Reading, phrase: Phrase, trigger: int) -> Phrase | None:
    """What stands in a phrase behind the trigger that it names: «визит [генерального директора МАГАТЭ]»."""
    covered = reading.covering.get(trigger)
    start = covered.end if covered else trigger + 1
    heads = [
        i for i in range(start, phrase.end) if i in reading.covering or reading.doc[i].pos_ in {"NOUN", "PROPN", "X"}
    ]
    if not heads:
        return None
    span = reading.covering.get(heads[0])
    values = features(reading.doc[heads[0]], "Case")
    case = span.case if span else (values[0] if values else "")
    return replace(phrase, start=start, head=heads[0], case=case, preposition="")
