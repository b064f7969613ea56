"""What a command changes, or would change, in a text: line by line, in colours on a terminal."""

import difflib
from collections.abc import Iterator

from reportgen.cli.console import paint
from reportgen.source.reader import split_lines

_COLORS = {"+": "green", "-": "red", "@": "cyan"}


def unified_diff(old: str, new: str, old_name: str, new_name: str, around: int = 3) -> Iterator[str]:
    """The lines by which two texts differ, with as many `around` them; none where there is no difference."""
    for line in difflib.unified_diff(split_lines(old), split_lines(new), old_name, new_name, lineterm="", n=around):
        yield paint(line, _COLORS[line[0]]) if line[:1] in _COLORS else line
