"""`letter` on the command line, and the option of `check` that names one; what they do stands in other modules."""

from pathlib import Path
from typing import Any

import click

from reportgen.cli.choices import IGNORE, SELECT
from reportgen.cli.click_messages import Judging
from reportgen.cli.options import CONTENT, HELP, LIMITS, TEMPLATES

SINCE = click.option(
    "--since",
    type=click.Path(path_type=Path),
    metavar="意见书",
    help="照审核意见书（.docx、.pdf、.yaml）销号：列出已改正、未改正、已说明和新发现的",
)


@click.command(
    "letter",
    cls=Judging,
    add_help_option=False,
    help="把审核结果写成审核意见书，一个单位一份（yaml、docx、PDF），几个单位另有一览表；--answers 收回单位的答复。",
)
@CONTENT
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="文件夹", help="写到哪个文件夹（默认 output）")
@click.option("--office", default="", metavar="名称", help="出具意见的单位；也可以写在 reportgen.toml 的 [letter] 里")
@click.option("--unit", default="", metavar="名称", help="被审核的单位，文件里看不出来时用")
@click.option("--title", default="", metavar="文字", help="意见书的标题，不写就由单位和年度组成")
@click.option("--year", type=int, default=0, metavar="年度", help="送审材料的年度，文件里看不出来时用")
@click.option("--date", "day", default="", metavar="日期", help="意见书的成文日期（默认今天）")
@click.option("--days", type=int, default=0, metavar="天数", help="几天内反馈，写进正文；也可以写在 reportgen.toml 里")
@click.option("--hints", is_flag=True, help="连「提示」一级的也写进去")
@click.option(
    "--since",
    type=click.Path(path_type=Path),
    metavar="上次的意见书",
    help="第二次审核：上次已说明的不再要求，没有改的重新要求（意见书另名「-复核」）",
)
@click.option("--force", is_flag=True, help="已经有这个单位的意见书也重新写")
@click.option(
    "--answers",
    type=click.Path(path_type=Path),
    metavar="寄回的意见书",
    help="把单位在 docx、PDF 里填的落实情况收进意见书的 yaml，默认只列出会怎样改",
)
@click.option("--apply", is_flag=True, help="与 --answers 同用：写进 yaml")
@SELECT
@IGNORE
@LIMITS
@TEMPLATES
@HELP
def letter(files: tuple[str, ...], answers: Path | None, apply: bool, **options: Any) -> int:
    """Write letters about papers of units, or take in the answers to one."""
    if answers is not None:
        from reportgen.cli.answers import take_answers

        return take_answers(files, answers, apply, options["limits"])
    from reportgen.cli.letters import Options, write_letters

    return write_letters(files, Options(**options))
