"""The documents into which errors are planted: the five published ones and the examples.

Each published document stands here twice, as its content file and as the text that was published. What the content
files accept with a reason is not accepted here: every finding counts.
"""

import re
from functools import cache
from pathlib import Path

from reportgen.record import Struct

ROOT = Path(__file__).resolve().parents[2]
_ACCEPTED = re.compile(r"# 忽略 .*$", re.MULTILINE)
SEEDS = ("nanyang-2020", "linze-2023", "dongguan-2020", "tangshan-2021", "guangzhou-2023")


class Base(Struct, frozen=True):
    """A document by its name; the ending of `file` says whether it is a content file or finished text."""

    name: str
    file: str
    text: str


@cache
def bases() -> dict[str, Base]:
    """Every document by its name: 南阳 contents are `nanyang-2020`, the published text is `nanyang-2020.txt`."""
    contents = {path.stem: path for path in sorted((ROOT / "content").glob("*.yaml"))}
    examples = {path.parent.name: path for path in sorted((ROOT / "templates").glob("*/example.yaml"))}
    texts = {path.name: path for path in sorted((ROOT / "tests" / "data").glob("*.txt"))}
    own = {path.name: path for path in sorted((Path(__file__).parent / "bases").iterdir())}
    found = contents | examples | texts | own
    return {
        name: Base(name, f"{name.removesuffix(path.suffix)}{path.suffix}", _text(path)) for name, path in found.items()
    }


def _text(path: Path) -> str:
    return _ACCEPTED.sub("", path.read_text(encoding="utf-8"))
