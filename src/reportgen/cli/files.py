"""Which files a command is about: names, folders, and patterns that the shell did not expand."""

from pathlib import Path

from reportgen.errors import UsageProblem
from reportgen.language import _

_ENDINGS = (".yaml", ".yml")


def content_files(words: tuple[str, ...]) -> list[Path]:
    """The content files that the words name, each once, in order.

    Raises UsageProblem for a word that names nothing or something that is no content file.
    """
    found: dict[Path, None] = {}
    for word in words:
        for path in _named(word):
            found.setdefault(path)
    return list(found)


def _named(word: str) -> list[Path]:
    path = Path(word)
    if path.is_dir():
        inside = sorted(child for child in path.iterdir() if child.suffix in _ENDINGS)
        if not inside:
            raise UsageProblem(_("文件夹 {path} 里没有 .yaml 文件", path=word))
        return inside
    if path.is_file():
        if path.suffix not in _ENDINGS:
            raise UsageProblem(_("{path} 不是 .yaml 内容文件", path=word))
        return [path]
    matches = sorted(Path().glob(word)) if any(sign in word for sign in "*?[") and not path.is_absolute() else []
    if not matches:
        raise UsageProblem(_("没有这个文件：{path}", path=word))
    return matches
