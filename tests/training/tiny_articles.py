"""Articles of a sentence in the form of tests/gold, for trainings of seconds."""

import json


def write_article(folder, number, text, *, entities=(), events=()):
    article = {"id": f"a{number}", "text": text, "entities": list(entities), "events": list(events)}
    empty = {"dates": [], "quotes": [], "positions": []}
    (folder / f"a{number}.json").write_text(json.dumps({**article, **empty}), encoding="utf-8")


def entity(name, kind, *spans):
    """Who or what bears a name, at these offsets."""
    return {"name": name, "type": kind, "aliases": [], "mentions": spans}


def span_of(text, words):
    """Where words stand first."""
    return [text.index(words), text.index(words) + len(words)]
