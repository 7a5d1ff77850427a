"""Where the words of a post end: before a verb, a title in the same case, a person, a vehicle."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.entities.positions.lexicon import is_undeclined, post_lemma, post_lexicon
from pipeline.entities.positions.plain_verbs import is_plain_verb
from pipeline.entities.word_cases import form_cases
from pipeline.language.features import case_of, features

# Whom an agent or director serves; the post ends before them: «директор певицы Анна Орлова».
_STARS = frozenset({"певец", "певица", "артист", "артистка", "актер", "актриса", "футболист", "хоккеист", "модель"})
# What someone drives or commands; the post ends before it: «водитель автобуса Иван Орлов».
_VEHICLES = frozenset(
    {"автобус", "микроавтобус", "маршрутка", "троллейбус", "трамвай", "такси", "автомобиль", "машина", "иномарка",
     "внедорожник", "грузовик", "самосвал", "фура", "бензовоз", "тягач", "трактор", "поезд", "электричка", "тепловоз",
     "самолет", "авиалайнер", "лайнер", "борт", "вертолет", "судно", "корабль", "теплоход", "катер", "паром", "траулер",
     "сейнер", "краболов", "танкер", "сухогруз", "контейнеровоз", "балкер", "буксир", "баржа", "яхта", "шхуна",
     "ледокол", "крейсер", "фрегат", "эсминец", "легковушка", "скутер", "мотоцикл", "лесовоз", "погрузчик",
     "экскаватор", "бульдозер", "комбайн", "каток", "мусоровоз", "электробус", "квадроцикл", "снегоход"}
)  # fmt: skip
_THAT = frozenset({"этот", "тот", "данный", "сей"})


def ends_post(head: Token, token: Token) -> bool:
    """A verb, a rank or title in the same case («директор института профессор Орлов»), a person («адвокат истца»)."""
    if token.pos_ in {"VERB", "SCONJ", "AUX"} and "Part" not in features(token, "VerbForm"):
        return True
    lexicon = post_lexicon()
    lemma = post_lemma(token)
    if (
        _joins_another(head, token)
        or is_plain_verb(token.lower_)
        or lemma in _VEHICLES
        or (token.pos_ == "DET" and lemma in _THAT)
    ):
        return True
    if lemma in _STARS and case_of(token) == "Gen":
        return True
    if _goes_on(head, token):
        return False
    if lemma in lexicon.titles or lexicon.is_post(lemma):
        parallel = case_of(token) != "Gen" and form_cases(token) & form_cases(head)
        return bool(parallel) or (lemma in lexicon.ranks and not _commands(head, token))
    return _is_somebody(head, token)


def _goes_on(head: Token, token: Token) -> bool:
    """«и. о. главы», whatever case the tagger holds behind a clipped word; «кандидат в президенты»."""
    if token.i == head.i + 2 and token.nbor(-1).lower_ == "в" and "Plur" in features(token, "Number"):
        return True
    return token.i == head.i + 1 and is_undeclined(head) and "Gen" in form_cases(token)


def _joins_another(head: Token, token: Token) -> bool:
    """«доктором наук | и нартским сказителем», «пост вице-премьера | и министра»: a word in the case of the head.

    A genitive behind «и» begins another post only where it is one, right behind a head in the genitive.
    """
    behind = token.i + 1
    if token.lower_ != "и" or behind == len(token.doc):
        return False
    cases = form_cases(token.doc[behind])
    if "Gen" in cases:
        another = post_lexicon().is_post(post_lemma(token.doc[behind])) and token.i == head.i + 1
        return another and case_of(head) == case_of(token.doc[behind]) == "Gen"
    return bool(cases & form_cases(head))


def _is_somebody(head: Token, token: Token) -> bool:
    """«адвокат [истца]»: a person right behind the post, or one in the nominative."""
    animate = "Anim" in features(token, "Animacy") and token.pos_ in {"NOUN", "VERB", "ADJ"}
    index = token.i - 1
    while index > head.i and token.doc[index].pos_ == "ADJ":
        index -= 1
    return animate and (index == head.i or case_of(token) == "Nom")


def _commands(head: Token, rank: Token) -> bool:
    """«второй помощник капитана Ли Мин»: the genitive behind a nominative says whose aide Ли Мин is."""
    return rank.i == head.i + 1 and case_of(rank) == "Gen" and "Gen" not in form_cases(head)
