"""Measuring links from descriptions and pronouns to names on a folder in the format of RuCor."""
