"""Rules between files of one unit: the documents of a year against each other, and its years.

`papers` is what is kept of a document, `reading` fills it, `sets` puts papers together and names what can be compared;
a rule's subject is one of the comparisons of `comparisons`.
"""
