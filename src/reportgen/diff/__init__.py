"""Two drafts of a document held against each other: what was deleted, inserted and moved, by words and by cells.

Everything is found on neutral documents, never in the XML of a file. A number is one word: it is replaced or kept, and
never cut.
"""
