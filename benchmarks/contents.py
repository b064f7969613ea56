"""Content files that differ from the published one in every figure and in every paragraph.

So nothing that was worked out for one file (a shaped line, a paragraph's XML) can be used again for the next.
"""

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
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


LONG_FORM = 2000


def forms() -> dict[str, str]:
    """Forms by name: two published ones with long cells, and one of 2,000 indicators."""
    content, templates = ROOT / "content", ROOT / "templates"
    published = {name: (content / f"{name}.yaml").read_text(encoding="utf-8") for name in PUBLISHED}
    example = (templates / "dept-self-evaluation" / "example.yaml").read_text(encoding="utf-8")
    head, _key, _rows = example.partition("\n绩效指标:\n")
    rows = "\n".join(_indicator(number) for number in range(LONG_FORM))
    return published | {f"{LONG_FORM}-rows": f"{head}\n绩效指标:\n{rows}\n"}


PUBLISHED = ("dongguan-2020", "guangzhou-2023")


def _indicator(number: int) -> str:
    """One indicator of a long form; every fortieth begins a new 一级指标, every tenth a new 二级指标."""
    levels = f"一级指标: 产出指标{number // 40}, 二级指标: 数量指标{number // 10}"
    value = f"指标值: ≥{number % 90 + 10}次, 完成值: {number % 90 + 11}次, 分值: 1"
    return f"  - {{{levels}, 三级指标: 第{number}项科普活动的举办次数和参加人数, {value}}}"
