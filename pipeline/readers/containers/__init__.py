"""Files, archives and compressed streams to plain byte streams: one kind of container a file."""
