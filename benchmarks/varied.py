"""Any number of short articles, made by varying the sample articles: sentences put together anew, people who meet."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

SAMPLES = Path(__file__).parents[1] / "data" / "raw"
LONGEST = 60  # words of an article
_FIRST = [
    "Олег",
    "Игорь",
    "Павел",
    "Тимур",
    "Степан",
    "Роман",
    "Глеб",
    "Артур",
    "Марат",
    "Лев",
    "Егор",
    "Захар",
    "Юрий",
    "Семён",
    "Денис",
    "Фёдор",
]
_LAST = [
    "Таранов",
    "Жарков",
    "Дегтярь",
    "Сарыбаев",
    "Тумасян",
    "Лутай",
    "Рошка",
    "Велесов",
    "Громыкин",
    "Шумак",
    "Ярцев",
    "Кольцов",
    "Рябов",
    "Теслин",
    "Буров",
    "Чалый",
    "Гурьев",
    "Зимин",
    "Лапин",
    "Орешин",
    "Пахомов",
    "Родин",
    "Сычёв",
    "Туров",
    "Уваров",
    "Фирсов",
    "Хазин",
    "Цветков",
    "Шадрин",
    "Щеглов",
]
_CITIES = ("Минске", "Астане", "Твери", "Казани", "Бишкеке", "Ереване", "Самаре", "Томске", "Пскове", "Душанбе")
_MONTHS = ("января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября")


def varied_articles(count: int, seed: int = 0) -> Iterator[dict[str, str]]:
    """Yield `count` records with `id`, `text` and `published`, no two alike, each of at most `LONGEST` words."""
    sentences = sample_sentences()
    for number in range(count):
        chance = random.Random(f"{seed}-{number}")
        yield {
            "id": f"v{seed}-{number}",
            "text": _text(chance, sentences, number),
            "published": f"20{chance.randrange(15, 25)}-{chance.randrange(1, 11):02d}-{chance.randrange(1, 28):02d}",
        }


def write_varied(path: Path, count: int, seed: int = 0) -> Path:
    """Write them as JSONL."""
    with path.open("w", encoding="utf-8") as handle:
        for record in varied_articles(count, seed):
            handle.write(json.dumps(record, ensure_ascii=False) + "\n")
    return path


def sample_sentences() -> list[str]:
    """Sentences of 5 to 20 words of the sample articles."""
    texts = [path.read_text(encoding="utf-8", errors="ignore") for path in sorted(SAMPLES.glob("*.txt"))]
    pieces = (piece.strip() for text in texts for piece in re.split(r"(?<=[.!?])\s+|\n", text))
    return [piece for piece in pieces if piece.endswith(".") and 5 <= len(piece.split()) <= 20]


def _text(chance: random.Random, sentences: list[str], number: int) -> str:
    text = _meeting(chance, number)
    while len(text.split()) < LONGEST:
        longer = f"{text} {chance.choice(sentences)}"
        if len(longer.split()) > LONGEST:
            break
        text = longer
    return text


def _meeting(chance: random.Random, number: int) -> str:
    day, month, city = chance.randrange(1, 28), chance.choice(_MONTHS), chance.choice(_CITIES)
    one, other = (f"{chance.choice(_FIRST)} {chance.choice(_LAST)}" for _ in range(2))
    return f"{day} {month} {one} и {other} встретились в {city}, подписан договор № {number}."
