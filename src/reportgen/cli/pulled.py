"""`pull`: what came home in a copy, told, and written into the content file when that is asked for."""

from functools import partial
from pathlib import Path

from reportgen.cli.console import complain, show
from reportgen.cli.files import refuse_unusable
from reportgen.cli.guard import guarded
from reportgen.cli.pulled_decisions import decided
from reportgen.cli.pulled_text import told
from reportgen.cli.settled import limits_for, roots_for
from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.limits import Limits
from reportgen.pipeline.check import read_content
from reportgen.pipeline.pull import pull
from reportgen.pipeline.returned import Returned, read_copy
from reportgen.record import Struct
from reportgen.review.patches.outcome import Fate, Pulled
from reportgen.review.trace import digest_of
from reportgen.world import read_bytes, replace_text, resolved, shown

_FORMS = ("text", "json")
_LEFT = frozenset({Fate.UNPLACED, Fate.CONFLICT, Fate.REFUSED, Fate.FACT})
"""What is left for the writer to do."""


class Options(Struct, frozen=True):
    """What `pull` was asked for."""

    apply: bool = False
    facts: bool = False
    form: str = "text"
    roots: tuple[Path, ...] = ()
    limits: Limits | None = None


def pull_copy(path: Path, file: Path | None, options: Options) -> int:
    """Tell what came home, and write it where that is asked for; 1 when something is left for the writer."""
    if options.form not in _FORMS:
        raise UsageProblem(_("--format 只能是 {forms}", forms=_("、").join(_FORMS)))
    limits = limits_for(path, options.limits)
    copy = guarded(path, limits, partial(_read, path))
    content = file or _content_of(copy)
    refuse_unusable(content)
    roots = roots_for(content, options.roots)
    pulled = guarded(path, limits, partial(pull, copy, content, roots, options.facts))
    if options.apply and pulled.after != pulled.before:
        before = read_content(content)
        replace_text(content, pulled.before, pulled.after, before.encoding)
        if before.name:
            complain(_("{path} 是 {encoding} 编码，已另存为 UTF-8", path=shown(content), encoding=before.name))
    _tell(pulled, options)
    for line in decided(pulled, content, roots, options.apply) if options.form == "text" or options.apply else ():
        (show if options.form == "text" else complain)(line)
    return int(any(each.fate in _LEFT for each in pulled.outcomes))


def _tell(pulled: Pulled, options: Options) -> None:
    if options.form == "json":
        from reportgen.cli.pulled_json import as_json

        show(as_json(pulled, options.apply))
        return
    for line in told(pulled, options.apply, options.facts):
        show(line)


def _read(path: Path) -> Returned:
    if not path.is_file():
        raise UsageProblem(_("没有这个文件：{path}", path=shown(path)))
    return read_copy(path)


def _content_of(copy: Returned) -> Path:
    """The content file that a copy was made of, beside it or here. Raises UsageProblem when it is not found."""
    told = copy.trace or (copy.page.trace if copy.page else None)
    names = [told.file] if told else [name for name, _content in copy.contents]
    here, there = Path(), copy.path.parent
    folders = (here, there, there.parent, here / "content", there / "content", there.parent / "content")
    found = {resolved(path): path for name in names for folder in folders if (path := folder / name).is_file()}
    if len(found) == 1:
        return next(iter(found.values()))
    same = [path for path in found.values() if told and digest_of(read_bytes(path)) == told.digest]
    if len(same) == 1:
        return same[0]
    name = names[0] if names else _("内容.yaml")
    names_told = {"path": shown(copy.path), "name": name}
    if found:
        raise UsageProblem(_("有几个 {name}，请写明是哪一个：reportgen pull {path} 文件夹/{name}", **names_told))
    if names:
        raise UsageProblem(_("没有找到做成它的 {name}，请写在后面：reportgen pull {path} {name}", **names_told))
    raise UsageProblem(_("{path} 里没有记着内容文件的名字，请写在后面：reportgen pull {path} {name}", **names_told))
