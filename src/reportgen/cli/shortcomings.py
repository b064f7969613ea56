"""What an engine, Word or LibreOffice cannot do of the pages that a document asks for: told by `doctor`.

Nothing of it is faked: whoever opens such a file finds what is said here.
"""

from collections.abc import Iterator

from reportgen.cli.console import show
from reportgen.language import _


def show_shortcomings() -> None:
    """All of them, by what shows the page."""
    show(_("各种输出做不到的："))
    for name, lines in _all():
        show(f"  {name}")
        for line in lines:
            show(f"    - {line}")
    show()


def _all() -> Iterator[tuple[str, tuple[str, ...]]]:
    yield (
        _("PDF（typst，默认）"),
        (
            _("同一行有两条注的，后一条可能排到下一页"),
            _("超过 500 行的表，合并格到了下一页不再印一次它的字"),
        ),
    )
    yield (
        _("PDF（weasyprint）"),
        (
            _("不是 PDF/A，不能用 --archive 存档"),
            _("合并格到了下一页，不再印一次它的字；有编号的表，不印「表1（续）」"),
            _("有注、有着重的段落里，发文字号可能拆在两行"),
            _("有版记的文件，注的上面没有线"),
            _("双面印刷只看第几张，页码从 1 另起的，左右可能相反"),
        ),
    )
    yield (
        _("docx（Word、WPS）"),
        (
            _("合并格到了下一页，不再印一次它的字；有编号的表，不印「表1（续）」"),
            _("注的圈码只到 ⑳，以后是 21、22"),
            _("最后几行旁边有合并格的，可能分在两页"),
            _("只生成 docx 时（--format docx），末页只剩署名也不收紧"),
        ),
    )
    yield (
        _("docx 用 LibreOffice 7.4 打开"),
        (
            _("汉字与数字之间多一点空，行末的标点悬在外面，换行与 Word 不同"),
            _("发文字号可能拆在两行，一行可能以 % 开头"),
            _("一行比一页还长的，从一条的中间断开"),
        ),
    )
