"""Text that was once decoded in the wrong encoding and saved so («РџСЂРёРІРµС‚», «Ïðèâåò»): its letters come back.

A line is repaired where it does not read as Russian and one way of undoing a wrong decoding makes it. ftfy knows only
what was UTF-8, and of that only some readings; letter pairs tell all of them.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from pipeline.readers.decoding import plausibility

WRONG = 0.35  # at most, of a line to repair; Russian has 0.6 and more
RIGHT = 0.6  # at least, of a line that is told by itself
LIKELY = 0.4  # at least, of a short line beside lines of the same damage
SAMPLE = 200  # characters of a line that tell of the rest
MIN_LETTERS = 6  # outside ASCII, in a line that is told by itself
MIN_CYRILLIC = 40  # the same where the damaged text is in Russian letters: «ХРЯК» would pass for «ИТСЛ» in KOI8-R


@dataclass(frozen=True, slots=True, kw_only=True)
class Misreading:
    """Bytes in `written` that were decoded as `read_as`."""

    written: str
    read_as: str

    @property
    def evidence(self) -> int:
        """Characters outside ASCII that a line needs to tell it."""
        cyrillic = self.written != "utf-8" and self.read_as in {"cp1251", "koi8-r", "cp866"}
        return MIN_CYRILLIC if cyrillic else MIN_LETTERS


_SHOUTED = re.compile(r"(.)\1{2,}")  # «ЧЕМПИОООООН» has pairs of no word

MISREADINGS = tuple(
    Misreading(written=written, read_as=read_as)
    for written, read_as in (
        ("utf-8", "cp1251"),  # «РџСЂРёРІРµС‚»
        ("utf-8", "cp1252"),  # «ÐŸÑ€Ð¸Ð²ÐµÑ‚»
        ("utf-8", "latin-1"),
        ("utf-8", "cp866"),  # «╨Я╤А╨╕╨▓╨╡╤В»
        ("utf-8", "koi8-r"),  # «п÷я─п╦п╡п╣я┌»
        ("utf-8", "mac-cyrillic"),
        ("cp1251", "cp1252"),  # «Ïðèâåò»
        ("cp1251", "latin-1"),
        ("cp1251", "koi8-r"),  # «оПХБЕР»
        ("cp1251", "cp866"),  # «╧ЁштхЄ»
        ("koi8-r", "cp1251"),  # «рТЙЧЕФ»
        ("koi8-r", "cp1252"),
        ("cp866", "cp1251"),  # «ЏаЁўҐв»
        ("cp866", "cp1252"),
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Repaired:
    """A text after repair, and what had happened to it."""

    text: str
    misreading: Misreading


def repair(text: str, known: Misreading | None = None) -> Repaired | None:
    """Undo a wrong decoding; `None` where the text, line by line, reads as Russian or as nothing that we can mend.

    `known` is what happened to text beside this one: a short headline need not tell it again.
    """
    if text.isascii():
        return None
    lines = text.splitlines(keepends=True)
    misreading = next((found for line in lines if (found := _told_by(line))), known)
    if misreading is None:
        return None
    return Repaired(text="".join(_mended(line, misreading) for line in lines), misreading=misreading)


def _told_by(line: str) -> Misreading | None:
    """What happened to a line that is long enough to tell."""
    line = _SHOUTED.sub(r"\1", line[:SAMPLE])
    letters = sum(not character.isascii() for character in line)
    if letters < MIN_LETTERS or plausibility(line) >= WRONG:
        return None
    possible = [each for each in MISREADINGS if letters >= each.evidence]
    best = max(possible, key=lambda each: plausibility(undo(line, each)))
    return best if plausibility(undo(line, best)) >= RIGHT else None


def _mended(line: str, misreading: Misreading) -> str:
    before = plausibility(line)
    mended = undo(line, misreading)
    return mended if before < WRONG and plausibility(mended) >= max(LIKELY, before) else line


def undo(text: str, misreading: Misreading) -> str:
    """The text behind a wrong decoding, empty where there cannot be one.

    What the wrong encoding leaves undefined stands for itself, as browsers do it. Two losses are made good, since only
    one byte fits: U+FFFD in Windows-1251 is 0x98 («И» is 0xD0 0x98), a plain space after 0xD0 was a no-break one («Р»).
    """
    handler = "svodka-cp1251" if misreading.read_as == "cp1251" else "svodka-byte"
    try:
        data = text.encode(misreading.read_as, handler)
        if misreading.written == "utf-8":
            data = data.replace(b"\xd0 ", b"\xd0\xa0")
        return data.decode(misreading.written)
    except UnicodeError:
        return ""


def _byte(error: UnicodeError) -> tuple[bytes, int]:
    if not isinstance(error, UnicodeEncodeError) or ord(error.object[error.start]) > 0xFF:
        raise error
    return bytes([ord(error.object[error.start])]), error.start + 1


def _byte_or_lost(error: UnicodeError) -> tuple[bytes, int]:
    if isinstance(error, UnicodeEncodeError) and error.object[error.start] == "\ufffd":
        return b"\x98", error.start + 1
    return _byte(error)


codecs.register_error("svodka-byte", _byte)
codecs.register_error("svodka-cp1251", _byte_or_lost)
