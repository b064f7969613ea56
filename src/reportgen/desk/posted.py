"""What pages send: values of a known shape, and files, which are laid down among the uploads and nowhere else."""

from collections.abc import Mapping
from contextlib import AbstractAsyncContextManager
from pathlib import Path, PurePosixPath, PureWindowsPath
from secrets import token_hex

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request

from reportgen.errors import UsageProblem
from reportgen.file_names import refused_by_windows
from reportgen.language import _
from reportgen.world import write_files

_MOST_FILES = 20
_MOST_FIELDS = 60


async def json_of(request: Request) -> object:
    """A JSON body. Raises UsageProblem when it is none."""
    try:
        return await request.json()
    except ValueError as error:
        raise UsageProblem(_("请求读不懂")) from error


def text_of(said: object, name: str) -> str:
    """A text of a JSON body; empty when it is not there. Raises UsageProblem when it is something else."""
    value = said.get(name, "") if isinstance(said, Mapping) else None
    if not isinstance(value, str):
        raise UsageProblem(_("请求里的「{name}」写得不对", name=name))
    return value.strip()


def texts_of(said: object, name: str) -> list[str]:
    """A list of texts of a JSON body. Raises UsageProblem when it is something else."""
    value = said.get(name, []) if isinstance(said, Mapping) else None
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise UsageProblem(_("请求里的「{name}」写得不对", name=name))
    return value


def form_of(request: Request) -> AbstractAsyncContextManager[FormData]:
    """A form with files, no more of either than a person would send; behind the block its files are closed."""
    return request.form(max_files=_MOST_FILES, max_fields=_MOST_FIELDS)


def field_of(form: FormData, name: str) -> str:
    """A text of a form; empty when it is not there."""
    value = form.get(name)
    return value.strip() if isinstance(value, str) else ""


async def laid_down(form: FormData, name: str, uploads: Path, endings: tuple[str, ...]) -> list[Path]:
    """The files of a form, in a folder of their own among the uploads, under the names that they had.

    Raises UsageProblem for a file of another kind: nothing of it is kept.
    """
    contents = await _contents(form, name, uploads / token_hex(6), endings)
    await run_in_threadpool(write_files, contents)
    return list(contents)


async def _contents(form: FormData, name: str, folder: Path, endings: tuple[str, ...]) -> dict[Path, bytes]:
    files = [value for value in form.getlist(name) if isinstance(value, UploadFile) and value.filename]
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
