"""Training of the network that says which proposed words are names, and of whom or what."""
