"""The Python that the engineer brings is looked at before it is unpacked: which it is, if it is one at all."""

from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest
from tests.support.executable import dll
from windows.embeddable import KNOWN, read_embeddable
from windows.refusal import Refusal


def zipped(path: Path, **contents: bytes) -> Path:
    with ZipFile(path, "w") as archive:
        for name, content in contents.items():
            archive.writestr(name.replace("_", "."), content)
    return path


@pytest.fixture
def brought(tmp_path: Path) -> Path:
    return zipped(tmp_path / "下载.zip", python_exe=dll(), python3_dll=dll(), python312_dll=dll(), python312_zip=b"PK")


def digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def test_its_version_is_told_by_its_dll_and_not_by_its_name(brought: Path, tmp_path: Path) -> None:
    python = read_embeddable(brought, digest(brought).upper())
    assert python.version == "3.12"
    python.unpack(tmp_path / "python")
    assert (tmp_path / "python" / "python.exe").is_file()


def test_one_that_is_not_known_needs_its_hash(brought: Path) -> None:
    with pytest.raises(Refusal, match=f"在官网上核对过的，请加 --sha256 {digest(brought)}"):
        read_embeddable(brought)


def test_another_hash_is_refused(brought: Path) -> None:
    with pytest.raises(Refusal, match="与给的不一样"):
        read_embeddable(brought, "0" * 64)


def test_one_for_32_bit_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "python-3.11.9-embed-win32.zip", python_exe=dll(), python311_dll=dll(machine=0x14C))
    with pytest.raises(Refusal, match="不是 64 位 Windows 的 embeddable Python"):
        read_embeddable(path, digest(path))


def test_what_is_no_python_or_no_zip_is_refused(tmp_path: Path) -> None:
    other = zipped(tmp_path / "报告.zip", 报告_docx=b"PK")
    with pytest.raises(Refusal, match="不是 64 位 Windows 的 embeddable Python"):
        read_embeddable(other, digest(other))
    with pytest.raises(Refusal, match="读不了"):
        read_embeddable(tmp_path / "没有.zip")


def test_those_known_are_named_as_their_makers_name_them() -> None:
    assert all(len(each) == 64 and name.endswith("-embed-amd64.zip") for each, name in KNOWN.items())
