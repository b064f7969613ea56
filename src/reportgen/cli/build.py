"""`build` and `check`: the pipeline run over files, with progress, reports and exit codes."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

import click

from reportgen.cli.batch import in_order
from reportgen.cli.console import complain, show, show_report
from reportgen.diagnostics.diagnostic import Severity
from reportgen.diagnostics.report import Report
from reportgen.errors import UsageProblem
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
    for made in _progress(in_order(partial(_make, wanted, options), files), len(files)):
        show_report(made.report, made.sources, options.everything)
        if made.targets:
            show(_("已生成：{names}", names="  ".join(str(target) for target in made.targets)))
        else:
            complain(_("没有生成 {name}：请先改正上面的问题，原来的文件没有动。", name=made.name))
        codes.append(_code(made.report) if made.targets else 2)
    return max(codes)


@dataclass(frozen=True)
class _Made:
    """What there is to say about a file once its outputs are written; there are none when it is refused."""

    name: str
    report: Report
    sources: dict[str, tuple[str, ...]]
    targets: tuple[Path, ...]


def _make(wanted: list[str], options: Options, path: Path) -> _Made:
    """All but the telling, which may be done in another process."""
    built = build(check_file(path, options.roots), wanted, options.strict)
    targets = {options.output / f"{path.stem}.{kind}": content for kind, content in built.outputs.items()}
    for name, outputs in built.beside.items():
        targets |= {options.output / f"{path.stem}-{name}.{kind}": content for kind, content in outputs.items()}
    if targets:
        write_files(targets)
    return _Made(path.stem, built.report, _sources(built.checked), tuple(targets))


def check_files(files: list[Path], roots: tuple[Path, ...], everything: bool) -> int:
    """Check every file; the exit code is the heaviest of them."""
    codes = [0]
    for path in _progress(files, len(files)):
        checked = check_file(path, roots)
        show_report(checked.report, _sources(checked), everything)
        codes.append(_code(checked.report))
    return max(codes)


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
