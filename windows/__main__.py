"""`script/windows`: the zip and the installer for Windows, made on Linux."""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from windows.embeddable import Embeddable, read_embeddable
from windows.layout import Contents, lay_out
from windows.packing import find_makensis, refuse_too_large, write_installer, write_zip
from windows.refusal import Refusal
from windows.wheels import Wheel, build_own, fetch, needed, pinned, read_wheel

ROOT = Path(__file__).resolve().parents[1]
LOCKS = (ROOT / "requirements.txt", ROOT / "requirements" / "windows.txt")
LIBRARIES = "gstreamer-libs"
OWN = "reportgen"
USUAL_PYTHON = "3.11"


def main(arguments: Sequence[str] | None = None) -> int:
    """0: made. 3: this machine or the engineer's files lack something; the last line says what."""
    options = _options().parse_args(arguments)
    try:
        for path in make(options):
            refuse_too_large(path)
            print(f"{path}  {path.stat().st_size / 1e6:.1f} MB")
        if find_makensis() is None:
            raise Refusal(
                "没有 makensis，只做了 zip；安装程序没有做（Debian、Ubuntu 上请运行 apt-get install nsis，再来一遍）"
            )
    except Refusal as problem:
        print(problem, file=sys.stderr)
        return 3
    return 0


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="script/windows", description="做 Windows 的 zip 和安装程序，见 docs/Windows.md。"
    )
    parser.add_argument("--python", type=Path, metavar="FILE", help="python-3.x.y-embed-amd64.zip；不写就不带 Python")
    parser.add_argument("--sha256", default="", metavar="HASH", help="这个文件的 SHA-256；常用的两个不必写")
    parser.add_argument("--for", dest="version", default=USUAL_PYTHON, metavar="3.x", help="不带 Python 时为哪一版做")
    parser.add_argument(
        "--wheels", type=Path, default=ROOT / "build" / "windows", metavar="FOLDER", help="软件包下载到这里"
    )
    parser.add_argument(
        "--output", type=Path, default=ROOT / "dist", metavar="FOLDER", help="做好的放在这里（默认 dist）"
    )
    return parser


def make(options: argparse.Namespace) -> list[Path]:
    """The files made. Raises Refusal."""
    if options.python:
        return make_from(read_embeddable(options.python, options.sha256), options.wheels, options.output)
    return make_from(options.version, options.wheels, options.output)


def make_from(python: Embeddable | str, fetched: Path, output: Path) -> list[Path]:
    """The zip and, where there is makensis, the installer: with this Python, or without any for one of this line."""
    embeddable = python if isinstance(python, Embeddable) else None
    line = python.version if isinstance(python, Embeddable) else python
    wheels = _wheels(fetched / line, line)
    output.mkdir(parents=True, exist_ok=True)
    stem = output / f"reportgen-{wheels[OWN].version}-windows{'' if embeddable else '-without-python'}"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lay_out(_contents(wheels, line, embeddable), folder)
        return list(_packed(folder, stem, wheels[OWN].version))


def _packed(folder: Path, stem: Path, version: str) -> list[Path]:
    made = [stem.with_name(f"{stem.name}.zip")]
    write_zip(folder, made[0])
    if find_makensis():
        made.append(stem.with_name(f"{stem.name}-setup.exe"))
        write_installer(folder, made[1], version)
    return made


def _wheels(folder: Path, python: str) -> dict[str, Wheel]:
    """All that were fetched, by name; the program's own made anew, since nothing but its contents tells its age."""
    own = folder / "own"
    shutil.rmtree(own, ignore_errors=True)
    fetch(LOCKS, python, folder)
    build_own(ROOT, own)
    versions = {name: version for lock in LOCKS for name, version in pinned(lock.read_text(), python).items()}
    fetched = [read_wheel(path) for path in sorted(folder.glob("*.whl"))]
    current = [wheel for wheel in fetched if versions.get(wheel.name) == wheel.version]
    return {wheel.name: wheel for wheel in [*current, *map(read_wheel, own.glob("*.whl"))]}


def _contents(wheels: dict[str, Wheel], python: str, embeddable: Embeddable | None) -> Contents:
    return Contents(needed(OWN, wheels, python), wheels[LIBRARIES].path, python, embeddable, wheels[OWN].version)


if __name__ == "__main__":
    sys.exit(main())
