"""`reportgen` and its commands.

Exit codes: 0 nothing to report, 1 findings, 2 unusable input, 3 the environment, 4 the program's own fault.
"""

import sys
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import click

from reportgen.cli.adopt import adopt
from reportgen.cli.archives import verify
from reportgen.cli.choices import EDITION, FAIL_LEVEL, IGNORE, SELECT
from reportgen.cli.click_messages import Command, Group, Judging, usage_message
from reportgen.cli.completion import completion, one_of, pack_names
from reportgen.cli.console import complain, complain_of
from reportgen.cli.copies import review
from reportgen.cli.diff import diff
from reportgen.cli.docs import docs
from reportgen.cli.documents import build, once_or_watching
from reportgen.cli.editor import schema
from reportgen.cli.letter import SINCE, letter
from reportgen.cli.new import new
from reportgen.cli.next_year import roll
from reportgen.cli.open import open_desk
from reportgen.cli.options import ALL, CONTENT, HELP, LIMITS, TEMPLATES, VERSION, WATCH
from reportgen.cli.pull import pull
from reportgen.cli.rule import rule
from reportgen.cli.summary import summary
from reportgen.cli.workbooks import AGAINST, fill
from reportgen.errors import ReportgenError, UsageProblem
from reportgen.language import LANGUAGES, _, use_language
from reportgen.model.edition import Edition
from reportgen.world import open_standard_streams, raise_garbage_collection_threshold


@click.group(
    cls=Group,
    help="把 YAML 内容文件做成预算绩效文档（docx 和 PDF），并核对其中的数字；也检查别人写好的 Word、PDF 报告。",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 120},
    add_help_option=False,
)
@click.option(
    "--lang",
    metavar="zh|en",
    shell_complete=one_of("zh", "en"),
    expose_value=False,
    help="提示和说明用中文（zh，默认）还是英文（English: --lang en）",
)
@VERSION
@HELP
def app() -> None:
    """Options that stand before every command are read in `main`."""


@app.command(
    cls=Judging,
    add_help_option=False,
    help="检查内容文件，或别人写好的报告（.docx、.pdf、.txt）：内容、每个数字、用词和格式。",
)
@CONTENT
@click.option(
    "--output-format",
    default="text",
    metavar="格式",
    shell_complete=one_of("text", "concise", "json", "sarif", "github", "junit", "html"),
    help="text（默认）、concise、json、sarif、github、junit、html；多个文件写在一份里",
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="文件", help="检查结果写到哪个文件（默认显示出来）"
)
@SELECT
@IGNORE
@FAIL_LEVEL
@EDITION
@click.option("--statistics", is_flag=True, help="只列出每个代码有几处")
@WATCH
@click.option("--fix", is_flag=True, help="自动改有把握的：半角标点、日期写法等；别人写的 docx 只改版式，另存一份")
@click.option("--unsafe-fixes", is_flag=True, help="连要人核对的也改：易错词、比率、等级等；改后请逐处核对")
@click.option("--diff", is_flag=True, help="只列出会怎样改，不写文件")
@AGAINST
@SINCE
@click.option("--numbers", is_flag=True, help="列出正文和表格里的每个数字、与什么挂钩，以及挂钩率")
@LIMITS
@TEMPLATES
@ALL
@HELP
def check(files: tuple[str, ...], watch: bool, numbers: bool, since: Path | None, **options: Any) -> int:
    """Check content files and documents that others wrote."""
    from reportgen.cli.check import Options, check_files
    from reportgen.cli.files import content_files, usable_files

    asked = Options(**options)

    def run(paths: list[Path]) -> int:
        if since is not None:
            from reportgen.cli.since import settle_files

            return settle_files(paths, since, asked)
        if not numbers:
            return check_files(paths, asked)
        from reportgen.cli.numbers import list_numbers

        return list_numbers(paths, asked.roots, asked.limits)

    if asked.against and (numbers or asked.diff):
        raise UsageProblem(_("--against 不和 --numbers、--diff 一起用"))
    if since is not None and (numbers or asked.diff or asked.fixes or asked.against):
        raise UsageProblem(_("--since 不和 --numbers、--diff、--fix、--against 一起用"))
    if watch and asked.fixes:
        raise UsageProblem(_("--watch 和 --fix 不能一起用：文件正在被编辑"))
    if numbers and asked.edition is not Edition.INTERNAL:
        raise UsageProblem(_("--edition 不和 --numbers 一起用"))
    named = partial(usable_files if watch else content_files, files, finished=True)
    return once_or_watching(watch, asked.roots, named, run)


@app.command(cls=Command, add_help_option=False, help="列出文种（模板）和各自需要的内容；--test 运行模板自己的测试。")
@click.option(
    "--test",
    is_flag=False,
    flag_value="",
    metavar="[文种]",
    shell_complete=pack_names,
    help="运行模板文件夹里的 tests.yaml；不写文种就运行全部",
)
@TEMPLATES
@HELP
def packs(test: str | None, roots: tuple[Path, ...]) -> int:
    """List packs, or run their tests."""
    from reportgen.cli.settled import roots_here

    if test is None:
        from reportgen.cli.explain import list_packs

        return list_packs(roots_here(roots))
    from reportgen.cli.pack_tests import run_tests

    return run_tests(test, roots_here(roots))


@app.command(cls=Command, add_help_option=False, help="检查安装：各引擎的版本、字体和替代关系、模板是否完好。")
@TEMPLATES
@click.option("--fix", is_flag=True, help="接受 --templates 里各个模板的修订，删去批注，写回 template.docx")
@HELP
def doctor(roots: tuple[Path, ...], fix: bool) -> int:
    """Look at the installation."""
    from reportgen.cli.doctor import examine
    from reportgen.cli.settled import roots_here

    return examine(roots_here(roots), fix)


for command in (
    build,
    open_desk,
    rule,
    new,
    roll,
    fill,
    adopt,
    review,
    pull,
    diff,
    letter,
    summary,
    verify,
    schema,
    docs,
    completion,
):
    app.add_command(command)


def main(arguments: list[str] | None = None) -> None:
    """Run the program and exit with its code; no user's mistake ends in a traceback."""
    open_standard_streams()
    raise_garbage_collection_threshold()
    sys.exit(_exit_code(list(sys.argv[1:] if arguments is None else arguments)))


def _exit_code(words: list[str]) -> int:
    try:
        return app.main(_take_language(words) or ["--help"], prog_name="reportgen", standalone_mode=False) or 0
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else "reportgen"
        complain(_("用法不对: {why}", why=usage_message(error)))
        complain(_("可用 {command} 查看用法。", command=f"{command} --help"))
        return 2
    except (click.Abort, KeyboardInterrupt):
        return 130
    except ReportgenError as error:
        return complain_of(error)
    except Exception as error:  # noqa: BLE001 - the net below everything else
        from reportgen.cli.guard import unforeseen

        return complain_of(unforeseen(error))


def _take_language(words: list[str]) -> list[str]:
    """`--lang en` may stand anywhere: help pages need it before click reads the rest."""
    rest: list[str] = []
    language = ""
    items = iter(words)
    for word in items:
        if word == "--lang":
            language = next(items, "?")
        elif word.startswith("--lang="):
            language = word.removeprefix("--lang=")
        else:
            rest.append(word)
    language = language or _language_of_settings(rest)
    if language not in LANGUAGES:
        raise click.UsageError(_("--lang 只能是 {languages}", languages=_("、").join(LANGUAGES)))
    use_language(language)
    return rest


def _language_of_settings(words: list[str]) -> str:
    """That of the first file or folder that is named, or of the working folder. Wrong settings are told later on."""
    from reportgen.settings import settings_for

    with suppress(UsageProblem, OSError):
        start = next((path for path in map(Path, words) if path.exists()), Path())
        return settings_for(start).language or LANGUAGES[0]
    return LANGUAGES[0]
