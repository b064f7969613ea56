"""`build` and `check`: the pipeline run over files, with progress, reports and exit codes."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

import click

from reportgen.cli.batch import in_order
from reportgen.cli.console import complain, complain_of, show, show_report
from reportgen.diagnostics.diagnostic import Severity
from reportgen.diagnostics.report import Report
from reportgen.errors import EnvironmentProblem, ReportgenError, UsageProblem
from reportgen.language import _
from reportgen.pipeline.build import FORMATS, build
from reportgen.pipeline.check import Checked, check_file
from reportgen.world import write_files

Item = TypeVar("Item")

_MANY = 3
"""From so many files on a progress line is shown on a terminal."""


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
    for done in _progress(in_order(partial(_build, wanted, options), files), len(files)):
        codes.append(_tell(done, options.everything, len(files) > 1))
        if done.targets:
            show(_("已生成：{names}", names="  ".join(str(target) for target in done.targets)))
        elif done.problem is None:
            complain(_("没有生成 {name}：请先改正上面的问题，原来的文件没有动。", name=done.path.stem))
            codes.append(2)
    return max(codes)


def check_files(files: list[Path], roots: tuple[Path, ...], everything: bool) -> int:
    """Check every file; the exit code is the heaviest of them."""
    done = (_check(path, roots) for path in _progress(files, len(files)))
    return max([0, *(_tell(entry, everything, len(files) > 1) for entry in done)])


@dataclass(frozen=True)
class _Done:
    """What there is to say about a file: its report, its outputs once they are written, what the world did to it.

    There is no report when it cannot be read; there are no outputs when it is refused.
    """

    path: Path
    report: Report | None = None
    sources: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    targets: tuple[Path, ...] = ()
    problem: ReportgenError | None = None


def _build(wanted: list[str], options: Options, path: Path) -> _Done:
    """All but the telling, which may be done in another process.

    What is wrong with this file alone is returned, and does not stop the others: it cannot be read, or its outputs
    cannot be written.
    """
    try:
        built = build(check_file(path, options.roots), wanted, options.strict)
    except UsageProblem as problem:
        return _Done(path, problem=problem)
    done = _Done(path, built.report, _sources(built.checked))
    targets = {options.output / f"{path.stem}.{kind}": content for kind, content in built.outputs.items()}
    for name, outputs in built.beside.items():
        targets |= {options.output / f"{path.stem}-{name}.{kind}": content for kind, content in outputs.items()}
    try:
        write_files(targets)
    except EnvironmentProblem as problem:
        return replace(done, problem=problem)
    return replace(done, targets=tuple(targets))


def _check(path: Path, roots: tuple[Path, ...]) -> _Done:
    try:
        checked = check_file(path, roots)
    except UsageProblem as problem:
        return _Done(path, problem=problem)
    return _Done(path, checked.report, _sources(checked))


def _tell(done: _Done, everything: bool, several: bool) -> int:
    """The report, which is named when there are several, and the problem; returns the exit code for them."""
    code = 0
    if done.report is not None:
        show_report(done.report, done.sources, everything, str(done.path) if several else "")
        code = _code(done.report)
    return max(code, complain_of(done.problem)) if done.problem else code


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


def _progress(items: Iterable[Item], count: int) -> Iterator[Item]:
    if count < _MANY or not sys.stderr.isatty():
        yield from items
        return
    with click.progressbar(items, count, label=_("正在处理"), file=sys.stderr) as bar:
        yield from bar


def _sources(checked: Checked) -> dict[str, tuple[str, ...]]:
    return {checked.source.file: checked.source.lines}


def _code(report: Report) -> int:
    if report.fatal:
        return 2
    return 1 if report.at_least(Severity.ERROR) else 0
