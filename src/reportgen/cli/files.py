"""Which files and folders a command is about: names, folders, and patterns that the shell did not expand."""

from collections.abc import Iterator
from glob import glob
from pathlib import Path

from reportgen.cli.advice import another_command, not_content, part_of_pack
from reportgen.errors import UsageProblem
from reportgen.finished.file_types import is_document, is_known
from reportgen.language import _
from reportgen.pipeline.walk import inside
from reportgen.review.dismissals import is_about_findings
from reportgen.world import reason, shown

_ENDINGS = (".yaml", ".yml")


_LOCKS = ("~$", ".~")
"""What Word and WPS put beside a file that is open begins so."""


def content_files(words: tuple[str, ...], finished: bool = False) -> list[Path]:
    """The content files that the words name, each once, in order; with `finished` also documents that others wrote.

    A word that names nothing that can be used stands for itself: `refuse_unusable` says why when its turn comes.
    """
    found: dict[Path, None] = {}
    for word in words:
        try:
            found |= dict.fromkeys(_named(word, finished))
        except UsageProblem:
            found[Path(word)] = None
    return list(found)


def usable_files(words: tuple[str, ...], finished: bool = False) -> list[Path]:
    """As `content_files`. Raises UsageProblem for a word that names nothing that can be used."""
    return list(dict.fromkeys(path for word in words for path in _named(word, finished)))


def refuse_unusable(path: Path, finished: bool = False) -> None:
    """Raises UsageProblem for what is no file of the kind that is asked for."""
    _named(str(path), finished)


def _named(word: str, finished: bool) -> list[Path]:
    path = Path(word)
    try:
        if path.is_dir():
            return _inside(path, finished)
        if path.exists():
            return [_usable(path, finished)]
        if path.is_symlink():
            raise UsageProblem(_("{path} 是一个链接，连到的文件没有了，或者链接绕成了圈", path=shown(path)))
    except OSError as error:
        raise UsageProblem(_("读不了 {path}：{why}", path=shown(path), why=reason(error))) from error
    matches = sorted(match for match in matching(word) if is_meant(match, finished))
    if not matches:
        raise UsageProblem(_("没有这个文件：{path}", path=shown(path)) + _after(another_command(word)))
    return matches


def _inside(folder: Path, finished: bool) -> list[Path]:
    found = list(inside(folder, lambda child: is_meant(child, finished)))
    if not found:
        kinds = _(".yaml、.docx 或 .pdf") if finished else ".yaml"
        raise UsageProblem(_("文件夹 {path} 里没有 {kinds} 文件", path=shown(folder), kinds=kinds))
    return found


def _usable(path: Path, finished: bool) -> Path:
    if not path.is_file():
        raise UsageProblem(_("{path} 是管道或设备，不是文件，没有读", path=shown(path)))
    if not _is_content(path) and not (finished and is_known(path)):
        raise UsageProblem(not_content(path, finished))
    if words := part_of_pack(path):
        raise UsageProblem(words)
    return path


def matching(word: str) -> Iterator[Path]:
    """The files of a pattern of * and ?; brackets are letters of a name: 附件[1].yaml never means 附件1.yaml.

    Of Path.glob the patterns may not be absolute, nor hold ** inside a word.
    """
    if "*" in word or "?" in word:
        yield from map(Path, glob(word.replace("[", "[[]"), recursive=True))  # noqa: PTH207


def _is_content(path: Path) -> bool:
    """By its ending, which some systems write in capitals."""
    return path.suffix.lower() in _ENDINGS and not is_about_findings(path)


def is_meant(path: Path, finished: bool) -> bool:
    """Whether a file that was not named itself is asked for: plain text may be anything."""
    return _is_content(path) or (finished and is_document(path) and not path.name.startswith(_LOCKS))


def _after(words: str) -> str:
    return _("。{words}", words=words) if words else ""
