"""Which files and folders a command is about: names, folders, and patterns that the shell did not expand."""

from glob import glob
from pathlib import Path

from reportgen.cli.advice import another_command, not_content, part_of_pack
from reportgen.cli.walk import inside
from reportgen.errors import UsageProblem
from reportgen.finished.file_types import is_document, is_known
from reportgen.language import _

_ENDINGS = (".yaml", ".yml")


_LOCKS = ("~$", ".~")
"""What Word and WPS put beside a file that is open begins so."""


def content_files(words: tuple[str, ...], finished: bool = False) -> list[Path]:
    """The content files that the words name, each once, in order; with `finished` also documents that others wrote.

    Raises UsageProblem for a word that names nothing or something that is no such file.
    """
    found: dict[Path, None] = {}
    for word in words:
        for path in _named(word, finished):
            found.setdefault(path)
    return list(found)


def _named(word: str, finished: bool) -> list[Path]:
    path = Path(word)
    if path.is_dir():
        found = list(inside(path, lambda child: _is_meant(child, finished)))
        if not found:
            kinds = _(".yaml、.docx 或 .pdf") if finished else ".yaml"
            raise UsageProblem(_("文件夹 {path} 里没有 {kinds} 文件", path=word, kinds=kinds))
        return found
    if path.is_file():
        if not _is_content(path) and not (finished and is_known(path)):
            raise UsageProblem(not_content(path, finished))
        if words := part_of_pack(path):
            raise UsageProblem(words)
        return [path]
    # Of Path.glob the patterns may not be absolute, nor hold ** inside a word.
    names = glob(word, recursive=True)  # noqa: PTH207
    matches = sorted(match for match in map(Path, names) if _is_meant(match, finished))
    if not matches:
        raise UsageProblem(_("没有这个文件：{path}", path=word) + _after(another_command(word)))
    return matches


def _is_content(path: Path) -> bool:
    """By its ending, which some systems write in capitals."""
    return path.suffix.lower() in _ENDINGS


def _is_meant(path: Path, finished: bool) -> bool:
    """Whether a file that was not named itself is asked for: plain text may be anything."""
    return _is_content(path) or (finished and is_document(path) and not path.name.startswith(_LOCKS))


def _after(words: str) -> str:
    return _("。{words}", words=words) if words else ""
