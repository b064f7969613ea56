"""NOTICE.txt: every library that travels, with its version and licence. What has none, or a GPL, does not travel."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from reportgen.record import Struct
from windows.refusal import Refusal
from windows.wheels import Wheel

FOLDER = Path(__file__).parent / "licences"
_HEAD = re.compile(r"^---- (?P<project>.+?): (?P<names>.+) ----$", re.MULTILINE)
_GPL = re.compile(r"(?<![LA-Z])A?GPL|Affero|(?<!Lesser )General Public")


class Licence(Struct, frozen=True):
    """What the authors of one project ask for."""

    project: str
    """With its version."""
    names: frozenset[str]
    """Its DLLs."""
    text: str
    lesser: bool
    """Under the LGPL, whose own text stands apart."""


def licences() -> list[Licence]:
    """Those of the DLLs, as looked up project by project."""
    return [*_read("lgpl.txt", lesser=True), *_read("permissive.txt", lesser=False)]


def _read(name: str, lesser: bool) -> Iterator[Licence]:
    text = (FOLDER / name).read_text(encoding="utf-8")
    heads = list(_HEAD.finditer(text))
    ends = [each.start() for each in heads[1:]] + [len(text)]
    for head, end in zip(heads, ends, strict=True):
        words = text[head.end() : end].strip()
        yield Licence(head["project"], frozenset(head["names"].split(", ")), words, lesser)


def notice(version: str, libraries: Iterable[str], wheels: Iterable[Wheel]) -> str:
    """The text. Raises Refusal for a DLL whose licence nobody has looked up, and for a wheel that must not travel."""
    parts = [_OPENING.format(version=version), _of_wheels(wheels), *_of_libraries(set(libraries))]
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


_OPENING = """\
绩效报告（reportgen）{version} 的 Windows 安装包带有下面的软件，各按自己的许可证发布。
reportgen 按 MIT 许可证发布；字体的许可证在 program\\site-packages\\reportgen\\fonts 里；
带有 Python 的，它的许可证在 program\\python\\LICENSE.txt 里。

LGPL 的几个是独立的 DLL 文件，在 program\\site-packages\\reportgen\\libraries 里，可以换成同样接口的别的版本；
源代码在各自的网址，也可以向给你安装包的人要。Portions of this software are copyright © 2024 The FreeType Project
(www.freetype.org). All rights reserved."""


def _of_wheels(wheels: Iterable[Wheel]) -> str:
    """A line a wheel; their whole texts travel in `*.dist-info`."""
    lines = ["==== Python 软件包（许可证全文在 program\\site-packages 的各个 .dist-info 里） ====", ""]
    for wheel in wheels:
        licence = licence_of(wheel)
        if all(map(_GPL.search, re.split(r"；| OR ", licence))):
            raise Refusal(f"{wheel.name} 的许可证是 {licence}，不能放进安装包")
        lines.append(f"{wheel.name} {wheel.version}  {licence}")
    return "\n".join(lines)


def licence_of(wheel: Wheel) -> str:
    """Its licence by the newest of the three ways to name one. Raises Refusal when it names none."""
    said = wheel.metadata.get("License-Expression") or wheel.metadata.get("License") or ""
    classified = [line.split(" :: ")[-1] for line in wheel.metadata.get_all("Classifier", []) if "License" in line]
    first = said.strip().split("\n")[0]
    if found := (first if len(first) < 80 else "") or "；".join(classified):
        return found
    raise Refusal(f"{wheel.name} 没有说明许可证")


def _of_libraries(names: set[str]) -> Iterator[str]:
    known = [each for each in licences() if each.names & names]
    if unknown := names - frozenset().union(*(each.names for each in known)):
        raise Refusal(f"没有查过许可证的 DLL：{'、'.join(sorted(unknown))}。请查清楚，写进 windows/licences")
    yield "==== DLL ===="
    for each in known:
        yield f"---- {each.project}: {', '.join(sorted(each.names & names))} ----\n\n{each.text}"
    if any(each.lesser for each in known):
        yield (FOLDER / "LGPL-2.1.txt").read_text(encoding="utf-8")
