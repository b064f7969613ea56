"""The manual pages of all codes → docs/rules/: one page a code, and README.md, the index by family.

The pages are what `reportgen rule CODE` shows, in Chinese. Pages of codes that are gone are deleted; `--check` writes
nothing and exits 1 when a page is stale.
"""

import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from reportgen.diagnostics.manual import Manual
from reportgen.rules.manuals import manuals

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "rules"
INDEX = "README.md"

FAMILIES = {
    "NUM": "数字勾稽",
    "SCO": "评分与等级",
    "IND": "绩效指标",
    "DOC": "几份文件之间",
    "YRS": "年度之间",
    "STR": "结构与完整",
    "WRD": "用词",
    "PUN": "标点",
    "FMT": "格式",
    "LAY": "成品的版面",
    "DIS": "公开与个人信息",
    "SRC": "内容文件的写法",
    "CON": "字段的内容",
    "REF": "数字的引用",
    "PCK": "模板",
    "SUP": "忽略",
    "VER": "生成的文件",
    "WBK": "与工作簿核对",
}
"""The letters of the codes, in the order of the index; a family that is not named here stands last, by its letters."""

INTRODUCTION = """\
# 规则手册

每个代码一页：查什么，为什么查，错例和正例，依据，怎样改。
这些页由 `script/rule_pages.py` 从规则的说明生成，要改请改规则的说明。

| 级别 | 意思 | 退出码 |
|---|---|---|
| 致命 | 文档做不出来，必须先改 | 2 |
| 错误 | 交出去以前要改正，或写明原因忽略 | 1 |
| 警告 | 要改正或说得清楚 | 0（`--fail-level 警告` 时为 1） |
| 提示 | 供参考 | 0（`--fail-level 提示` 时为 1） |

不确定的问题印作「疑似」。只查几类：`reportgen check --select NUM,PUN001`；不查几类：`--ignore`。
接受某一处：在那一行写 `# 忽略 代码：原因`（致命的不能忽略）。
"""


def pages() -> dict[str, str]:
    """Every page by the name of its file."""
    known = sorted(manuals().values(), key=_position)
    return {INDEX: _index(known)} | {f"{manual.code}.md": _page(manual) for manual in known}


def _position(manual: Manual) -> tuple[int, str]:
    order = list(FAMILIES)
    return order.index(manual.family) if manual.family in order else len(order), manual.code


def _title(family: str) -> str:
    return f"{family} {FAMILIES.get(family, '')}".rstrip()


def _page(manual: Manual) -> str:
    anchor = _title(manual.family).lower().replace(" ", "-")
    return (
        f"# {manual.code} {manual.title}\n\n"
        f"级别：{manual.severity.value}　类别：[{_title(manual.family)}]({INDEX}#{anchor})\n\n"
        f"{manual.markdown()}\n"
        f"---\n\n终端里看这一页：`reportgen rule {manual.code}`。[全部规则]({INDEX})\n"
    )


def _index(known: list[Manual]) -> str:
    return "\n".join([INTRODUCTION, *_families(known)])


def _families(known: list[Manual]) -> Iterator[str]:
    for family, members in groupby(known, key=lambda manual: manual.family):
        yield f"## {_title(family)}\n"
        yield "| 代码 | 级别 | 问题 |\n|---|---|---|"
        for manual in members:
            yield f"| [{manual.code}]({manual.code}.md) | {manual.severity.value} | {_cell(manual.title)} |"
        yield ""


def _cell(text: str) -> str:
    """A bar would end the cell."""
    return text.replace("|", "\\|")


def stale(folder: Path = FOLDER) -> list[str]:
    """Names of pages that are missing, differ, or belong to no code."""
    wanted = pages()
    there = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.md")}
    return sorted(name for name in wanted.keys() | there.keys() if wanted.get(name) != there.get(name))


def write(folder: Path = FOLDER) -> list[str]:
    """Bring the pages up to date; returns the names of those that changed."""
    folder.mkdir(parents=True, exist_ok=True)
    changed, wanted = stale(folder), pages()
    for name in changed:
        if name in wanted:
            (folder / name).write_text(wanted[name], encoding="utf-8")
        else:
            (folder / name).unlink()
    return changed


def main() -> int:
    if "--check" in sys.argv[1:]:
        found = stale()
        print(f"docs/rules: {len(found)} stale  {' '.join(found)}".rstrip())
        return 1 if found else 0
    print(f"docs/rules: {len(write())} pages written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
