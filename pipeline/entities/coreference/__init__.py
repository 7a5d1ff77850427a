"""Descriptions and pronouns that take up someone whom the article names."""
