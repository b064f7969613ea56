"""Holds the two engines that set PDFs against each other, over every document of content/ and of the packs."""
