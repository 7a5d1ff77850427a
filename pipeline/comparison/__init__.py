"""What changed between two runs, by table, row and cell."""
