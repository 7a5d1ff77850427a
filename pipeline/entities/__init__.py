"""Who is who: nominative names, coreference, posts and their holders, merge over a run."""
