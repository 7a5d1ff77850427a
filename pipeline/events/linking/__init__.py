"""A small network's opinion on which names and dates belong to which trigger, beside the slots of the ontology."""
