"""The files that a summary is about: all of a folder, those too that cannot be read, so that none is lost."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from reportgen.cli.files import content_files, is_meant, refuse_unusable
from reportgen.errors import UsageProblem
from reportgen.finished.file_types import TEXT, refuse_unsupported_type
from reportgen.language import _
from reportgen.pipeline.walk import inside
from reportgen.record import Struct
from reportgen.review.dismissals import is_list
from reportgen.settings import NAME
from reportgen.world import resolved, shown

_PACKED = frozenset({".zip", ".rar", ".7z", ".tar", ".gz"})
_OURS = frozenset({".py", ".toml", ".json", ".duckdb", ".parquet", ".html"})
"""What no unit sends."""


class Named(Struct, frozen=True):
    """A file, and why it cannot be read where that is known before it is opened."""

    path: Path
    problem: str = ""


def files_of(words: tuple[str, ...], apart: Iterable[Path]) -> list[Named]:
    """The files that the words name, each once; `apart` are those that the call itself reads or writes."""
    own = {resolved(path) for path in apart}
    found: dict[Path, Named] = {}
    for word in words:
        folder = Path(word)
        named = _in_folder(folder) if folder.is_dir() else map(_named, content_files((word,), finished=True))
        found |= {each.path: each for each in named if resolved(each.path) not in own}
    if not found:
        raise UsageProblem(_("{words} 里没有文件", words=_("、").join(words)))
    return list(found.values())


def _named(path: Path) -> Named:
    try:
        refuse_unusable(path, finished=True)
    except UsageProblem as problem:
        return Named(path, str(problem))
    return Named(path)


def _in_folder(folder: Path) -> Iterator[Named]:
    for path in inside(folder, _is_sent):
        yield Named(path, "" if is_meant(path, finished=True) else _why(path))


def _is_sent(path: Path) -> bool:
    """Whether somebody means it: no hidden file, no lock of Word's, nothing that the program keeps for itself."""
    name = path.name
    return not (name.startswith((".", "~$")) or name == NAME or is_list(path) or path.suffix.lower() in _OURS)


def _why(path: Path) -> str:
    ending = path.suffix.lower()
    if ending in _PACKED:
        return _("{path} 是压缩包，没有读。请先解压", path=shown(path))
    if ending == TEXT:
        return _("{path} 是纯文本，文件夹里的不读；要读就写出它的名字", path=shown(path))
    try:
        refuse_unsupported_type(path)
    except UsageProblem as problem:
        return str(problem)
    return _("{path} 不是内容文件、Word 文件或 PDF，没有读", path=shown(path))
