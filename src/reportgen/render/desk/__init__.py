"""The desk: pages at the left, what is to be decided about them at the right.

Its look (`desk.css`) and its parts (`static/*.js`, plain modules that import each other) are files of the program. They
are written into one page here (`page`); nothing is built beforehand and nothing is loaded from anywhere.
"""

from reportgen.render.desk.page import render_desk

__all__ = ["render_desk"]
