"""Figures out of workbooks of the finance system, into the content file, and held against them again."""
