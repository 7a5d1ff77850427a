"""Training of the network that says which tellings are of one happening."""
