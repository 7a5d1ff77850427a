"""What happens: ontology, triggers, arguments, status, one record a happening."""
