"""A report that somebody finished in Word → a content file: the way in for a unit whose last report is no content file.

Read and recognised as `check` does, then each heading finds its section of the pack, each paragraph its field, each
table its form. Nothing is dropped: what has no place is kept in the file as comments and listed.
"""
