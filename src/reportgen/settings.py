"""reportgen.toml: what a folder of reports always wants. Found upward from the file; the command line wins.

Keys are English, since TOML allows no others without quotes. Folders are meant from where the settings stand.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from reportgen import patterns as re
from reportgen.errors import UsageProblem
from reportgen.language import LANGUAGES, _
from reportgen.model.engine import Engine
from reportgen.record import Struct, replace
from reportgen.world import read_text, resolved

NAME = "reportgen.toml"
LIMITS, LETTER = "limits", "letter"


class Settings(Struct, frozen=True):
    """What a reportgen.toml says; None or empty where it says nothing."""

    file: Path | None = None
    """Where it was read; None when there is none."""
    templates: tuple[Path, ...] = ()
    """Folders of packs beside the program's own."""
    output: Path | None = None
    """Where `build` writes, into the subfolders in which the content files stand."""
    fonts: Path | None = None
    """A folder of fonts that the PDF may use."""
    engine: Engine | None = None
    """What sets the pages of PDFs; None for the program's own choice."""
    language: str = ""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    seconds: int | None = None
    """The most that one file may take; None for the program's own limit."""
    bytes: int | None = None
    """The most memory that one file may take; None for the program's own limit."""
    office: str = ""
    """Who writes letters about what was reviewed."""
    days: int | None = None
    """In how many days a letter is to be answered; None for no day."""

    def said(self) -> Iterator[tuple[str, str]]:
        """Every setting that was made, as it is understood."""
        for name in self.__struct_fields__:
            value = getattr(self, name)
            if name != "file" and value:
                items = value if isinstance(value, tuple) else (value,)
                yield name, ", ".join(map(str, items))

    @property
    def folder(self) -> Path:
        """What its paths are meant from."""
        return self.file.parent if self.file else Path()


def settings_for(path: Path) -> Settings:
    """The settings of a file or folder: those of the nearest folder above it that has any.

    Raises UsageProblem with file and line when they cannot be used.
    """
    return _upward(_folder_of(path.absolute()))


@cache
def _folder_of(path: Path) -> Path:
    start, folder = resolved(path), False
    with suppress(OSError):  # a name that the system refuses is told when the file is read
        folder = start.is_dir()
    return start if folder else start.parent


def forget_settings() -> None:
    """Read settings anew from now on: somebody is changing them."""
    _folder_of.cache_clear()
    _upward.cache_clear()


@cache
def _upward(folder: Path) -> Settings:
    file = folder / NAME
    if file.is_file():
        return read_settings(read_text(file), file)
    return Settings() if folder == folder.parent else _upward(folder.parent)


def read_settings(text: str, file: Path) -> Settings:
    """The settings of a text that stands at `file`. Raises UsageProblem with its line when it cannot be used."""
    import tomllib  # most folders have no settings, and every command looks for them

    try:
        said = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageProblem(_not_toml(text, file, str(error))) from error
    reader = _Reader(text, file)
    found: dict[str, Any] = {}
    for name, keys in _SECTIONS.items():
        section = said.pop(name, {})
        if not isinstance(section, Mapping):
            words = {"name": name, "keys": _("、").join(keys)}
            raise reader.refused(name, _("「{name}」写成 [{name}] 一节，下面写 {keys}", **words))
        found |= reader.read(section, keys)
    return replace(Settings(file), **found, **reader.read(said, _KEYS))


def _not_toml(text: str, file: Path, error: str) -> str:
    """What keeps a text from being TOML, in the words of who wrote it: the parser's are about characters."""
    lines = text.splitlines() or [""]
    told = re.search(r"line (\d+)", error)
    at = int(told[1]) if told else next(_open_lines(lines), len(lines))
    words = lines[min(at, len(lines)) - 1]
    twice = next((number for number, key in _keys(lines) if key in dict(_keys(lines[: number - 1])).values()), at)
    if "Cannot overwrite" in error or "Cannot declare" in error:
        at, why = twice, _("这个设置上面写过了，只留一处")
    elif found := re.search("[“”‘’：＝，]", words):
        why = _("「{sign}」是全角的，引号、等号和逗号都用半角的", sign=found[0])
    elif "Illegal character '\\n'" in error or "end of document" in error or _is_open("".join(lines[: at - 1])):
        at, why = next(_open_lines(lines), at), _("引号或方括号只有前面一个，后面的一个没有写")
    elif "\\" in error or "escape" in error.lower():
        why = _('路径里的 \\ 请写成 /，如 "D:/报告/模板"')
    else:
        why = _("读不懂：一行写一个「名称 = 值」，文字加半角双引号；名称有 {names}", names=_known_names())
    return _("{file} 第 {line} 行：{why}", file=file, line=at, why=why)


def _known_names() -> str:
    return _("、").join([*_KEYS, *(f"[{name}]" for name in _SECTIONS)])


def _open_lines(lines: list[str]) -> Iterator[int]:
    """The numbers of lines on which a quotation or a list begins that does not end there."""
    for number, line in enumerate(lines, start=1):
        if line.count('"') % 2 or line.count("'") % 2 or _is_open(line):
            yield number


def _is_open(text: str) -> bool:
    return text.count("[") > text.count("]")


def _keys(lines: list[str]) -> Iterator[tuple[int, str]]:
    return ((number, line.split("=")[0].strip()) for number, line in enumerate(lines, start=1) if "=" in line)


class _Reader(Struct, frozen=True):
    """Values of one file, each refused with its line."""

    text: str
    file: Path

    def read(
        self, said: Mapping[str, Any], known: "Mapping[str, Callable[[_Reader, str, Any], object]]"
    ) -> dict[str, Any]:
        from reportgen.source.expect import did_you_mean

        for key in said:
            if key not in known:
                guess = did_you_mean(key, known) or _("可以写：{names}", names=_known_names())
                raise self.refused(key, _("没有这个设置「{key}」。{guess}", key=key, guess=guess))
        return {key: known[key](self, key, value) for key, value in said.items()}

    def refused(self, key: str, why: str) -> UsageProblem:
        lines = self.text.splitlines()
        begins = re.compile(rf"""\s*\[?["']?{re.escape(key)}\b""")
        line = next((number for number, words in enumerate(lines, start=1) if begins.match(words)), 1)
        return UsageProblem(_("{file} 第 {line} 行：{why}", file=self.file, line=line, why=why))

    def word(self, key: str, value: object) -> str:
        if not isinstance(value, str) or not value.strip():
            raise self.refused(key, _("「{name}」写一段文字，加半角双引号", name=key))
        return value.strip()

    def words(self, key: str, value: object) -> tuple[str, ...]:
        """One or several."""
        items = value if isinstance(value, list) else [value]
        return tuple(self.word(key, item) for item in items)

    def folder(self, key: str, value: object) -> Path:
        return self.file.parent / self.word(key, value)

    def there(self, key: str, value: object) -> Path:
        """A folder that must be there."""
        folder = self.folder(key, value)
        if not folder.is_dir():
            raise self.refused(key, _("没有这个文件夹：{path}", path=folder))
        return folder

    def folders(self, key: str, value: object) -> tuple[Path, ...]:
        return tuple(self.there(key, word) for word in self.words(key, value))

    def language(self, key: str, value: object) -> str:
        word = self.word(key, value)
        if word not in LANGUAGES:
            raise self.refused(key, _("「{name}」只能是 {words}", name=key, words=_("、").join(LANGUAGES)))
        return word

    def engine(self, key: str, value: object) -> Engine:
        word = self.word(key, value)
        if word not in list(Engine):
            raise self.refused(key, _("「{name}」只能是 {words}", name=key, words=_("、").join(Engine)))
        return Engine(word)

    def amount(self, key: str, value: object) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or value <= 0:
            raise self.refused(key, _("「{name}」写一个大于 0 的整数", name=key))
        return value


_KEYS: dict[str, Callable[[_Reader, str, Any], object]] = {
    "templates": _Reader.folders,
    "output": _Reader.folder,
    "fonts": _Reader.there,
    "engine": _Reader.engine,
    "language": _Reader.language,
    "select": _Reader.words,
    "ignore": _Reader.words,
}
_SECTIONS: dict[str, dict[str, Callable[[_Reader, str, Any], object]]] = {
    LIMITS: {"seconds": _Reader.amount, "bytes": _Reader.amount},
    LETTER: {"office": _Reader.word, "days": _Reader.amount},
}
