"""`build` and `check`: the pipeline run over files, with progress, reports and exit codes."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from reportgen.cli.console import complain, show, show_report
from reportgen.diagnostics.diagnostic import Severity
from reportgen.diagnostics.report import Report
from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.pipeline.build import FORMATS, Built, build
from reportgen.pipeline.check import Checked, check_file
from reportgen.world import write_files

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
    for path in _progress(files):
        built = build(check_file(path, options.roots), wanted, options.strict)
        show_report(built.report, _sources(built.checked), options.everything)
        if built.outputs:
            targets = {options.output / f"{path.stem}.{name}": content for name, content in built.outputs.items()}
            write_files(targets)
            show(_("已生成：{names}", names="  ".join(str(target) for target in targets)))
        else:
            complain(_("没有生成 {name}：请先改正上面的问题，原来的文件没有动。", name=path.stem))
        codes.append(_build_code(built))
    return max(codes)


def check_files(files: list[Path], roots: tuple[Path, ...], everything: bool) -> int:
    """Check every file; the exit code is the heaviest of them."""
    codes = [0]
    for path in _progress(files):
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


def _progress(files: list[Path]) -> Iterator[Path]:
    if len(files) < _MANY or not sys.stderr.isatty():
        yield from files
        return
    with click.progressbar(files, label=_("正在处理"), file=sys.stderr) as bar:
        yield from _iterate(bar)


def _iterate(bar: Iterable[Path]) -> Iterator[Path]:
    yield from bar


def _sources(checked: Checked) -> dict[str, tuple[str, ...]]:
    return {checked.source.file: checked.source.lines}


def _build_code(built: Built) -> int:
    return 2 if not built.outputs else _code(built.report)


def _code(report: Report) -> int:
    if report.fatal:
        return 2
    return 1 if report.at_least(Severity.ERROR) else 0
