"""A Word file with a part that cannot be unpacked, though its text can: refused in words wherever that is seen."""

import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest

from reportgen.errors import UsageProblem
from reportgen.word.package import Package

PHOTOGRAPH = "word/media/现场照片.png"


def with_photograph() -> bytes:
    """A report of 示例县人民医院 with one."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", "<w:document xmlns:w='w'/>")
        archive.writestr(PHOTOGRAPH, bytes(range(200)))
    return stream.getvalue()


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "another name before it": lambda whole: whole.replace(PHOTOGRAPH.encode(), b"x" * len(PHOTOGRAPH.encode()), 1),
    "other bytes": lambda whole: whole.replace(bytes(range(100, 150)), bytes(50)),
    "no bytes where it should be": lambda whole: whole.replace(b"PK\x03\x04", b"PK\x03\x05", 2),
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
@pytest.mark.parametrize(
    "use",
    [lambda package: package.bytes_of(PHOTOGRAPH), lambda package: package.with_parts({"word/document.xml": b"<a/>"})],
    ids=["looked at", "copied"],
)
def test_a_picture_that_cannot_be_unpacked(damage: Callable[[bytes], bytes], use: Callable[[Package], object]) -> None:
    with pytest.raises(UsageProblem, match=r"报告.docx 不是完好的 docx 文件"):
        use(Package("报告.docx", damage(with_photograph())))


def test_of_a_whole_file_everything_is_copied() -> None:
    copy = Package("报告.docx", with_photograph()).with_parts({"word/document.xml": b"<a/>"})
    assert (copy.bytes_of("word/document.xml"), copy.bytes_of(PHOTOGRAPH)) == (b"<a/>", bytes(range(200)))
