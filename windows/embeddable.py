"""The embeddable Python that the engineer brings: looked at, named with its hash, unpacked."""

import hashlib
import re
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from reportgen.record import Struct
from windows.refusal import Refusal

_DLL = re.compile(r"python3(\d+)\.dll")
KNOWN = {
    "009d6bf7e3b2ddca3d784fa09f90fe54336d5b60f0e0f305c37f400bf83cfd3b": "python-3.11.9-embed-amd64.zip",
    "4acbed6dd1c744b0376e3b1cf57ce906f9dc9e95e68824584c8099a63025a3c3": "python-3.12.10-embed-amd64.zip",
}
"""SHA-256 of the last of each line that the Python project made, as several independent projects pin it."""


class Embeddable(Struct, frozen=True):
    """python-3.x.y-embed-amd64.zip."""

    path: Path
    version: str
    """Such as 3.11, told by the DLL inside and not by the name of the file."""
    sha256: str

    def unpack(self, folder: Path) -> None:
        """Into a folder of its own."""
        with ZipFile(self.path) as archive:
            archive.extractall(folder)


def read_embeddable(path: Path, expected: str = "") -> Embeddable:
    """Raises Refusal for a file that is no embeddable Python for 64-bit Windows, or whose hash is not that expected.

    Without one expected it must be one of those known.
    """
    try:
        content = path.read_bytes()
        digest = hashlib.sha256(content).hexdigest()
        with ZipFile(path) as archive:
            names = set(archive.namelist())
            found = [match[1] for name in names if (match := _DLL.fullmatch(name))]
            machine = _machine(archive.read(f"python3{found[0]}.dll")) if found else 0
    except (OSError, BadZipFile) as error:
        raise Refusal(f"读不了 {path.name}：{error}") from error
    if expected and digest != expected.lower():
        raise Refusal(f"{path.name} 的 SHA-256 是 {digest}，与给的不一样")
    if not expected and digest not in KNOWN:
        raise Refusal(f"{path.name} 的 SHA-256 是 {digest}，不是认得的。在官网上核对过的，请加 --sha256 {digest}")
    if not found or "python.exe" not in names or machine != _AMD64:
        raise Refusal(f"{path.name} 不是 64 位 Windows 的 embeddable Python（python-3.x.y-embed-amd64.zip）")
    return Embeddable(path, f"3.{found[0]}", digest)


_AMD64 = 0x8664


def _machine(content: bytes) -> int:
    header = int.from_bytes(content[0x3C:0x40], "little")
    return int.from_bytes(content[header + 4 : header + 6], "little")
