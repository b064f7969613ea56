"""Letters as the pack makes them, each with one clause of GB/T 9704-2012 broken, as a hand in Word or WPS breaks it.

Paragraphs are found by how they begin. Direct formatting is laid over a paragraph, or its style is changed.
"""

import re
import zipfile
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from lxml import etree
from tests.support.letter import MARKED, letter

from reportgen.pipeline.build import build
from reportgen.pipeline.check import check_file
from reportgen.record import Struct

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DECLARED = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_DOCUMENT, _STYLES = "word/document.xml", "word/styles.xml"
Parts = dict[str, bytes]
Edit = Callable[[Parts], None]

TRADES = {
    "医院": ("示例县人民医院", "某医", "示例县卫生健康局"),
    "学校": ("某市实验中学", "某实中", "某市教育局"),
    "法院": ("示例县人民法院", "某法", "示例县财政局"),
    "水务": ("某区水务局", "某水", "某区财政局"),
}
"""Unit, the characters of its numbers, and whom it writes to."""
_LEVELS = ("  # 存在的问题", "  # 日常管理\n  ## 维护记录\n  补登不及时。\n  ### 登记\n  当日登记。\n  # 存在的问题")


@cache
def ground(trade: str) -> Parts:
    """The parts of a right letter of that trade."""
    unit, code, addressee = TRADES[trade]
    text = letter(*MARKED, _LEVELS, annex=True)
    for old, new in (("某市科学技术协会", unit), ("某科协", code), ("某市财政局", addressee)):
        text = text.replace(old, new)
    with TemporaryDirectory() as folder:
        source = Path(folder) / "公文.yaml"
        source.write_text(text, encoding="utf-8")
        content = build(check_file(source), ("docx",)).outputs["docx"]
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Parts) -> bytes:
    """The parts as a file."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


UNSEEN = {
    "正文 1.5 倍行距（直接设）": "几段行距与别的不同，印出来分不清是不是段与段之间的空",
    "发文机关标志靠左": "标志几乎与版心等宽，靠左和居中只差半个字",
    "正文回行也缩进": "行行都缩进，分不出哪一行是一段的开头",
    "附件不另起一面": "后面的表格放不下，附件还是到了下一面",
    "抄送最后没有句号": "抄送的第二行认不出是不是接着第一行",
}
"""Broken letters whose PDF looks right."""


class Mutant(Struct, frozen=True):
    """One clause broken: what is done, the code of the rule that tells it, and words of what it says."""

    clause: str
    done: str
    code: str
    label: str
    edit: Edit

    @property
    def unseen(self) -> str:
        """Why a PDF does not show it; empty where it does."""
        return UNSEEN.get(self.done, "")

    def of(self, trade: str) -> bytes:
        """The broken letter."""
        parts = dict(ground(trade))
        before = dict(parts)
        self.edit(parts)
        assert parts != before, self.done
        return packed(parts)


def _text(node: Any) -> str:
    return "".join(each.text or "" for each in node.iter(_W + "t"))


def _on(begins: str, change: Callable[[Any], None]) -> Edit:
    """Changes each paragraph of the document whose words match."""

    def edit(parts: Parts) -> None:
        root = etree.fromstring(parts[_DOCUMENT])
        found = [node for node in root.iter(_W + "p") if re.match(begins, _text(node))]
        assert found, begins
        for node in found:
            change(node)
        parts[_DOCUMENT] = etree.tostring(root)

    return edit


def laid(begins: str, paragraph: str = "", letters: str = "") -> Edit:
    """Direct formatting of a paragraph, and of its runs."""

    def change(node: Any) -> None:
        _lay(node.find(_W + "pPr"), paragraph)
        for run in node.iter(_W + "r"):
            own = run.find(_W + "rPr")
            if own is None:
                run.insert(0, own := etree.Element(_W + "rPr"))
            _lay(own, letters)

    return _on(begins, change)


def _lay(properties: Any, xml: str) -> None:
    for each in etree.fromstring(f"<x {_DECLARED}>{xml}</x>"):
        for old in properties.findall(each.tag):
            properties.remove(old)
        properties.append(each)


def styled(style: str, paragraph: str = "", letters: str = "") -> Edit:
    """A style changed."""

    def edit(parts: Parts) -> None:
        root = etree.fromstring(parts[_STYLES])
        node = next(each for each in root.iter(_W + "style") if each.get(_W + "styleId") == style)
        for name, xml in (("pPr", paragraph), ("rPr", letters)):
            own = node.find(_W + name)
            if own is None:
                node.append(own := etree.Element(_W + name))
            _lay(own, xml)
        parts[_STYLES] = etree.tostring(root)

    return edit


def said(begins: str, old: str, new: str) -> Edit:
    """Words of a paragraph changed."""

    def change(node: Any) -> None:
        for each in node.iter(_W + "t"):
            each.text = re.sub(old, new, each.text or "")

    return _on(begins, change)


def dropped(begins: str) -> Edit:
    """A paragraph deleted."""
    return _on(begins, lambda node: node.getparent().remove(node))


def section(**sides: str) -> Edit:
    """Margins or paper changed."""

    def edit(parts: Parts) -> None:
        text = parts[_DOCUMENT].decode()
        for name, twips in sides.items():
            text = re.sub(rf'w:{name}="\d+"', f'w:{name}="{twips}"', text)
        parts[_DOCUMENT] = text.encode()

    return edit


def replaced(part: str, old: str, new: str) -> Edit:
    """The XML of parts whose names match changed as text."""

    def edit(parts: Parts) -> None:
        for name in [name for name in parts if re.fullmatch(part, name)]:
            parts[name] = re.sub(old, new, parts[name].decode(), flags=re.DOTALL).encode()

    return edit


_SIZE = '<w:sz w:val="{0}"/>'
_FACE = '<w:rFonts w:eastAsia="{0}"/>'
_RED = '<w:color w:val="FF0000"/>'
_LEFT = '<w:ind w:left="0" w:leftChars="0" w:right="0" w:rightChars="0" w:firstLine="0" w:firstLineChars="0"/>'
_TO_LEFT = '<w:jc w:val="left"/>' + _LEFT
_NO_SPACE = '<w:spacing w:before="0" w:beforeLines="0" w:after="0" w:line="579" w:lineRule="exact"/>'
_SINGLE = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
_HALF_MORE, _AT_LEAST = _SINGLE.replace("240", "360"), _SINGLE.replace("auto", "atLeast")
_TIGHT = _SINGLE.replace('w:line="240" w:lineRule="auto"', 'w:line="480" w:lineRule="exact"')
_SONG, _FANGSONG, _HEI = (_FACE.format(name) for name in ("宋体", "仿宋_GB2312", "黑体"))
_SMALL = _SIZE.format(24)
_BLACK = '<w:color w:val="000000"/>'
_RULE = 'w:val="single" w:sz="16" w:color="000000"'
_BLACK_RULES = f"<w:pBdr><w:top {_RULE}/><w:bottom {_RULE}/></w:pBdr>"
_INDENT = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
_HANGING = '<w:ind w:left="640" w:leftChars="200" w:firstLine="0" w:firstLineChars="0"/>'
_RIGHT, _CENTRE = '<w:jc w:val="(?:right|end)"/>', '<w:jc w:val="center"/>'
_FOOTERS = r"word/footer\d*\.xml"
_TEXT = "(?:按照|我会|展厅|部分)"
_NUMBER = r".*〔2025〕12号"
_UNIT = r"(?:示例县人民医院|某市实验中学|示例县人民法院|某区水务局)$"
_TITLE = r".*关于报送"
_DAY = "2025年3月20日$"

MUTANTS = (
    Mutant("5.2.1", "页边距改回 Word 的默认值", "LAY001", "订口", section(left="1800", right="1800")),
    Mutant("5.2.1", "天头改成 25.4 毫米", "LAY001", "天头", section(top="1440")),
    Mutant("5.1", "纸张改成 Letter", "LAY001", "纸张", section(w="12240", h="15840")),
    Mutant("5.2.3", "正文行距固定 24 磅", "LAY003", "每面 26 行", styled("GWBody", _TIGHT)),
    Mutant("5.2.3", "正文单倍行距（样式）", "LAY010", "单倍行距", styled("GWBody", _SINGLE)),
    Mutant(
        "5.2.3",
        "正文 1.5 倍行距（直接设）",
        "LAY010",
        "1.5 倍行距",
        laid(_TEXT, _HALF_MORE),
    ),
    Mutant("5.2.3", "正文最小值行距", "LAY010", "最小值", styled("GWBody", _AT_LEAST)),
    Mutant("5.2.2", "正文改成宋体（样式）", "LAY002", "正文·字体字号", styled("GWBody", letters=_SONG)),
    Mutant("5.2.2", "正文改成小四号", "LAY002", "正文·字体字号", styled("GWBody", letters=_SMALL)),
    Mutant("5.2.4", "正文改成红字", "LAY012", "正文·颜色", laid(_TEXT, letters=_RED)),
    Mutant("5.2.4", "标题改成蓝字", "LAY012", "标题·颜色", laid(_TITLE, letters='<w:color w:val="0070C0"/>')),
    Mutant("7.2.1", "份号写成四位", "LAY014", "份号写作", said("000012", "000012", "0012")),
    Mutant(
        "7.2.1",
        "份号左空二字",
        "LAY008",
        "份号·左空",
        laid("000012", _INDENT),
    ),
    Mutant("7.2.2", "密级改成仿宋", "LAY002", "密级·字体字号", laid("秘密", letters=_FANGSONG)),
    Mutant("7.2.2", "保密期限用汉字", "LAY014", "密级写作", said("秘密", "1年", "一年")),
    Mutant("7.2.3", "紧急程度写成急件", "LAY014", "紧急程度写作", said("特急", "特急", "急件")),
    Mutant("7.2.3", "紧急程度改成小四号", "LAY002", "紧急程度·字体字号", laid("特急", letters=_SMALL)),
    Mutant(
        "7.2.4",
        "红头改成黑字",
        "LAY012",
        "发文机关标志·颜色",
        styled("GWLetterhead", letters=_BLACK),
    ),
    Mutant("7.2.4", "发文机关标志靠左", "LAY009", "发文机关标志·居中", laid(".*文件$", _TO_LEFT)),
    Mutant("7.2.5", "发文字号用方括号", "PUN004", "〔2025〕12号", said(_NUMBER, "〔2025〕", "[2025]")),
    Mutant("7.2.5", "发文字号加「第」", "PUN004", "〔2025〕12号", said(_NUMBER, "〕12号", "〕第12号")),
    Mutant("7.2.5", "发文字号补 0", "PUN004", "〔2025〕12号", said(_NUMBER, "〕12号", "〕012号")),
    Mutant("7.2.5", "发文字号里有空格", "LAY015", "发文字号写作", said(_NUMBER, "〔2025〕", " 〔2025〕 ")),
    Mutant("7.2.6", "签发人用半角冒号", "PUN001", "「:」应为「：」", said(_NUMBER, "签发人：", "签发人:")),
    Mutant("7.2.6", "发文字号左边不空", "LAY008", "发文字号和签发人·左空", laid(_NUMBER, _LEFT)),
    Mutant(
        "7.2.7",
        "红线改成黑线",
        "LAY013",
        "红线",
        styled(
            "GWRedRule",
            _BLACK_RULES,
        ),
    ),
    Mutant("7.2.7", "去掉红线", "LAY013", "没有红线", styled("GWRedRule", "<w:pBdr/>")),
    Mutant("7.3.1", "标题靠左", "LAY009", "标题·居中", laid(_TITLE, _TO_LEFT)),
    Mutant("7.3.1", "标题改成宋体", "LAY002", "标题·字体字号", laid(_TITLE, letters=_SONG)),
    Mutant("7.3.1", "标题改成小二号", "LAY002", "标题·字体字号", styled("GWTitle", letters=_SIZE.format(36))),
    Mutant("7.3.1", "标题与红线之间不空行", "LAY011", "标题·上空", laid(_TITLE, _NO_SPACE)),
    Mutant("7.3.2", "主送机关没有冒号", "LAY016", "没有冒号", said(".*局：$", "：", "")),
    Mutant("7.3.2", "主送机关用半角冒号", "PUN001", "「:」应为「：」", said(".*局：$", "：", ":")),
    Mutant(
        "7.3.2",
        "主送机关左空二字",
        "LAY008",
        "主送机关·左空",
        laid(".*局：$", _INDENT),
    ),
    Mutant("7.3.2", "主送机关上面不空行", "LAY011", "主送机关·上空", styled("GWTitle", _NO_SPACE)),
    Mutant("7.3.3", "正文没有首行缩进（样式）", "LAY008", "正文·首行缩进", styled("GWBody", _LEFT)),
    Mutant("7.3.3", "正文没有首行缩进（直接设）", "LAY008", "正文·首行缩进", laid(_TEXT, _LEFT)),
    Mutant(
        "7.3.3",
        "正文回行也缩进",
        "LAY008",
        "正文·回行",
        laid(_TEXT, _HANGING),
    ),
    Mutant(
        "7.3.3",
        "一级标题改成仿宋",
        "LAY002",
        "一级标题·字体字号",
        styled("GWHeading1", letters=_FANGSONG),
    ),
    Mutant("7.3.3", "一级标题不缩进", "LAY008", "一级标题·左空", laid("一、", _LEFT)),
    Mutant("7.3.3", "二级标题改成黑体", "LAY002", "二级标题·字体字号", laid("（一）", letters=_HEI)),
    Mutant("7.3.3", "（一）写成（1）", "LAY025", "「一、」下面用了「（1）」", said("（一）", "（一）", "（1）")),
    Mutant("7.3.4", "附件名称后加句号", "LAY017", "标点", said("附件：", "$", "。")),
    Mutant("7.3.4", "附件说明用半角冒号", "PUN001", "「:」应为「：」", said("附件：", "：", ":")),
    Mutant("7.3.4", "附件说明顶格", "LAY008", "附件说明·左空", laid("附件：", _LEFT)),
    Mutant("7.3.4", "附件说明上面不空行", "LAY011", "附件说明·上空", laid("附件：", _NO_SPACE)),
    Mutant("7.3.5", "署名靠左", "LAY019", "署名·位置", laid(_UNIT, _TO_LEFT)),
    Mutant("7.3.5", "成文日期靠左", "LAY019", "成文日期·位置", laid(_DAY, _TO_LEFT)),
    Mutant("7.3.5", "署名不右空二字", "LAY019", "署名·位置", laid(_UNIT, '<w:jc w:val="right"/>' + _LEFT)),
    Mutant("7.3.5", "署名上面不空行", "LAY011", "署名·上空", laid(_UNIT, _NO_SPACE)),
    Mutant("7.3.5", "成文日期用汉字数字", "LAY020", "汉字数字", said(_DAY, ".+", "二〇二五年三月二十日")),
    Mutant("7.3.5", "写了「此页无正文」", "LAY022", "标准不许", said("特此报告", ".+", "（此页无正文）")),
    Mutant("7.3.6", "附注没有括号", "LAY021", "括号", said("（联系人", "[（）]", "")),
    Mutant("7.3.6", "附注顶格", "LAY008", "附注·左空", laid("（联系人", _LEFT)),
    Mutant("7.3.7", "附件不另起一面", "LAY018", "另面编排", laid("附件$", '<w:pageBreakBefore w:val="0"/>')),
    Mutant("7.3.7", "附件标记后加冒号", "LAY018", "写法", said("附件$", "附件", "附件：")),
    Mutant("7.3.7", "附件标记改成仿宋", "LAY002", "附件标记·字体字号", laid("附件$", letters=_FANGSONG)),
    Mutant("7.3.7", "去掉附件标记", "STR014", "没有写「附件」", dropped("附件$")),
    Mutant("7.3.7", "附件标题靠左", "LAY009", "附件标题·居中", laid("项目支出绩效自评表$", _TO_LEFT)),
    Mutant("7.4.1", "版记的粗线都改成细线", "LAY024", "粗", replaced(_DOCUMENT, 'w:sz="(?:8|12)"', 'w:sz="4"')),
    Mutant("7.4.2", "抄送最后没有句号", "LAY023", "句号", said("抄送", "。$", "")),
    Mutant("7.4.2", "抄送用半角冒号", "PUN001", "「:」应为「：」", said("抄送", "：", ":")),
    Mutant("7.4.2", "抄送改成三号", "LAY002", "抄送·字体字号", laid("抄送", letters=_SIZE.format(32))),
    Mutant("7.4.3", "印发日期没有「印发」", "LAY023", "写法不对", said(r".*\d日印发", "印发", "")),
    Mutant("7.4.3", "印发机关顶格", "LAY008", "印发机关和印发日期·左空", laid(r".*\d日印发", _LEFT)),
    Mutant("7.5", "页码写成第 1 页", "LAY004", "页码写作", replaced(_FOOTERS, "— (.*) —", r"第 \1 页")),
    Mutant(
        "7.5",
        "没有页码",
        "LAY004",
        "没有页码",
        replaced(_FOOTERS, r"<w:p[ >].*</w:p>", "<w:p/>"),
    ),
    Mutant(
        "7.5",
        "页码居中",
        "LAY004",
        "居中",
        replaced(r"word/styles\.xml", _RIGHT, _CENTRE),
    ),
)
