"""Where a date stands: which way its clause looks, to what was, to what will be, or to what is only planned."""
