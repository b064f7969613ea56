"""`reportgen adopt`: last year's Word report becomes a content file; what was guessed is said first."""

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportgen.adopt.values import Certainty, Remark
from reportgen.cli.click_messages import Command
from reportgen.cli.completion import pack_names
from reportgen.cli.console import paint, show
from reportgen.cli.options import HELP, LIMITS, TEMPLATES
from reportgen.errors import UsageProblem
from reportgen.finished.file_types import is_known
from reportgen.language import _
from reportgen.world import refuse_names, shown, write_files

if TYPE_CHECKING:  # nothing of it is loaded for the other commands
    from reportgen.limits import Limits
    from reportgen.pipeline.adopted import Adopted

_SHOWN = 24
"""Characters of a passage that show which one it is."""


@click.command(
    cls=Command,
    add_help_option=False,
    help="把去年的 Word（或 PDF）报告抄成内容文件：各段放进各栏，表格放进清单，数字起好名称；没有把握的列出来。",
)
@click.argument("file", metavar="报告", type=click.Path(path_type=Path))
@click.option("--pack", metavar="文种", shell_complete=pack_names, help="按哪个文种抄；不写就看标题和小标题")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="文件",
    help="写到哪个文件（默认与报告同名，后缀是 .yaml）",
)
@click.option("--force", is_flag=True, help="已经有这个内容文件也重新写")
@LIMITS
@TEMPLATES
@HELP
def adopt(file: Path, pack: str | None, output: Path | None, force: bool, **options: Any) -> int:
    """Make a content file of a finished report."""
    target = output or file.with_suffix(".yaml")
    _refuse(file, target, force)
    adopted = _adopted(file, pack, target, **options)
    pictures = {target.parent / name: content for name, content in adopted.pictures.items()}
    _refuse_taken(pictures, force)
    write_files({target: adopted.text.encode()} | pictures)
    for line in _told(target, adopted):
        show(line)
    return 0


def _adopted(file: Path, pack: str | None, target: Path, limits: "Limits | None", roots: tuple[Path, ...]) -> "Adopted":
    """Within the limits of the file, as whatever others have written is read."""
    from reportgen.cli.explain import pack_called
    from reportgen.cli.guard import guarded
    from reportgen.cli.settled import limits_for, roots_here
    from reportgen.pipeline.adopted import adopt_file

    found = roots_here(roots)
    kind = pack_called(pack, found) if pack else None
    return guarded(file, limits_for(file, limits), partial(adopt_file, file, kind, found, target.stem))


def _refuse(file: Path, target: Path, force: bool) -> None:
    """Raises UsageProblem for what is no report, and for a target that is there."""
    if not file.exists():
        raise UsageProblem(_("没有这个文件：{path}", path=shown(file)))
    if not is_known(file):
        raise UsageProblem(_("{path} 不是 Word、PDF 报告，抄不成内容文件", path=shown(file)))
    refuse_names([target])
    _refuse_taken([target], force)


def _refuse_taken(targets: Iterable[Path], force: bool) -> None:
    for target in targets:
        if target.exists() and not force:
            told = _("{path} 已经有了，没有改动它。请用 -o 另起一个名字，或者加 --force 重新写", path=shown(target))
            raise UsageProblem(told)


def _told(target: Path, adopted: "Adopted") -> Iterator[str]:
    """What was sure, what was guessed and what has no place, then what to do."""
    yield _("按「{title}」抄成了 {path}。", title=adopted.pack.title, path=shown(target))
    if adopted.sure:
        yield _("有把握的栏目：{names}", names=_("、").join(adopted.sure))
    for certainty, heading in (
        (Certainty.UNPLACED, _("没有放进去的（在文件末尾，请放到该放的地方）：")),
        (Certainty.GUESSED, _("没有把握的，请核对：")),
    ):
        own = [remark for remark in adopted.remarks if remark.certainty is certainty]
        if own:
            yield paint(heading, "yellow")
        yield from (f"  {_line(remark)}" for remark in own)
    if names := _("、").join(adopted.missing):
        yield _("还要填的必填栏目：{names}", names=names)
    if adopted.pictures:
        yield _("图片 {count} 张，存在内容文件旁边。", count=len(adopted.pictures))
    yield _("下一步：打开 {path} 核对，再运行 reportgen check {path}", path=shown(target))


def _line(remark: Remark) -> str:
    words = remark.words.replace("\n", "")
    words = words if len(words) <= _SHOWN else words[:_SHOWN] + "……"
    where = _("{field}：", field=remark.field) if remark.field else ""
    return where + _("「{words}」", words=words) + (_("（{why}）", why=remark.why) if remark.why else "")
