"""What belongs to a noun phrase behind its head: genitives, names in the case of the head, bracketed abbreviations."""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Span

from pipeline.events.arguments.name_forms import Covering
from pipeline.language.features import case_of

NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM", "PRON", "X", "SYM"})
QUOTES = frozenset('«»"„“”')
RELATIVE = frozenset({"который", "что", "кто", "чей", "где", "куда", "когда"})
_RETIRED = frozenset({"отставка", "запас"})


def phrase_end(
    sentence: Span, index: int, case: str, covering: Covering, dated: Collection[int], *, titled: bool
) -> int:
    """Go on over genitives, names in the head's case and bracketed abbreviations."""
    end, modified = index, False
    while index < sentence.end and index not in dated:
        token = sentence.doc[index]
        step = _step(sentence, index, case, covering, titled=titled)
        modified = modified or (step is not None and step[1] == "Gen")
        behind = step[0] if step else _behind_insertion(sentence, index, case, covering, titled=titled)
        if not behind and modified and case != "Gen":
            behind = _second_genitive(sentence, index, covering)
        if behind:
            index = end = behind
        elif token.text in QUOTES or token.is_space:
            index += 1
            end = index if token.text == "»" else end
        else:
            break
    return end


def _behind_insertion(sentence: Span, index: int, case: str, covering: Covering, *, titled: bool) -> int:
    """The index behind what parts a title from its name, or behind a bracketed name, else 0."""
    name = _posted(sentence, index, case, covering) if titled else 0
    return name or (_closing(sentence, index) if sentence.doc[index].text == "(" else 0)


def _second_genitive(sentence: Span, index: int, covering: Covering) -> int:
    """«президенты России [и Беларуси]»: the conjunction joins the genitives, not the heads; 0 if there is none."""
    if sentence.doc[index].lower_ != "и" or index + 1 >= sentence.end:
        return 0
    step = _step(sentence, index + 1, "Gen", covering)
    return step[0] if step and step[1] == "Gen" else 0


def _posted(sentence: Span, index: int, case: str, covering: Covering) -> int:
    """Where the name begins that a post's place or state parts from its title, else 0.

    «послом [в России] Анной Лин», «генерал [в отставке] Иван Орлов».
    """
    if sentence.doc[index].pos_ != "ADP" or index + 1 >= sentence.end:
        return 0
    place = covering.get(index + 1)
    retired = place is None and sentence.doc[index + 1].lemma_ in _RETIRED
    behind = index + 2 if retired else place.end if place is not None and not place.person else -1
    name = covering.get(behind)
    return behind if name is not None and name.person and name.fits(case) else 0


def _step(sentence: Span, index: int, case: str, covering: Covering, *, titled: bool = False) -> tuple[int, str] | None:
    """The index behind the next word or name that belongs to the phrase, and its case.

    Behind a title («сенатора …», «заместителем министра …») the form of a name counts, not the tagger's guess.
    """
    name = covering.get(index)
    if name is not None:
        by_form = titled and name.person and name.fits(case)
        fits = name.case in {"", "Gen", case} or not case or by_form
        return (max(name.end, index + 1), name.case or case) if fits else None
    token = sentence.doc[index]
    if token.pos_ not in NOMINAL or token.pos_ == "PRON" or token.lemma_ in RELATIVE:
        return None
    own = case_of(token)
    if own == "Gen" or (own == case and token.pos_ in {"PROPN", "ADJ", "DET", "NUM"}) or token.pos_ in {"X", "SYM"}:
        return index + 1, own
    return None


def _closing(sentence: Span, index: int) -> int:
    """Index behind the bracket that closes a short bracketed name («(ОДКБ)»), 0 if there is none."""
    for position in range(index + 1, min(index + 6, sentence.end)):
        token = sentence.doc[position]
        if token.text == ")":
            return position + 1
        if token.pos_ in {"VERB", "AUX"}:
            return 0
    return 0
