"""What one word says of the time its clause speaks of: by its cue entry, its tense, its mood."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal

from pipeline.language.dictionary import likeliest
from pipeline.language.words import Word
from pipeline.resources import models_dir, read_sections

Outlook = Literal["past", "future", "planned", "present", "none"]
_PRESENT = re.compile(r"[уюая]щ(?:[аеиоую][йеяюхм]|его|ему|ими)(?:ся)?")
_PAST = re.compile(r"л(?:[аои]|ся|[аои]сь)?$")
_NOT_PAST = re.compile(r"(?<!иру)(?<!ир)[уюаяеи]т(?:ся)?$")  # «увидится»; «датируют» may be either tense
_INFINITIVE = ("ть", "ться", "ти", "чь")
_REMIND = {"напомни", "напомните"}  # which a tagger may call a noun
_ASKING = re.compile(r"(?:[уаяю]й(?:те)?|ите|ьте)$")  # «забронируй», which a tagger may call an adjective
WILL = {"будет", "будут", "буду", "будем", "будете"}  # the tagger calls them present
_VERBAL = {"VERB", "AUX"}
_OUTLOOKS: tuple[Outlook, ...] = ("past", "future", "planned")
_MANNERS = (
    "moved", "loose", "said", "intended", "account", "vowed", "cancelled", "next", "aim", "turning", "waiting",
    "awaited", "called", "wished",
)  # fmt: skip


@cache
def _sections() -> dict[str, list[str]]:
    return read_sections(models_dir() / "dates" / "cues.yaml", {*_OUTLOOKS, *_MANNERS})


@cache
def load_verbs(manner: str) -> frozenset[str]:
    """Words of one kind: `moved` from one date to another, `loose`, `said`, `intended`, … : see the file."""
    return frozenset(_sections()[manner])


@cache
def load_cues() -> dict[str, Outlook]:
    """Dictionary form to outlook, from `models/dates/cues.yaml`."""
    sections = _sections()
    found: dict[str, Outlook] = {}
    for outlook in _OUTLOOKS:
        found.update(dict.fromkeys(sections[outlook], outlook))
    return found


@lru_cache(maxsize=1 << 14)
def as_verb(word: Word) -> Word:
    """The word by the dictionary where its tag cannot be right.

    A verb called a noun («вольётся»), a past called future («отписал») or the reverse («увидится»), a noun called a
    verb («роддом»).
    """
    early = word.features.get("Tense") == "Past" and _NOT_PAST.search(word.lower) is not None
    late = word.features.get("Tense") == "Fut" and _PAST.search(word.lower) is not None
    verbal, called = word.lemma.endswith(_INFINITIVE), word.pos in _VERBAL
    late = late or (early and word.features.get("VerbForm") == "Fin")
    unsure = (verbal and late) or (verbal != called and word.pos not in {"ADJ", "PROPN", "PUNCT", "NUM", "SPACE"})
    entry = likeliest(word.form) if unsure else word.entry
    return Word(word.form, entry) if (entry[0] == "VERB") != called or late else word


@lru_cache(maxsize=1 << 14)
def sure(word: Word) -> bool:
    """«прошёл 5 декабря», not «срок истекал 5 декабря», «матч 5 декабря отменён»."""
    word = as_verb(word)
    lasting = word.features.get("Aspect") == "Imp" and word.features.get("Tense") == "Past"
    return not lasting and word.features.get("VerbForm") != "Inf" and word.lemma not in load_verbs("loose")


@lru_cache(maxsize=1 << 14)
def moves(word: Word) -> bool:
    """Whether a word moves a happening: «отложил», «перенесли»."""
    return word.lemma in load_verbs("moved")


@lru_cache(maxsize=1 << 14)
def is_asking(word: Word) -> bool:
    """Whether a word is an imperative: «запишите»."""
    if word.features.get("Mood") == "Imp":
        return not word.lower.endswith("ли")  # «вели», «пошли»: rather of the past
    return word.lower in _REMIND or (_is_participle(word) and _ASKING.search(word.lower[-4:]) is not None)


@lru_cache(maxsize=1 << 14)
def tells(word: Word) -> bool:
    """Whether a word can tell the outlook: a verb, a participle or a cue."""
    return as_verb(word).pos in _VERBAL or word.lemma in load_cues() or _is_participle(word)


def _is_participle(word: Word) -> bool:
    """An adjective by its tag, a verb by its dictionary form: «награждённый»."""
    return word.pos == "ADJ" and word.lemma.endswith(_INFINITIVE)


def vows(word: Word) -> bool:
    """«весной пообещал», «весной пообещавший»: a promise made then, whatever its time; not «назначенный»."""
    active = word.features.get("Voice") != "Pass" and word.features.get("VerbForm") in {"Fin", "Part"}
    return active and word.features.get("Tense") == "Past" and word.lemma in load_verbs("vowed")


def leads(word: Word, verb: Word) -> bool:
    """Whether a verb in the past leaves what its infinitive names to the future: «решили провести»."""
    infinitive = verb.features.get("VerbForm") == "Inf" and word.features.get("Tense") == "Past"
    return infinitive and word.lemma in load_verbs("intended")


@lru_cache(maxsize=1 << 14)
def outlook_of(word: Word) -> Outlook:
    """What one word says: its cue entry, else its tense."""
    word = as_verb(word)
    cue, tense = load_cues().get(word.lemma), word.features.get("Tense", "")
    if is_asking(word):
        return "future"
    if word.features.get("VerbForm") == "Part" and _PRESENT.search(word.lower[-7:]):
        return cue or "present"
    if cue is not None:
        return "planned" if cue == "future" and tense == "Past" else cue
    if word.lower in WILL:
        return "future"
    if not tense or (tense == "Pres" and word.features.get("VerbForm") == "Conv"):
        return "past" if _is_participle(word) and not _PRESENT.search(word.lower[-7:]) else "none"
    by_tense: dict[str, Outlook] = {"Past": "past", "Fut": "future", "Pres": "present"}
    return by_tense.get(tense, "none")


@lru_cache(maxsize=1 << 14)
def says(word: Word) -> Outlook:
    """What a word says that can tell the outlook, none for the others."""
    return outlook_of(word) if tells(word) else "none"
