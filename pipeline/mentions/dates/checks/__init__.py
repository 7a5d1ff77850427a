"""What must hold around a candidate for its words to mean a date: small named functions, one for each trap."""
