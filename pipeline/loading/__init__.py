"""A finished run read back: typed rows, the records of one article after another, DataFrames."""
