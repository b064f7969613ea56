"""What pages send: values of a known shape, and files, which are laid down among the uploads and nowhere else."""

from contextlib import AbstractAsyncContextManager
from math import isfinite
from pathlib import Path, PurePosixPath, PureWindowsPath
from secrets import token_hex
from typing import Any, TypeGuard

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request

from reportgen.errors import UsageProblem
from reportgen.file_names import refused_by_windows
from reportgen.language import _
from reportgen.record import DecodeError, from_json
from reportgen.source.tree import Tree
from reportgen.world import write_files

_MOST_FILES = 100
_MOST_FIELDS = 60
_DEEPEST = 50
"""So many lists and keys stand in each other in a value, many more than any document type asks for."""


class Unclear(UsageProblem):
    """A request that no page of ours sends."""

    def __init__(self) -> None:
        super().__init__(_("这个请求看不懂"))


class Asked(dict[str, Any]):
    """What is asked; whatever is missing in it, or is no such value, is unclear. Nothing else is taken for that."""

    def __missing__(self, name: str) -> Any:
        raise Unclear

    def text(self, name: str) -> str:
        """Words, to the last sign."""
        value = self[name]
        if not isinstance(value, str):
            raise Unclear
        return value

    def field(self, name: str) -> str:
        """Words of a field, without the blanks round them; empty where the page has no such field."""
        return self.text(name).strip() if name in self else ""

    def fields(self, name: str) -> list[str]:
        """Those of several fields of one name."""
        values = self.get(name, [])
        if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
            raise Unclear
        return values

    def number(self, name: str) -> float:
        """A number, as addresses say it."""
        try:
            number = float(self.text(name))
        except ValueError as error:  # the words are none
            raise Unclear from error
        if not isfinite(number):
            raise Unclear
        return number

    def parsed(self, name: str) -> Any:
        """What JSON in an address says."""
        return _parsed(self.text(name))

    def path(self, name: str) -> tuple[str, ...]:
        """Keys that lead to a value, as a list or as JSON of one."""
        return _keys(self.parsed(name) if isinstance(self[name], str) else self[name])

    def paths(self, name: str) -> list[tuple[str, ...]]:
        """Several such, as JSON of their list."""
        return [_keys(path) for path in _listed(self.parsed(name))]

    def dotted(self, name: str, otherwise: str) -> tuple[str, ...]:
        """Keys that lead to a field, with points between them; `otherwise` where none is named."""
        return tuple((self.text(name) if name in self else otherwise).split("."))

    def tree(self, name: str) -> Tree | None:
        """A value of a content file, or None."""
        value = self[name]
        if value is not None and not _is_tree(value):
            raise Unclear
        return value


def _keys(value: object) -> tuple[str, ...]:
    names = _listed(value)
    if not all(isinstance(name, str | int) for name in names):
        raise Unclear
    return tuple(str(name) for name in names)


def _listed(value: object) -> list[object]:
    if not isinstance(value, list):
        raise Unclear
    return value


def _is_tree(value: object, deepest: int = _DEEPEST) -> TypeGuard[Tree]:
    match value:
        case str():
            return True
        case list():
            return deepest > 0 and all(_is_tree(item, deepest - 1) for item in value)
        case dict():
            return deepest > 0 and all(_is_tree(item, deepest - 1) for item in value.values())
        case _:
            return False


async def of_query(request: Request) -> Asked:
    """What the address says."""
    return Asked({**request.query_params, **request.path_params})


async def of_body(request: Request) -> Asked:
    """What a JSON body says, and the address, which nothing in the body stands for. Raises Unclear."""
    said = _parsed(await request.body())
    if not isinstance(said, dict):
        raise Unclear
    return Asked({**said, **await of_query(request)})


def _parsed(said: str | bytes) -> Any:
    """What JSON says. Raises Unclear for what is none, by its letter: NaN, half a character, more than can be held."""
    try:
        return from_json(said)
    except (DecodeError, RecursionError) as error:  # the second: lists in lists in lists, thousands deep
        raise Unclear from error


def form_of(request: Request) -> AbstractAsyncContextManager[FormData]:
    """A form with files, no more fields than a person would send; behind the block its files are closed."""
    return request.form(max_fields=_MOST_FIELDS)


def field_of(form: FormData, name: str) -> str:
    """A text of a form; empty when it is not there."""
    value = form.get(name)
    return value.strip() if isinstance(value, str) else ""


async def laid_down(form: FormData, name: str, uploads: Path, endings: tuple[str, ...]) -> list[Path]:
    """The files of a form, in a folder of their own among the uploads, under the names that they had.

    Raises UsageProblem for a file of another kind, and for more files than a person looks at: nothing is kept.
    """
    contents = await _contents(form, name, uploads / token_hex(6), endings)
    await run_in_threadpool(write_files, contents)
    return list(contents)


async def _contents(form: FormData, name: str, folder: Path, endings: tuple[str, ...]) -> dict[Path, bytes]:
    files = [value for value in form.getlist(name) if isinstance(value, UploadFile) and value.filename]
    if len(files) > _MOST_FILES:
        raise UsageProblem(_("一次最多收 {count} 个文件，请分几次放进来", count=_MOST_FILES))
    contents: dict[Path, bytes] = {}
    for file in files:
        own = _plain_name(file.filename or "")
        if not own.lower().endswith(endings):
            kinds = _("、").join(endings)
            raise UsageProblem(_("{name} 用不了：要 {kinds} 文件", name=own, kinds=kinds))
        contents[folder / own] = await file.read()
    return contents


def _plain_name(name: str) -> str:
    """The last part of what a browser calls a file, if it can be one on any system. Raises UsageProblem if not."""
    last = PurePosixPath(PureWindowsPath(name.replace("\0", "")).name).name
    why = refused_by_windows(PureWindowsPath("C:/") / last, 0) if last else "?"
    if why or last.startswith("."):
        raise UsageProblem(_("文件名「{name}」用不了，请改一个名字", name=name))
    return last


def new_name(words: str, ending: str) -> str:
    """The name of a file that is to be made in the folder, with its ending. Raises UsageProblem for what is none."""
    name = words.strip().replace("\\", "/").strip("/")
    if not name:
        raise UsageProblem(_("请写文件名"))
    whole = name if name.lower().endswith(ending) else f"{name}{ending}"
    if why := refused_by_windows(PureWindowsPath("C:/") / whole, 0):
        raise UsageProblem(_("文件名「{name}」用不了：{why}", name=whole, why=why))
    return whole
