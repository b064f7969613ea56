"""What a PDF for archives carries, taken out again; or the reason why it cannot be."""

from collections.abc import Mapping

from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.pipeline.archive.contents import VERSIONS
from reportgen.pipeline.archive.versions import NotVersions, Versions, read_versions
from reportgen.record import Struct
from reportgen.render.provenance import Provenance, provenance_of
from reportgen.source.beside import Beside
from reportgen.source.encoding import Decoded, decoded

_MARK, _BEGINNING = b"%PDF-", 1024
"""A PDF says what it is in its first bytes; readers look that far (ISO 32000-1, annex H)."""


class Inside(Struct, frozen=True):
    """What a PDF carries that it can be made from."""

    versions: Versions
    original: bytes
    content: Decoded
    files: Mapping[str, bytes]
    """Every attached file by its name."""

    @property
    def beside(self) -> Beside:
        """What stood beside the content file, and nothing of this machine: no path leads out of the PDF."""
        names = self.versions.beside.items()
        return Beside(None, {path: self.files[name] for path, name in names if name in self.files})


def unpacked(content: bytes, file: str) -> Inside:
    """What is inside a PDF that is called `file` in messages. Raises UsageProblem with the reason when that is none."""
    if _MARK not in content[:_BEGINNING]:
        raise UsageProblem(_("{file} 不是 PDF。能核对的是生成时加了 --archive 的 PDF", file=file))
    files = _files(content, file)
    if VERSIONS not in files:
        raise UsageProblem(_nothing_inside(content, file))
    try:
        versions = read_versions(files[VERSIONS])
    except NotVersions as error:
        told = _("{file} 里的 {name} 读不懂，可能是更新的程序生成的，或者被改过", file=file, name=VERSIONS)
        raise UsageProblem(told) from error
    original = files.get(versions.content)
    text = None if original is None else decoded(original)
    if original is None or text is None:
        raise UsageProblem(_("{file} 里没有内容文件 {name}，或者它已损坏", file=file, name=versions.content))
    return Inside(versions, original, text, files)


def _files(content: bytes, file: str) -> dict[str, bytes]:
    from reportgen.pdf.attachments import attached_files  # `check` and `build` need it not
    from reportgen.pdf.opening import Locked

    try:
        return attached_files(content, file)
    except Locked as error:
        told = _("{file} 加了密码，读不了。请用 PDF 软件打开，输入密码，去掉密码后另存一份再核对", file=file)
        raise UsageProblem(told) from error


def _nothing_inside(content: bytes, file: str) -> str:
    if _provenance(content) is Provenance.FOREIGN:
        return _("{file} 不是本程序生成的存档 PDF，里面没有内容文件，无从核对", file=file)
    return _("{file} 里没有附内容文件，无从核对。生成时加上 --archive 才会附上", file=file)


def is_untouched(content: bytes) -> bool:
    """Whether a PDF is still as this program wrote it, to the byte. No signature: anybody can write one."""
    return _provenance(content) is Provenance.OURS


def _provenance(content: bytes) -> Provenance:
    from reportgen.pdf.pages import properties_of

    return provenance_of("pdf", content, lambda pdf: properties_of(pdf).get("Creator", ""))
