"""The wheels that Windows needs: fetched as the locks name them, and each that is missing told by its name."""

import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from email.message import Message
from email.parser import BytesParser
from pathlib import Path
from zipfile import ZipFile

from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_wheel_filename

from reportgen.record import Struct
from windows.refusal import Refusal

PLATFORM = "win_amd64"


class Wheel(Struct, frozen=True):
    """A wheel and what it says of itself."""

    path: Path
    name: str
    metadata: Message

    @property
    def version(self) -> str:
        return str(self.metadata["Version"])


def read_wheel(path: Path) -> Wheel:
    """Raises Refusal for a file that is no wheel for 64-bit Windows."""
    name, _version, _build, tags = parse_wheel_filename(path.name)
    if not {tag.platform for tag in tags} & {"any", PLATFORM}:
        raise Refusal(f"{path.name} 不是 64 位 Windows 的轮子")
    with ZipFile(path) as archive:
        entry = next(each for each in archive.namelist() if each.endswith(".dist-info/METADATA"))
        return Wheel(path, name, BytesParser().parsebytes(archive.read(entry)))


def pinned(lock: str, python: str) -> dict[str, str]:
    """The names of a lock file that mean Windows, with their versions."""
    found: dict[str, str] = {}
    for line in lock.replace("\\\n", " ").splitlines():
        words = line.split("--hash", 1)[0].split(" #", 1)[0].strip()
        if words and not words.startswith(("#", "-")):
            requirement = Requirement(words)
            if requirement.marker is None or requirement.marker.evaluate(environment(python)):
                version = next(iter(requirement.specifier)).version
                found[canonicalize_name(requirement.name)] = version
    return found


def fetch(locks: Iterable[Path], python: str, folder: Path) -> None:
    """Let pip fetch the wheels of the locks, by its own settings and with the locks' hashes.

    Raises Refusal with pip's words, which name the requirement that has none for Windows.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for lock in locks:
        words = ["download", "--quiet", "--require-hashes", "--no-deps", "--dest", folder, "--requirement", lock]
        _pip([*words, *for_windows(python)])


def fetch_one(requirement: str, python: str, folder: Path) -> Path:
    """A single wheel, for trials: no lock names it. Raises Refusal."""
    name, _equals, version = requirement.partition("==")
    pattern = f"{name}-{version}-*{PLATFORM}.whl"
    if not list(folder.glob(pattern)):
        _pip(["download", "--quiet", "--no-deps", "--dest", folder, requirement, *for_windows(python)])
    return next(folder.glob(pattern))


def build_own(source: Path, folder: Path) -> None:
    """The program's own wheel."""
    _pip(["wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, source])


def install(wheels: Iterable[Wheel], python: str, folder: Path) -> None:
    """Lay wheels out as Windows will import them."""
    words = [each.path for each in wheels]
    _pip(
        [
            "install",
            "--quiet",
            "--no-deps",
            "--no-index",
            "--no-compile",
            "--target",
            folder,
            *for_windows(python),
            *words,
        ]
    )


def for_windows(python: str) -> list[str]:
    """The words by which pip chooses as a Python of this version on Windows would."""
    return ["--platform", PLATFORM, "--implementation", "cp", "--python-version", python, "--only-binary", ":all:"]


def _pip(words: Iterable[object]) -> None:
    done = subprocess.run([sys.executable, "-m", "pip", *map(str, words)], capture_output=True, text=True, check=False)
    if done.returncode:
        errors = [line for line in done.stderr.splitlines() if line.startswith("ERROR")]
        raise Refusal("\n".join(errors or [done.stderr.strip()]))


def environment(python: str) -> dict[str, str]:
    """What markers of requirements see on Windows."""
    there = {name: str(value) for name, value in default_environment().items()}
    return there | {
        "os_name": "nt",
        "sys_platform": "win32",
        "platform_system": "Windows",
        "platform_machine": "AMD64",
        "platform_python_implementation": "CPython",
        "implementation_name": "cpython",
        "python_version": python,
        "python_full_version": f"{python}.0",
    }


def needed(root: str, wheels: Mapping[str, Wheel], python: str) -> list[Wheel]:
    """The wheels that `root` needs on Windows, itself among them: what only builds it stays away.

    Raises Refusal with the names of those that are not there: a lock made on Linux forgets what only Windows asks for.
    """
    done: set[tuple[str, str]] = set()
    queue = [(root, "")]
    while queue:
        name, extra = queue.pop()
        done.add((name, extra))
        if name in wheels:
            queue += [each for each in _asked(wheels[name], extra, python) if each not in done]
    names = sorted({name for name, _extra in done})
    if lacking := [name for name in names if name not in wheels]:
        raise Refusal(f"没有这些软件包的 Windows 轮子：{'、'.join(lacking)}。请写进 requirements/windows.txt")
    return [wheels[name] for name in names]


def _asked(wheel: Wheel, extra: str, python: str) -> Iterator[tuple[str, str]]:
    """What a wheel, with one of its extras or none, asks for on Windows: names, alone and with each extra."""
    there = {**environment(python), "extra": extra}
    for line in wheel.metadata.get_all("Requires-Dist", []):
        requirement = Requirement(line)
        if requirement.marker is None or requirement.marker.evaluate(there):
            name = canonicalize_name(requirement.name)
            yield from ((name, each) for each in ("", *requirement.extras))
