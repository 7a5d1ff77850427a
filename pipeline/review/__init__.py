"""An analyst's decisions on single records, obeyed by every later run."""
