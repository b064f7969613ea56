"""The note that lists annexes, and the annexes behind it."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.diagnostics.repair import Trait
from reportgen.language import _
from reportgen.model.layout import Layout
from reportgen.model.setting import Placed
from reportgen.rules.layout.deviations import Asked, told
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.rules.wording.punctuation import widened

_NOTE = re.compile("附件：")
_LOOSE_NOTE = re.compile(r"附\s*件\s*\d*\s*[：:.．、]?")
_ITEM = re.compile(r"(?P<number>\d{1,2})[.．、].*", re.DOTALL)
"""2、 is said by PUN009."""
_ENDED = "。；，、;,."


@rule("LAY017", "附件说明的写法不对", Severity.WARNING)
def annex_note(layout: Layout, _scene: Scene) -> Iterator[Finding]:
    """附件说明写作「附件：名称」；有几个附件的用阿拉伯数字编号，写作「附件：1. 名称」；名称后面不加标点。

    半角冒号由 PUN001 报告，「1、」由 PUN009 报告。

    为什么: 附件说明是收文的人清点附件的依据，多了标点像是一句没写完的话。
    错例（版面）:
        段落:
          - {用途: 附件说明, 文字: 附件：1. 收支明细表；, 首行: 2, 上空: 1}
          - {用途: 附件说明, 文字: 2. 项目清单。, 首行: 5}
    正例（版面）:
        段落:
          - {用途: 附件说明, 文字: 附件：1. 收支明细表, 首行: 2, 上空: 1}
          - {用途: 附件说明, 文字: 2. 项目清单, 首行: 5}
    依据: 《党政机关公文格式》（GB/T 9704-2012）7.3.4：使用阿拉伯数字标注附件顺序号；附件名称后不加标点符号
    改法: 删去名称后面的标点；编号写成 1. 2.；「附件」后面加冒号
    """
    lines = layout.paragraphs("附件说明")
    if not lines:
        return
    yield from told("附件说明", layout.paragraphs("附件说明"), Asked(_("名称后的标点"), _("名称后面不加标点")), _ended)
    if not _NOTE.match(widened(lines[0].words.strip())):
        yield Finding(lines[0].place, _("应写作「附件：」"))
    elif slips := [placed for at, placed in enumerate(lines) if _misnumbered(at, placed, len(lines))]:
        yield Finding(slips[0].place, _("编号应写作「1.」「2.」"))


def _ended(placed: Placed) -> str | None:
    words = placed.words.strip()
    return _("有「{mark}」", mark=words[-1]) if words[-1:] and words[-1] in _ENDED else ""


def _misnumbered(at: int, placed: Placed, count: int) -> bool:
    words = placed.words.strip()
    words = _LOOSE_NOTE.sub("", words, count=1) if at == 0 else words
    item = _ITEM.fullmatch(words.strip())
    if count == 1 and item is None:
        return False
    return item is None or int(item["number"]) != at + 1


_MARK = re.compile(r"(?:[一-鿿]+〔\d{4}〕\d+号)?附件(?P<number>\d*)")
"""With 发文字号 of its text where the annex is not bound together with it."""


@rule("LAY018", "附件没有另面编排或标记不对", Severity.WARNING)
def annexes(layout: Layout, _scene: Scene) -> Iterator[Finding]:
    """附件另面编排，第一行顶格写「附件」和顺序号，后面不加冒号；有几个附件的都带顺序号。

    附件说明里列了、后面也附了，却没有标记的，由 STR014 报告。

    为什么: 附件接着正文排，分不清哪里是正文的结尾；没有顺序号，正文里的「见附件2」就找不到。
    错例（版面）:
        段落:
          - {用途: 附件标记, 文字: "附件1：", 首行: 0, 起页: 否}
    正例（版面）:
        段落:
          - {用途: 附件标记, 文字: 附件1, 首行: 0, 起页: 是}
          - {用途: 附件标记, 文字: 附件2, 首行: 0, 起页: 是}
    依据: 《党政机关公文格式》（GB/T 9704-2012）7.3.7：附件应当另面编排，“附件”二字及附件顺序号顶格编排
    改法: 在附件标记前插入分页符（或勾选「段前分页」）；写成「附件1」，去掉冒号
    """
    marks = layout.paragraphs("附件标记")
    yield from told("附件标记", marks, Asked(_("另面编排"), _("另起一面"), Trait.TURN), _on_the_same_page)
    yield from told("附件标记", marks, Asked(_("写法"), _("附件1")), _misspelt)
    yield from _unnumbered(layout)


def _on_the_same_page(placed: Placed) -> str | None:
    turns = placed.setting.turns
    if not placed.words.lstrip().startswith("附"):
        return ""  # with 发文字号 before it: the annex is a document of its own
    return None if turns is None else "" if turns else _("没有另起一面")


def _misspelt(placed: Placed) -> str | None:
    words = re.sub(r"\s", "", placed.words)
    return "" if _MARK.fullmatch(words) else _("写作「{words}」", words=words)


def _unnumbered(layout: Layout) -> Iterator[Finding]:
    """Marks without numbers where there are several."""
    marks = layout.paragraphs("附件标记")
    if len(marks) > 1 and any(not re.search(r"\d", placed.words) for placed in marks):
        yield Finding(marks[0].place, _("有 {count} 个附件，标记要带顺序号", count=len(marks)))
