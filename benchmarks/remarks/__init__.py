"""Remarks planted in copies of the published documents, and brought home: how many come to the right line."""
