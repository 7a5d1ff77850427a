"""Articles in, finished tables out: shards, counts, rejections. Knows no linguistics."""
