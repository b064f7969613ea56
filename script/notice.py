"""Writes NOTICE: under which licences come the libraries that the program runs on, and what it brings along.

Run as `.venv/bin/python -m script.notice`. A licence that asks for the source of the whole program (GPL, AGPL) stops
it: such a library may not be depended on.
"""

import re
import sys
from importlib.metadata import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NOTICE = ROOT / "NOTICE"
_PINNED = re.compile(r"^([a-z0-9][\w.-]*)==([\w.]+)", re.MULTILINE)
_CHOICES = {"pyphen": "MPL-1.1 (of GPL-2.0-or-later, LGPL-2.1-or-later, MPL-1.1)"}
"""Of a library that may be had under several licences the one that is taken."""
_NAMES = {
    "BSD License": "BSD-3-Clause",
    "MIT License": "MIT",
    "Apache Software License": "Apache-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}
_REFUSED = re.compile(r"(?<!L)A?GPL")
BROUGHT_ALONG = (
    ("GW fonts (src/reportgen/fonts)", "OFL-1.1, Arphic-1999"),
    ("htmx 4.0.1 (src/reportgen/desk/static/vendor/htmx)", "0BSD"),
    ("CodeMirror 6 (src/reportgen/desk/static/vendor/codemirror)", "MIT"),
)
_HEAD = """\
reportgen itself is under the MIT licence (LICENSE).

It brings along, with their licences beside them:

{own}

It runs on these libraries, which pip installs and none of which is part of it (written by script/notice.py):

{others}
"""


def licences() -> dict[str, str]:
    """By the name and version of each library that requirements.txt pins."""
    pinned = _PINNED.findall((ROOT / "requirements.txt").read_text(encoding="utf-8"))
    return {f"{name} {version}": _licence(name) for name, version in pinned}


def _licence(name: str) -> str:
    if name in _CHOICES:
        return _CHOICES[name]
    told = metadata(name)
    expression, *_more = told.get_all("License-Expression") or told.get_all("License") or [""]
    kinds = [each.split(" :: ")[-1] for each in told.get_all("Classifier") or [] if each.startswith("License")]
    return expression.partition("\n")[0].strip() or ", ".join(_NAMES.get(kind, kind) for kind in kinds)


def refused(known: dict[str, str]) -> list[str]:
    """Libraries under a licence that may not slip in, or under none that is told."""
    return [f"{name}: {licence}" for name, licence in known.items() if not licence or _is_refused(name, licence)]


def _is_refused(name: str, licence: str) -> bool:
    return name.split(maxsplit=1)[0] not in _CHOICES and bool(_REFUSED.search(licence))


def notice() -> str:
    """The whole text."""
    lines = [
        "\n".join(f"  {name}: {licence}" for name, licence in each) for each in (BROUGHT_ALONG, licences().items())
    ]
    return _HEAD.format(own=lines[0], others=lines[1])


if __name__ == "__main__":
    if wrong := refused(licences()):
        sys.exit("not to be depended on:\n" + "\n".join(wrong))
    NOTICE.write_text(notice(), encoding="utf-8")
