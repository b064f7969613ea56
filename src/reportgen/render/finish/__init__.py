"""The door to pikepdf: what is put into a PDF when its pages stand, whichever engine has laid them out.

Each kind of finishing is a field of `finishing.Finishing` and a module with one function over the open file: row heads
of tables, files attached, notes on the pages, words in the margins, pages behind all others, what the file says of
itself. Nothing here changes what a page shows of the document. `foreign` does it to PDFs that somebody else finished.

pikepdf (qpdf) writes the rest of the file as it was, and the same bytes every time. Its import takes 0.08 s: only
`writer` and what it calls load it, when a build has something to finish; `check` never does. pypdf was tried for the
same: 0.4 s in the place of 0.06, and 85 kB more, since it undoes streams of objects.
"""
