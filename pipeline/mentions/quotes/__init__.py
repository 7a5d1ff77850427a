"""Pieces of direct and indirect speech, found by typography and by the author's words; nobody is named here yet."""
