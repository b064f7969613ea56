"""For whom a document is made."""

from enum import StrEnum


class Edition(StrEnum):
    """An edition by the name that users give it."""

    INTERNAL = "internal"
    """For the office: all that the content says."""
    PUBLIC = "public"
    """For everybody: without persons, numbers and whatever the content or its pack keeps for the office."""


PUBLIC_WORD = "公开"
"""Stands in the names of the files of a public edition, so that nobody takes one for the other."""
