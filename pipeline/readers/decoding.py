"""Bytes to text: which encoding a Russian text is in, and proof that the answer reads as Russian.

Byte order marks and strict UTF-8 decide almost everything. What is left is put to the test of letter pairs in
the encodings that Russian texts come in; chardet is asked where that gives no clear answer.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from itertools import pairwise

from pipeline.errors import InputError
from pipeline.readers.russian import russian

SAMPLE = 65_536
SINGLE_BYTE = ("cp1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic")
PLAUSIBLE = 0.4
CAPITALS = 0.8  # worth of two capitals; headlines in capitals stay far above their wrong decodings
_WIDE_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins with the mark of UTF-16, so it stands before it
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A text and the Python codec that gives it from the bytes."""

    text: str
    encoding: str


def decode(data: bytes) -> Decoded:
    """Decode a text whose encoding nobody tells.

    Raises:
        InputError: no encoding gives text that looks like a language we know.
    """
    encoding = detect_encoding(data)
    try:
        return Decoded(text=data.decode(encoding), encoding=encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            f"Byte {error.start} does not fit the encoding {encoding} that the rest is in. "
            "Save the file as UTF-8 and run again."
        ) from error


def detect_encoding(data: bytes) -> str:
    """Name the Python codec of a text, or of the beginning of one (it may be cut within a character).

    Raises:
        InputError: no encoding gives plausible text.
    """
    sample = data[:SAMPLE]
    if data.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    wide = wide_encoding(sample)
    if wide:
        return wide
    if _is_utf8(data):
        return "utf-8"
    return _single_byte_encoding(sample)


def wide_encoding(sample: bytes) -> str:
    """UTF-16 or UTF-32 by its mark; UTF-16 without one: the high byte of Cyrillic is 4, of Latin 0, on one side.

    Empty where every character begins with a byte of its own.
    """
    for mark, encoding in _WIDE_MARKS:
        if sample.startswith(mark):
            return encoding
    half = len(sample) // 2
    if half < 2:
        return ""
    for encoding, side in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if side.count(0) + side.count(4) > 0.7 * len(side):
            return encoding
    return ""


def _is_utf8(data: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data)  # a cut last character is no error
    except UnicodeDecodeError:
        return False
    return True


def _single_byte_encoding(sample: bytes) -> str:
    scores = {encoding: _score(sample, encoding) for encoding in SINGLE_BYTE}
    best = max(scores.values())
    if best >= PLAUSIBLE:
        return next(encoding for encoding in SINGLE_BYTE if scores[encoding] == best)
    second_opinion = _chardet_says(sample)
    if scores.get(second_opinion, 0.0) >= PLAUSIBLE / 2:
        return second_opinion
    if sum(byte >= 0x80 for byte in sample) <= 0.1 * len(sample) and b"\x00" not in sample:
        return "cp1252"  # Western text with a few accents or quotation marks: read, and found foreign later
    raise InputError(
        "Its bytes are no text in UTF-8, UTF-16, Windows-1251, KOI8-R, CP866, ISO 8859-5 or Mac Cyrillic. "
        "If it is an article, save it as UTF-8 and run again."
    )


def _chardet_says(sample: bytes) -> str:
    import chardet  # noqa: PLC0415  (0.1 s that clear cases need not pay)

    found = chardet.detect(sample, include_encodings=SINGLE_BYTE, no_match_encoding=SINGLE_BYTE[0])["encoding"]
    wanted = codecs.lookup(found).name if found else ""
    return next((encoding for encoding in SINGLE_BYTE if codecs.lookup(encoding).name == wanted), "")


def _score(sample: bytes, encoding: str) -> float:
    try:
        return plausibility(sample.decode(encoding))
    except UnicodeDecodeError:
        return 0.0


def plausibility(text: str) -> float:
    """Share of frequent Russian letter pairs among the pairs of neighbours that are not ASCII.

    KOI8-R read as Windows-1251 turns the case around: «Вчера в» becomes «чЮЕТБ Ч». So a capital after a small letter
    counts as wrong and two capitals for less than two small letters. Each word counts once, however often it stands
    there: a column of one value tells no more than the value. Russian news has 0.6 to 0.9, a wrong decoding 0
    to 0.3; Mac Cyrillic is close to Windows-1251, since they share small letters.
    """
    known = russian()
    pairs, frequent = 0, 0.0
    for word in dict.fromkeys(text.split()):
        for first, second in pairwise(word):
            if first.isascii() or second.isascii():
                continue
            pairs += 1
            if (first + second).lower() in known.bigrams:
                frequent += _worth(first, second)
    return frequent / pairs if pairs else 0.0


def _worth(first: str, second: str) -> float:
    if not second.isupper():
        return 1.0
    return CAPITALS if first.isupper() else 0.0
