"""Training of the network that knows which names and dates belong to which trigger."""
