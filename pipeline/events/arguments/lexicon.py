"""Word lists of the argument rules, read once from `models/arguments.yaml`."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from pipeline.events.lexicon import read_lexicon
from pipeline.resources import models_dir


@dataclass(frozen=True, slots=True, kw_only=True)
class ArgumentLexicon:
    """Lemmas by what the rules need them for.

    Attributes:
        proxies: nouns that stand for the body or country they belong to («сторона», «делегация»).
        sites: nouns for a spot («аэропорт», «полигон»): the name behind one is where something happens.
        frames: nouns between a happening and its verb («в ходе встречи»).
        holding: verbs that say when a happening is held («запланированный»).
        other_one: words that make a noun another happening («новый», «предыдущий»).
        same_one: words that take up a happening told before («данный», «этот»).
        done: verbs of measures carried out.
        clause_openers: words that open a subordinate clause.
        papers: verbs and nouns whose object is a paper or a measure («оспорить»).
        parties: nouns and pronouns for those who met («стороны»).
        reporting: verbs by which a paper or a spokesman tells («сообщает»).
        announcing: verbs by which one tells of an act of one's own («объявила о покупке»).
        bringing: verbs of coming with something («выступил с предложением»).
        exchanging: verbs of doing the same to one another («обменялись ударами»).
        joining: verbs of taking part in what goes on («вступил в войну»).
        undergoing: verbs whose subject is acted on («подвергся обстрелу»).
        undertaking: nouns whose infinitive is the act of the one who has them («решение выслать»).
        company: nouns by which others take part («с участием», «под председательством»).
        matters: nouns for what a court decides on («жалоба», «дело»).
        object_control: verbs whose infinitive is the act of the one addressed («призвал министра уйти»).
    """

    proxies: frozenset[str]
    sites: frozenset[str]
    frames: frozenset[str]
    holding: frozenset[str]
    other_one: frozenset[str]
    same_one: frozenset[str]
    done: frozenset[str]
    clause_openers: frozenset[str]
    announcing: frozenset[str]
    bringing: frozenset[str]
    exchanging: frozenset[str]
    joining: frozenset[str]
    undergoing: frozenset[str]
    undertaking: frozenset[str]
    company: frozenset[str]
    matters: frozenset[str]
    object_control: frozenset[str]
    papers: frozenset[str]
    parties: frozenset[str]
    reporting: frozenset[str]


@cache
def argument_lexicon() -> ArgumentLexicon:
    """The lists that ship with svodka."""
    return load_argument_lexicon(models_dir() / "arguments.yaml")


def load_argument_lexicon(path: Path) -> ArgumentLexicon:
    """Read a file of word lists.

    Raises:
        ResourceError: an unknown list or an empty word; the message names file and line.
    """
    names = tuple(field.name for field in fields(ArgumentLexicon))
    lists = read_lexicon(path).fields(names)
    return ArgumentLexicon(**{name: frozenset(lists[name].words() if name in lists else ()) for name in names})
