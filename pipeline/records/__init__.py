"""What a run finds and writes, as types: annotations of one article, rows of the tables, ids, EDTF."""
