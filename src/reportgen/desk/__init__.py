"""The screen: one folder of content files in the browser, on this computer alone.

It is one more consumer of the stages: fields come from packs, edits are stretches of the file (`reportgen.source`), and
checks, pages and outputs are those of `reportgen.pipeline`. It has no rule, layout or wording of documents of its own,
and the content file on the disk stays the truth.
"""
