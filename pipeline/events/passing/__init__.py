"""Which happenings are told in passing: rules over a whole record with all that tells of it."""
