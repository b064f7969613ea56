"""Renderers: each is a match over the blocks of the document, looks things up and decides nothing."""
