"""A PDF with all that it was made from inside it, and what making it again shows.

`contents` says which files are put in; `versions` by what they became pages; `reproduction` takes them out again, makes
the document anew and holds the pages against it.
"""
