"""The encoder of a careful reading: a larger network that sees whole sentences, and what it holds of their events."""
