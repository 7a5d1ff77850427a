"""The words of `models/posts.yaml`: posts, ranks, titles, verbs of holding a post, nouns for bodies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from spacy.tokens import Token

from pipeline.errors import ResourceError
from pipeline.language.backends import morph_analyzer
from pipeline.resources import models_dir, read_sections

_PARTICIPLES = ("заведующий", "управляющий", "командующий", "главнокомандующий", "нападающий", "уполномоченный",
                "исполняющий", "поверенный", "рядовой", "участковый")  # fmt: skip
_PARTICIPLE_ENDINGS = ("ий", "его", "ему", "им", "ем", "ая", "ей", "ую", "ый", "ого", "ому", "ым", "ом", "ой")

# Nouns for bodies that make compounds: «нефтекомпания», «хлебозавод», «горбольница», «медцентр».
_COMPOUNDS = ("компания", "корпорация", "холдинг", "концерн", "комбинат", "фабрика", "завод", "фирма", "банк",
              "больница", "школа", "агентство", "театр", "музей", "клуб", "центр", "институт", "общество",
              "комплекс")  # fmt: skip
_LISTS = ("posts", "ranks", "callings", "titles", "loose", "appointing", "bodies")
_CLIPPED = {"зам.": "зам", "пом.": "помощник"}
CLIPPED_ADJECTIVES = frozenset({"ген.", "гл.", "ст."})  # «ген. директор», «гл. врач», «ст. лейтенант»
ACTING = frozenset({"врио", "и. о.", "и.о."})  # what stands for «исполняющий обязанности»
_NO_BODIES = frozenset({"эпицентр", "сообщество", "видеобанк", "барабанк"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PostLexicon:
    """Lemmas by what they do in a phrase that names a post."""

    posts: frozenset[str]
    ranks: frozenset[str]
    callings: frozenset[str]
    titles: frozenset[str]
    loose: frozenset[str]
    appointing: frozenset[str]
    bodies: frozenset[str]
    tenure: Mapping[str, str]
    asides: Mapping[str, str]
    holding: Mapping[str, str]
    leading: Mapping[str, str]
    full: Mapping[str, str]

    def is_body(self, lemma: str) -> bool:
        """Whether a noun names a kind of body: one of the list, or a compound of one: «авиакомпания», «горбольница»."""
        return lemma in self.bodies or (lemma.endswith(_COMPOUNDS) and lemma not in _NO_BODIES)

    def _begins_compound(self, lemma: str) -> bool:
        """«сенатор-республиканец», «врач-терапевт»; no «поэт-романтик», a mere calling, no «мастер-класс», a thing."""
        first, dash, second = lemma.partition("-")
        known = bool(dash and second) and first in self.posts and first not in self.callings
        return known and _is_person(second)

    def is_post(self, lemma: str) -> bool:
        """Whether a noun names a post or a rank: one of the lists, or a compound that begins so: «врач-терапевт»."""
        return lemma in self.posts or lemma in self.ranks or self._begins_compound(lemma)


@cache
def post_lexicon() -> PostLexicon:
    """The lexicon that svodka ships."""
    return read_posts(models_dir() / "posts.yaml")


def read_posts(path: Path) -> PostLexicon:
    """Read a lexicon file.

    Raises:
        ResourceError: a key is unknown or missing, or a value has the wrong form.
    """
    table = read_sections(path, {field.name for field in fields(PostLexicon)})
    words = {key: _words(path, key, table[key]) for key in _LISTS}
    tenure, asides = (
        {word: kind for kind, listed in table[key].items() for word in _words(path, key, listed)}
        for key in ("tenure", "asides")
    )
    return PostLexicon(
        **words, tenure=tenure, asides=asides, holding=_map(path, table, "holding"),
        leading=_map(path, table, "leading"), full=_map(path, table, "full"),
    )  # fmt: skip


@lru_cache(maxsize=5_000)
def _is_person(noun: str) -> bool:
    """A noun for somebody: «терапевт», not «класс»."""
    return "anim" in morph_analyzer().parse(noun)[0].tag


@lru_cache(maxsize=20_000)
def _participle_noun(form: str) -> str:
    """A post that looks like a participle: «заведующим» is «заведующий», whatever verb the tagger sees in it."""
    stem = next((post for post in _PARTICIPLES if form.startswith(post[:-2])), "")
    return stem


def post_lemma(token: Token) -> str:
    """Lemma of a word as posts are listed, ё as е; «экс-министр» is «министр»."""
    form = token.lower_.replace("ё", "е")
    if form in _CLIPPED:
        return _CLIPPED[form]
    if form.endswith(_PARTICIPLE_ENDINGS) and (noun := _participle_noun(form)):
        return noun
    if form.startswith(("пред", "зам")) and form in post_lexicon().posts:
        return form  # «предправления», «замначальника», which never decline
    return token.lemma_.replace("ё", "е").removeprefix("экс-")


def is_undeclined(token: Token) -> bool:
    """«замначальника», «замруководителя», «и. о.», «зам.»: the same form in every case."""
    form = token.lower_.replace("ё", "е")
    if form in ACTING or form in _CLIPPED:
        return True
    return form.startswith("зам") and form.endswith(("а", "ы", "я", "и")) and form in post_lexicon().posts


def _words(path: Path, key: str, listed: Any) -> frozenset[str]:
    if not isinstance(listed, list) or not all(isinstance(word, str) for word in listed):
        raise ResourceError(f"{path}: {key} must be a list of lemmas. Mend the file.")
    return frozenset(word.replace("ё", "е") for word in listed)


def _map(path: Path, table: dict[str, Any], key: str) -> dict[str, str]:
    pairs = table[key]
    if not isinstance(pairs, dict) or not all(isinstance(value, str) for value in pairs.values()):
        raise ResourceError(f"{path}: {key} must map lemmas to words. Mend the file.")
    return {str(word).replace("ё", "е"): value for word, value in pairs.items()}
