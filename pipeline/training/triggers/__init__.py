"""Training of the network that knows trigger words."""
