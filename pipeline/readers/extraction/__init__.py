"""Pages and documents to their text, in a process of its own that a bad file may break."""
