"""How much one input may ask for, so that none takes the memory or the time of the others."""

from __future__ import annotations

MIB = 1 << 20

MAX_ARTICLE_BYTES = 64 * MIB  # a page, a document, a line, an element of an array
MAX_CHARACTERS = 1_000_000  # of one article: a novel has as many, spaCy refuses more

FREE_OUTPUT = 128 * MIB  # what a packed file may unpack to whatever its own size
MAX_RATIO = 400  # bytes unpacked for one packed, beyond that; news compress to a tenth, zip bombs to a thousandth
MAX_DEPTH = 3  # archive in archive in archive
IN_MEMORY = 8 * MIB  # copies of archive members that need random access wait on disk beyond this size
MAX_SPOOLED = 8 * 1024 * MIB  # of such a copy

EXTRACTION_SECONDS = 60.0  # for the text of one page or document
EXTRACTION_MEMORY = 3 * 1024 * MIB  # address space of the process that extracts
