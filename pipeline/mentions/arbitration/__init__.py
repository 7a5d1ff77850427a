"""Rules and reader joined: one place decides where they disagree, by what was measured."""
