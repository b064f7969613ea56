"""`build`: the whole way over files, with progress, reports and exit codes."""

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from reportgen.cli.batch import in_order
from reportgen.cli.check import Done, progress, sources_of, tell
from reportgen.cli.console import complain, show
from reportgen.errors import EnvironmentProblem, UsageProblem
from reportgen.language import _
from reportgen.pipeline.build import FORMATS, build
from reportgen.pipeline.check import check_file
from reportgen.world import own_fonts_folder, write_files


@dataclass(frozen=True)
class Options:
    """What `build` was asked for."""

    formats: str
    output: Path
    strict: bool
    roots: tuple[Path, ...]
    everything: bool


def build_files(files: list[Path], options: Options) -> int:
    """Build every file; the exit code is the heaviest of them."""
    wanted = _formats(options.formats)
    _no_clash(files)
    codes = [0]
    for done in progress(in_order(partial(_build, wanted, options), files), len(files)):
        codes.append(tell(done, options.everything, len(files) > 1))
        if done.targets:
            show(_("已生成：{names}", names="  ".join(str(target) for target in done.targets)))
        elif done.problem is None:
            complain(_("没有生成 {name}：请先改正上面的问题，原来的文件没有动。", name=done.path.stem))
            codes.append(2)
    _tell_fonts(wanted)
    return max(codes)


def _tell_fonts(wanted: list[str]) -> None:
    """Whoever has fonts of his own is told which of them the PDF shows."""
    folder = own_fonts_folder()
    if folder and "pdf" in wanted:
        from reportgen.cli.fonts import fonts_line  # it brings a library that others do not need

        show(fonts_line(folder))


@dataclass(frozen=True)
class _Done(Done):
    """A file that was to be built: there are no outputs when it is refused."""

    targets: tuple[Path, ...] = ()


def _build(wanted: list[str], options: Options, path: Path) -> _Done:
    """All but the telling, which may be done in another process.

    What is wrong with this file alone is returned, and does not stop the others: it cannot be read, or its outputs
    cannot be written.
    """
    try:
        built = build(check_file(path, options.roots), wanted, options.strict)
    except UsageProblem as problem:
        return _Done(path, problem=problem)
    done = _Done(path, built.report, sources_of(built.checked))
    targets = {options.output / f"{path.stem}.{kind}": content for kind, content in built.outputs.items()}
    for name, outputs in built.beside.items():
        targets |= {options.output / f"{path.stem}-{name}.{kind}": content for kind, content in outputs.items()}
    try:
        write_files(targets)
    except EnvironmentProblem as problem:
        return replace(done, problem=problem)
    return replace(done, targets=tuple(targets))


def _formats(words: str) -> list[str]:
    wanted = [word.strip().lower() for word in words.replace("，", ",").split(",") if word.strip()]
    for word in wanted:
        if word not in FORMATS:
            raise UsageProblem(_("没有「{word}」这种格式，可以写：{formats}", word=word, formats=_("、").join(FORMATS)))
    if not wanted:
        raise UsageProblem(_("--format 后面要写格式，如 docx,pdf"))
    return wanted


def _no_clash(files: list[Path]) -> None:
    """Two content files of one name would overwrite each other's outputs."""
    seen: dict[str, Path] = {}
    for path in files:
        if path.stem in seen:
            raise UsageProblem(
                _("{first} 和 {second} 会写到同一个文件，请分开生成", first=seen[path.stem], second=path)
            )
        seen[path.stem] = path
