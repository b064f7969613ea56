"""`build`: the whole way over files, with progress, reports and exit codes."""

from pathlib import Path

from reportgen.cli.build_done import BuildDone, Outcome
from reportgen.cli.building import Job, Options, build_one
from reportgen.cli.console import complain, show
from reportgen.cli.done import tell
from reportgen.cli.places import refuse_clashes
from reportgen.cli.settled import use_fonts_of
from reportgen.cli.site import DISKS, Site
from reportgen.cli.stopped import told_when_stopped
from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.model.edition import Edition
from reportgen.render.formats import FORMATS
from reportgen.world import own_fonts_folder, shown

__all__ = ["Options", "build_files", "stopped", "told"]


def build_files(files: list[Path], options: Options, site: Site = DISKS) -> int:
    """Build every file; the exit code is the heaviest of them."""
    wanted = _formats(options.formats)
    if options.archive and "pdf" not in wanted:
        raise UsageProblem(_("--archive 是把内容文件附在 PDF 里，--format 里要有 pdf"))
    if options.archive and options.edition is Edition.PUBLIC:
        raise UsageProblem(_("--archive 的 PDF 里附着内容文件，隐去的都在里面，不能和 --edition public 一起用"))
    refuse_clashes(files, options.places)
    use_fonts_of(files)
    job = Job(tuple(wanted), options)
    if len(files) == 1 and not site.always_reported:
        code = _build_alone(files[0], job)
    else:
        from reportgen.cli.several import build_several  # a single file needs none of it

        code = build_several(files, job, site)
    _tell_fonts(wanted)
    return code


def _build_alone(path: Path, job: Job) -> int:
    ended = False
    with told_when_stopped(lambda: stopped(int(ended), 1)):
        done = build_one(job, path)
        ended = True
        return told(done, job.options.everything, False)


def told(done: BuildDone, everything: bool, several: bool) -> int:
    """Say what became of a file; its exit code."""
    code = tell(done, everything, several)
    for line in done.masked:
        show(line)
    names = "  ".join(map(shown, done.targets))
    if done.outcome is Outcome.BUILT:
        show(_("已生成：{names}", names=names))
    elif done.outcome is Outcome.CURRENT:
        show(_("没有变化，没有重做：{names}", names=names))
    elif done.outcome is Outcome.EDITED:
        edited = "  ".join(map(shown, done.edited))
        show(_("内容没有变，{names} 手改过，没有动；要重做就加 --force，改过的那份另存在旁边", names=edited))
    elif done.problem is None:
        complain(_("没有生成 {name}：请先改正上面的问题，原来的文件没有动。", name=shown(done.path.stem)))
        code = max(code, 2)
    return code


def stopped(done: int, count: int) -> str:
    """What is said last when a call is stopped from outside."""
    if done == count:
        return ""
    if count == 1:
        return _("已中止，没有做完，请再生成一次。")
    return _("已中止：共 {count} 个文件，做完 {done} 个，其余的没有做完，请再生成一次。", count=count, done=done)


def _tell_fonts(wanted: list[str]) -> None:
    """Whoever has fonts of his own is told which of them the PDF shows."""
    folder = own_fonts_folder()
    if folder and "pdf" in wanted:
        from reportgen.cli.fonts import fonts_line  # it brings a library that others do not need

        show(fonts_line(folder))


def _formats(words: str) -> list[str]:
    wanted = [word.strip().lower() for word in words.replace("，", ",").split(",") if word.strip()]
    for word in wanted:
        if word not in FORMATS:
            raise UsageProblem(_("没有「{word}」这种格式，可以写：{formats}", word=word, formats=_("、").join(FORMATS)))
    if not wanted:
        raise UsageProblem(_("--format 后面要写格式，如 docx,pdf"))
    return wanted
