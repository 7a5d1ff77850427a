"""Whom a body is named after: «библиотека | имени Махтумкули», «музей | Чайковского»."""

from __future__ import annotations

from pipeline.mentions.attachment.links import Links
from pipeline.mentions.candidates import Candidate
from pipeline.mentions.lexicon import name_lexicon


def attach_dedication(links: Links, body: Candidate, at: int) -> int | None:
    """«библиотека | имени Махтумкули», «музей | им. А. В. Анохина»."""
    if links.words.lower(at) not in {"имени", "им"}:
        return None
    after = at + 2 if links.words.text(at + 1) == "." else at + 1
    return links.people.get(after)


def attach_honoured(links: Links, body: Candidate, at: int) -> int | None:
    """«музей | Чайковского», «фонд | Эриха Кестнера»: a person in the genitive, but no «суд Иванова».

    Behind a post stands its holder: «сторож музея | Алима Каримова».
    """
    if links.words.lemma(at - 1) not in name_lexicon().honouring_heads or at - 1 < body.first:
        return None
    inner = range(at, links.people.get(at, at))
    if len(inner) > 1 and links.words.feature(body.first - 1, "Animacy") == "Anim":
        return None
    return links.people.get(at) if all(links.words.case(i) in {"Gen", ""} for i in inner) else None
