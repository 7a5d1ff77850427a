"""The process that extracts: requests on standard input, answers on standard output, both pickled."""

from __future__ import annotations

import pickle
import signal
import sys
from collections.abc import Callable

from pipeline.errors import InputError
from pipeline.readers.extraction.docx import extract_docx
from pipeline.readers.extraction.extracted import Extracted
from pipeline.readers.extraction.html import extract_html
from pipeline.readers.extraction.pdf import extract_pdf
from pipeline.readers.limits import EXTRACTION_MEMORY

EXTRACTORS: dict[str, Callable[[bytes], Extracted]] = {"html": extract_html, "docx": extract_docx, "pdf": extract_pdf}


def answer(kind: str, data: bytes) -> Extracted | str:
    """What the file holds, or the message that says why it cannot be told."""
    try:
        return EXTRACTORS[kind](data)
    except InputError as error:
        return str(error)
    except (Exception, RecursionError, MemoryError) as error:  # of libraries that read files of unknown origin
        reason = " ".join(f"{type(error).__name__}: {error}".split())[:160]
        return f"Its text cannot be extracted ({reason}). Fetch or save it again, or copy its text into a .txt file."


def main() -> None:
    """Answer until standard input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what Ctrl-C means
    _limit_memory()
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # what a library prints is no answer
    while True:
        try:
            kind, data = pickle.load(requests)
        except EOFError:
            return
        pickle.dump(answer(kind, data), answers, protocol=pickle.HIGHEST_PROTOCOL)
        answers.flush()


def _limit_memory() -> None:
    try:
        import resource  # noqa: PLC0415  (Windows has none)

        resource.setrlimit(resource.RLIMIT_AS, (EXTRACTION_MEMORY, EXTRACTION_MEMORY))
    except (ImportError, ValueError, OSError):
        return


if __name__ == "__main__":
    main()
