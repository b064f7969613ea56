"""The copy that goes round: a document, or somebody's finished file, with every finding at its words.

`printed` says which printed words a finding is about, `located` where they stand on the pages, `notes` what is said
there, `copy` puts all of it together for a content file, `strangers` for a PDF that somebody else finished.
"""
