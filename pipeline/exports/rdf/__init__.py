"""Tables to RDF: SEM for events, schema.org for articles and quotations, PROV and NIF for where it stands."""
