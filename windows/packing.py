"""The two forms of the folder: a zip, byte for byte the same whenever it is made again, and an installer."""

import shutil
import subprocess
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from windows.layout import files_of
from windows.refusal import Refusal

MOST = 90_000_000
"""Bytes of either: what still passes by e-mail and on the sticks of offices."""
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip can tell."""
_SCRIPT = Path(__file__).parent / "installer.nsi"


def write_zip(folder: Path, target: Path) -> None:
    """Everything below one folder, that of the target's name: who unpacks it anywhere has not strewn it."""
    with ZipFile(target, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for name in files_of(folder):
            entry = ZipInfo(f"{target.stem}/{name}", _EPOCH)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, (folder / name).read_bytes())


def find_makensis() -> str | None:
    """NSIS, where it is installed."""
    return shutil.which("makensis")


def write_installer(folder: Path, target: Path, version: str) -> None:
    """The installer. Raises Refusal with the words of makensis, or when there is none."""
    makensis = find_makensis()
    if makensis is None:
        raise Refusal("没有 makensis，做不了安装程序（Debian、Ubuntu 上请运行 apt-get install nsis）")
    listed = target.with_suffix(".nsh")
    listed.write_text(removals(folder), encoding="utf-8")
    named = {"VERSION": version, "SOURCE": folder, "TARGET": target, "FILES": listed}
    if (folder / "program" / "python").is_dir():
        named["PYTHON"] = "1"
    words = [f"-D{name}={value}" for name, value in named.items()]
    done = subprocess.run(
        [makensis, "-V2", "-WX", "-INPUTCHARSET", "UTF8", *words, _SCRIPT], capture_output=True, text=True, check=False
    )
    listed.unlink()
    if done.returncode:
        raise Refusal(f"makensis：{done.stdout}{done.stderr}")


def removals(folder: Path) -> str:
    """What the uninstaller takes away on top, file by file: who has put others there keeps them."""
    names = [name for name in files_of(folder) if len(name.parts) == 1]
    return "".join(f'Delete "$INSTDIR\\{name}"\n' for name in names)


def refuse_too_large(path: Path) -> None:
    """Raises Refusal."""
    if (size := path.stat().st_size) > MOST:
        raise Refusal(f"{path.name} 有 {size / 1e6:.1f} MB，不能超过 {MOST / 1e6:.0f} MB")
