"""A corpus of a few sentences, written as brat files: `[person Анна Громова]` marks a span, a triple a relation."""

import re

TRAIN = [
    (
        "В [city Витебске] прошло [event совещание] с участием [person Анны Громовой].",
        [("TAKES_PLACE_IN", 1, 0), ("PARTICIPANT_IN", 2, 1)],
    ),
    (
        "[person Пётр Дюжев] открыл [event выставку] в [city Твери].",
        [("PARTICIPANT_IN", 0, 1), ("TAKES_PLACE_IN", 1, 2)],
    ),
    (
        "[organization Завод «Янтарь»] проведёт [event конкурс] в [city Калуге].",
        [("ORGANIZES", 0, 1), ("TAKES_PLACE_IN", 1, 2)],
    ),
    ("[profession Директор [organization завода «Янтарь»]] [person Олег Сомов] уволен.", []),
    (
        "В [city Твери] [event встреча] [person Олега Сомова] с [person Анной Громовой] отложена.",
        [("TAKES_PLACE_IN", 1, 0), ("PARTICIPANT_IN", 2, 1)],
    ),
    ("[number 30]-летний [profession токарь] [person Пётр Дюжев] приехал в [city Калугу].", []),
]
_MARK = re.compile(r"\[(\w+) |\]")


def annotated(marked):
    """The plain text and its spans (start, end, type), in the order in which they begin."""
    plain, open_spans, spans, at = "", [], [], 0
    for mark in _MARK.finditer(marked):
        plain += marked[at : mark.start()]
        at = mark.end()
        if mark[1]:
            open_spans.append(len(spans))
            spans.append([len(plain), None, mark[1]])
        else:
            spans[open_spans.pop()][1] = len(plain)
    return plain + marked[at:], [tuple(span) for span in spans]


def write_brat(folder, sentences=TRAIN):
    """Write one text a sentence; returns the folder."""
    folder.mkdir(parents=True)
    for number, (marked, relations) in enumerate(sentences):
        text, spans = annotated(marked)
        lines = [f"T{i}\t{kind.upper()} {a} {b}\t{text[a:b]}" for i, (a, b, kind) in enumerate(spans)]
        lines += [f"R{i}\t{kind} Arg1:T{head} Arg2:T{tail}" for i, (kind, head, tail) in enumerate(relations)]
        (folder / f"text{number}.txt").write_text(text, encoding="utf-8")
        (folder / f"text{number}.ann").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder
