"""Measuring names and identified objects on a folder in the format of factRuEval-2016, by the track's own rules."""
