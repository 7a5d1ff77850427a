"""Spans that name something: names, bodies of the gazetteer, abbreviations, dates, quotes."""
