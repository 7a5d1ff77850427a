"""A report of a run for people who would rather look than read: one folder of static pages, no network."""
