"""Who takes part, when and where: phrases of a sentence, slots of a trigger, fillers of roles."""
