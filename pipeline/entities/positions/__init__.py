"""Posts that an article gives to people: beside the name, in predicates, through «возглавляет»."""
