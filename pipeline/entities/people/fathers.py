"""Patronymics that no list knows, by what the article calls their bearer elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.entities.declension.readings import read_form
from pipeline.entities.people.given import listed_names
from pipeline.entities.people.person import PersonMention
from pipeline.entities.people.roles import looks_like_father


def tell_fathers(mentions: Sequence[PersonMention]) -> list[PersonMention]:
    """«Акылбек Токтогулович» in an article on Акылбек Сыдыгалиев: the second word is no surname.

    So only behind given names of the own list, Turkic and Caucasian ones for the most part («Душан Влахович» is another
    than Душан Иванов), and where the word is nobody's name by itself («Влахович забил»).
    """
    alone = {m.form.lone or m.form.last for m in mentions if not m.form.first}
    full = [m for m in mentions if m.form.is_full and not m.form.patronymic]
    fathers = {m.index for m in full if looks_like_father(m.form.last) and m.form.last not in alone}
    named = [_given(m) for m in full if not looks_like_father(m.form.last)]
    return [
        replace(m, form=replace(m.form, last="", patronymic=m.form.last))
        if m.index in fathers and any(_given(m) & given for given in named)
        else m
        for m in mentions
    ]


def _given(mention: PersonMention) -> set[str]:
    """Nominatives that the given name can have, of those that the list has: «Акылбеком» and «Акылбек» meet."""
    return {r.nominative for r in read_form(mention.form.first.lower(), "first")} & listed_names().keys()
