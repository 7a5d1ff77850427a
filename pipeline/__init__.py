"""Svodka: Russian news in, event records out."""
