"""Documents that somebody else finished, in Word, PDF or plain text: read back into a document that rules can check.

Nothing is imported here: `check` of a content file asks `file_types` what a file is, and needs none of the readers.
"""
