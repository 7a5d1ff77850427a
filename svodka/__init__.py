"""Svodka: Russian news in, event records out.

    import svodka

    tables = svodka.load("data/out")  # what `svodka run` wrote, as typed DataFrames
    doc = svodka.read("Вчера в Минске встретились министры.", published="2023-11-21")

The package is called `svodka`, its rooms live in `pipeline`; this is the public face of both.
"""

from pipeline import load, load_pipeline, read, spans_html, tables

__all__ = ["load", "load_pipeline", "read", "spans_html", "tables"]
