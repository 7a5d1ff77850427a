"""Declension of names as tables of endings: a nominative is believed when declining it gives the surface form back."""
