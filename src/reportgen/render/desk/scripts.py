"""The modules of the desk as one script: a page that is opened as a file may not load others.

Each module imports names from others in one line (`import { a, b } from "./c.js";`), and exports functions, constants.
They are put one behind the other, those first that others import, without these words; so no two modules may have a
name of their own in common, which a test holds.
"""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.world import own_text

_ENTRY = "main.js"
_IMPORT = re.compile(r'^import \{[^}]*\} from "\./(?P<name>[a-z]+\.js)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?function |const |class )", re.MULTILINE)


def static_text(name: str) -> str:
    """A file of the desk: its look, or a part of its script."""
    return own_text("render", "desk", "static", name)


def script() -> str:
    """All modules in one scope, in strict mode as modules are."""
    return '"use strict";\n' + "".join(_joined(_ENTRY, set()))


def _joined(name: str, taken: set[str]) -> Iterator[str]:
    if name in taken:
        return
    taken.add(name)
    text = static_text(name)
    for found in _IMPORT.finditer(text):
        yield from _joined(found["name"], taken)
    yield _EXPORT.sub("", _IMPORT.sub("", text))
