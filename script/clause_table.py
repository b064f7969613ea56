"""The clauses of GB/T 9704-2012 → docs/条款对照.md: what is produced, what checks it, which broken letter shows it.

The letters are those of `tests/support/clause_mutants.py`. `--check` writes nothing and exits 1 when the page is stale.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.support.clause_mutants import MUTANTS, UNSEEN

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "条款对照.md"


class Clause(NamedTuple):
    """A clause: what it asks, the styles of the template that do it (or who else), the codes of rules that check it."""

    number: str
    asks: str
    styles: tuple[str, ...] = ()
    produced: str = ""
    codes: tuple[str, ...] = ()
    unseen: str = ""
    """Why no rule checks it, or what of it none checks."""


CLAUSES = (
    Clause("5.1", "A4 纸，210×297 毫米", produced="模板的页面设置", codes=("LAY001",)),
    Clause("5.2.1", "天头 37 毫米，订口 28 毫米，版心 156×225 毫米", produced="模板的页面设置", codes=("LAY001",)),
    Clause("5.2.2", "没有特别说明的用三号仿宋体", ("公文正文",), codes=("LAY002",)),
    Clause("5.2.3", "每面 22 行，每行 28 个字，撑满版心", ("公文正文",), codes=("LAY003", "LAY010")),
    Clause("5.2.4", "没有特别说明的用黑色", produced="全部样式", codes=("LAY012",)),
    Clause("6.1—6.3", "制版、印刷、装订", unseen="文件里看不见"),
    Clause("7.2.1", "份号：6 位三号阿拉伯数字，顶格排在版心左上角第一行", ("公文份号",), codes=("LAY008", "LAY014")),
    Clause("7.2.2", "密级和保密期限：三号黑体，中间用「★」", ("公文密级",), codes=("LAY002", "LAY008", "LAY014")),
    Clause("7.2.3", "紧急程度：三号黑体；与份号、密级的次序", ("公文密级",), codes=("LAY002", "LAY008", "LAY014")),
    Clause(
        "7.2.4",
        "发文机关标志：居中，红色，推荐小标宋体；联合行文一行一个，同样宽，「文件」在右边上下居中",
        ("公文发文机关标志",),
        codes=("LAY009", "LAY012"),
        unseen="字号由发文机关定；联合行文的次序只在内容文件里查（CON025）；上边缘到版心的 35 毫米不查",
    ),
    Clause(
        "7.2.5",
        "发文字号：空二行，居中；年份用〔〕，不加「第」、不补 0",
        ("公文发文字号",),
        codes=("LAY009", "LAY011", "LAY015", "PUN004"),
    ),
    Clause(
        "7.2.6",
        "签发人：与发文字号同行，左右各空一字，姓名用楷体；几个的每行两个，发文字号与最后一个同行",
        ("公文发文字号上行",),
        codes=("LAY008", "LAY015", "PUN001"),
        unseen="姓名的楷体不查",
    ),
    Clause(
        "7.2.7",
        "红色分隔线：与版心等宽",
        ("公文红色分隔线",),
        codes=("LAY013",),
        unseen="离发文字号的 4 毫米不量",
    ),
    Clause(
        "7.3.1",
        "标题：二号小标宋体（数字、字母也是），红线下空二行，居中，回行不拆词",
        ("公文标题",),
        codes=("LAY002", "LAY005", "LAY009", "LAY011"),
    ),
    Clause(
        "7.3.2",
        "主送机关：标题下空一行，顶格，最后用全角冒号",
        ("公文主送机关",),
        codes=("LAY008", "LAY011", "LAY016", "PUN001"),
    ),
    Clause(
        "7.3.3",
        "正文左空二字，回行顶格；一级黑体、二级楷体、三四级仿宋；序数一、（一）1.（1）",
        ("公文正文", "公文一级标题", "公文二级标题", "公文三级标题", "公文四级标题"),
        codes=("LAY002", "LAY008", "LAY025"),
    ),
    Clause(
        "7.3.4",
        "附件说明：正文下空一行，左空二字，「附件：1. 名称」，名称后不加标点",
        ("公文附件说明",),
        codes=("LAY008", "LAY011", "LAY017", "PUN001", "STR014"),
    ),
    Clause(
        "7.3.5",
        "署名、成文日期和印章的位置；日期用阿拉伯数字；不写「此页无正文」",
        ("公文署名", "公文成文日期"),
        codes=("LAY007", "LAY011", "LAY019", "LAY020", "LAY022"),
    ),
    Clause(
        "7.3.5.1",
        "加盖印章：日期右空四字，署名以它为准居中，印章下压署名和日期，上边距正文一行之内；几个机关一排三个，互不相交",
        produced="「加盖印章」「印章图片」，`tests/packs/test_seals.py` 在印出来的版面上量",
        unseen="查署名和日期的位置，印章的图不认",
    ),
    Clause(
        "7.3.5.2",
        "不加盖印章：署名右空二字，日期首字右移二字；联合行文的署名依次向下",
        ("公文署名", "公文成文日期"),
        unseen="由 7.3.5 一行的规则查",
    ),
    Clause(
        "7.3.5.3",
        "加盖签名章：正文下空二行，右空四字，左空二字写职务；日期下空一行，右空四字",
        produced="「签名章」，`tests/packs/test_seals.py` 在印出来的版面上量",
        unseen="职务与签名章相隔的二字不查",
    ),
    Clause(
        "7.3.5.5",
        "容不下印章和日期时调整行距、字距，不写「此页无正文」",
        produced="末页不到四分之一的，docx、PDF 都调整，`tests/packs/test_last_pages.py` 量",
        unseen="由 7.3.5 一行的规则查",
    ),
    Clause("7.3.6", "附注：左空二字，加圆括号", ("公文正文",), codes=("LAY008", "LAY021")),
    Clause(
        "7.3.7",
        "附件：另面编排，「附件」和顺序号三号黑体顶格，标题居中；不与正文一起装订的，第一行先写发文字号",
        ("公文附件标记", "公文附件标题"),
        codes=("LAY002", "LAY008", "LAY009", "LAY011", "LAY018", "STR014"),
        unseen="标题在第三行只查上面空一行",
    ),
    Clause("7.4.1", "版记的分隔线：首末粗、中间细，末条与版心下边缘重合", produced="模板的版记表格", codes=("LAY024",)),
    Clause(
        "7.4.2",
        "抄送：四号仿宋体，左右各空一字，最后用句号",
        ("公文抄送",),
        codes=("LAY002", "LAY008", "LAY023", "PUN001"),
    ),
    Clause(
        "7.4.3",
        "印发机关和印发日期：四号仿宋体，左右各空一字，后加「印发」",
        ("公文印发",),
        codes=("LAY002", "LAY008", "LAY023"),
    ),
    Clause(
        "7.5",
        "页码：四号半角宋体数字，左右一字线，单页居右、双页居左",
        ("公文页码", "公文页码双"),
        codes=("LAY004",),
        unseen="页码的字体和字号不查",
    ),
    Clause("8", "横排的表格", produced="模板的横排节", unseen="表头朝哪一边不查"),
    Clause("9", "计量单位、标点和数字的用法", unseen="由 PUN、FMT 各条规则按国家标准查，不在这张表里"),
    Clause(
        "10.1",
        "信函格式：首页上下红色双线，长 170 毫米；发文字号顶格居右；首页不排页码；版记只有抄送",
        produced="模板「公文（信函格式）」",
        unseen="发文字号的写法和位置由 LAY015 查，版记没有线不报；红色双线不查",
    ),
    Clause(
        "10.2",
        "命令（令）格式：标志上边缘距版心 20 毫米，令号上下各空二行，签发人右空四字；联合发布一行一个机关、一个签发人",
        produced="模板「公文（命令格式）」",
        unseen="认得红色的标志不是标题；令号、签发人的位置不查",
    ),
    Clause(
        "10.3",
        "纪要格式：标志上边缘距版心 35 毫米；出席、请假、列席三号黑体，回行对齐",
        produced="模板「公文（纪要格式）」",
        unseen="认得红色的标志不是标题；出席、请假、列席的位置不查",
    ),
)

_HEAD = """\
# 条款对照

《党政机关公文格式》（GB/T 9704-2012）的条款，哪一个样式照它排，哪一条规则查它，用哪一份改坏的公文验证过。
这一页由 `script/clause_table.py` 生成，由 `tests/test_clause_table.py` 核对：写出的样式在「公文」模板里都有
（第 10 章的模板由 `tests/packs/test_official_formats.py` 在印出来的版面上量，
联合行文由 `tests/packs/test_joint_papers.py`、联合发布的命令由 `tests/packs/test_joint_orders.py` 量），
写出的规则都有，每一份改坏的公文（{mutants} 份，医院、学校、法院、水务各做一些）都被所写的规则指出来；
没有改坏的，和各个模板的示例，一处也不报。改坏的 docx 印成 PDF，{seen} 份也被指出来；
其余 {unseen} 份印出来看不出，写在最后。
能改的（`check --fix`），改在另存的一份里，字不动，改完不再报；由 `tests/finished/test_resets.py` 逐份核对。

查的是最后显示出来的样子：样式、它依据的样式、默认值、直接设的格式都算在内。docx 和 PDF 用同样的规则，
但 PDF 里只有印出来的字和线：行距是不是「固定值」看不出，只看每面排几行；
没有红线的短公文量不准版心，与页边有关的可能不说。
同一个毛病只说一次，写明几段中有几段，并列出前五处。

| 条款 | 要求 | 照它排的 | 查它的 | 改坏了验证的 |
|---|---|---|---|---|
"""


def page() -> str:
    """The whole page."""
    counts = {"mutants": len(MUTANTS), "seen": len(MUTANTS) - len(UNSEEN), "unseen": len(UNSEEN)}
    return _HEAD.format(**counts) + "\n".join(map(_row, CLAUSES)) + "\n" + "".join(_unseen())


def _row(clause: Clause) -> str:
    styles = "、".join(f"样式「{style}」" for style in clause.styles) or clause.produced or "—"
    codes = " ".join(f"[{code}](rules/{code}.md)" for code in clause.codes) or "—"
    broken = "；".join(mutant.done for mutant in MUTANTS if mutant.clause == clause.number) or "—"
    return f"| {clause.number} | {clause.asks} | {styles} | {codes} | {broken} |"


def _unseen() -> Iterator[str]:
    yield "\n## 没有查的\n\n"
    yield from (f"- {clause.number}：{clause.unseen}\n" for clause in CLAUSES if clause.unseen)
    yield "\n## PDF 里看不出的\n\n"
    yield from (f"- {mutant.clause} {mutant.done}：{mutant.unseen}\n" for mutant in MUTANTS if mutant.unseen)


def main() -> int:
    if "--check" in sys.argv[1:]:
        stale = not PAGE.exists() or PAGE.read_text(encoding="utf-8") != page()
        print(f"{PAGE.relative_to(ROOT)}: {'stale' if stale else 'up to date'}")
        return int(stale)
    PAGE.write_text(page(), encoding="utf-8")
    print(f"{PAGE.relative_to(ROOT)} written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
