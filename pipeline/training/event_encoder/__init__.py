"""The encoder of a careful reading learns from marked articles."""
