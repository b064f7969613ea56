"""The order of the stages, told once: load, resolve, compose, check (`check`); render, verify (`build`).

Each stage is a function from one named type to the next that returns a value and its diagnostics; this package only
strings them together.
"""

from reportgen.pipeline.check import check_file, check_text
from reportgen.pipeline.checked import Checked

__all__ = ["Checked", "check_file", "check_text"]
