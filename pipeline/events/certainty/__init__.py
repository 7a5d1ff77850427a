"""How likely the cells of an event record are right, and the whole of it: from the shares that the networks give."""
