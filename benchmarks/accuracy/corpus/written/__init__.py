"""A document → the files in which the checker meets it."""
