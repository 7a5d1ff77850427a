"""Calendar expressions: recognised by token patterns, interpreted as typed values, resolved to EDTF."""
