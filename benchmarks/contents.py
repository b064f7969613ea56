"""Content files that differ from the published one in every figure and in every paragraph.

So nothing that was worked out for one file (a shaped line, a paragraph's XML) can be used again for the next.
"""

import re
from collections.abc import Iterator

_FACTS, _PROSE = "数据:", "单位概况:"
_FIGURE = re.compile(r"(?<=: )(\d+(?:\.\d+)?)")
_PAUSE = re.compile("[，、；]")
_LONG = 40
"""From so many characters on a line of the content file is a paragraph."""


def varied(text: str, number: int) -> str:
    """The content file `text` with the facts' last digits moved on by `number` and it written in every paragraph."""
    return "".join(_lines(text, number))


def _lines(text: str, number: int) -> Iterator[str]:
    part = ""
    for index, line in enumerate(text.splitlines(keepends=True)):
        part = line.strip() if line.strip() in (_FACTS, _PROSE) else part
        if part == _FACTS:
            yield _FIGURE.sub(lambda figure: _moved(figure[0], number), line)
        elif part == _PROSE and len(line) > _LONG and not line.lstrip().startswith("#"):
            yield _PAUSE.sub(rf"\g<0>第{number:03}号之{index:03}，", line, count=1)
        else:
            yield line


def _moved(figure: str, number: int) -> str:
    return figure[:-1] + str((int(figure[-1]) + number) % 10)
