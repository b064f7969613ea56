"""Document + frame + looks → PDF by Typst, in one step: what a template walks is JSON, never source."""

from reportgen.render.typst.writer import render_typst

__all__ = ["render_typst"]
