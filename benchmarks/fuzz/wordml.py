"""What Word can write, and what nobody would: put into the text of a Word file at a random place."""

import random
from collections.abc import Callable
from typing import TypeAlias

from lxml import etree

from benchmarks.fuzz.elements import Element, W

_SPACES = {
    "w": W[1:-1],
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
}
_DECLARED = " ".join(f'xmlns:{name}="{space}"' for name, space in _SPACES.items())
_WHO = 'w:author="甲" w:date="2024-03-05T09:00:00Z"'
_P = "<w:p><w:r><w:t>支出5万元</w:t></w:r></w:p>"
_TC = f"<w:tc>{_P}</w:tc>"
_CONTROLLED = f"<w:sdt><w:sdtContent>{_TC}</w:sdtContent></w:sdt>"
_CHART = '<a:graphic><a:graphicData><c:chart r:id="rId1"/></a:graphicData></a:graphic>'
_BOX = f"<w:txbxContent>{_P}</w:txbxContent>"


def _number(dice: random.Random) -> int:
    return dice.choice((0, -1, 1, 2, 9, 63, 1000, 100_000, 2**31, 10**12))


def _runs(dice: random.Random) -> str:
    """Within a paragraph: fields, notes, remarks, revisions, breaks, symbols, pictures, boxes, formulas."""
    number = _number(dice)
    return dice.choice(
        (
            f'<w:r><w:footnoteReference w:id="{number}"/></w:r>',
            f'<w:r><w:endnoteReference w:id="{number}"/></w:r>',
            "<w:r><w:footnoteReference/></w:r>",
            f'<w:commentRangeStart w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>',
            f'<w:commentRangeEnd w:id="{number}"/><w:commentRangeStart w:id="x"/>',
            f'<w:ins w:id="{number}" {_WHO}><w:r><w:t>甲</w:t></w:r></w:ins>',
            '<w:ins><w:del><w:r><w:delText>甲</w:delText></w:r></w:del></w:ins><w:del w:id="1"/>',
            f'<w:moveFrom w:id="{number}" {_WHO}><w:r><w:t>甲</w:t></w:r></w:moveFrom>',
            f'<w:moveFromRangeStart w:id="{number}" w:name="a"/><w:moveToRangeEnd w:id="{number}"/>',
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * dice.choice((1, 2, 300)),
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            '<w:r><w:fldChar w:fldCharType="separate"/><w:instrText> = 1/0 \\# "0" </w:instrText></w:r>',
            '<w:fldSimple w:instr="PAGE"><w:fldSimple w:instr=""/></w:fldSimple>',
            f'<w:r><w:sym w:font="Wingdings" w:char="{number:X}"/></w:r>',
            '<w:r><w:br w:type="page"/><w:br w:type="column"/><w:tab/><w:ptab/><w:cr/><w:noBreakHyphen/></w:r>' * 9,
            "<w:r><w:ruby><w:rt><w:r><w:t>a</w:t></w:r></w:rt><w:rubyBase/></w:ruby></w:r>",
            '<w:r><w:drawing><wp:inline><wp:extent cx="-1" cy="x"/></wp:inline></w:drawing></w:r>',
            f'<w:r><w:drawing><wp:anchor><wp:extent cx="{number}" cy="1"/>{_picture()}</wp:anchor></w:drawing></w:r>',
            f"<w:r>{_boxes(dice.choice((1, 2, 60)))}</w:r>",
            f'<w:r><w:pict><v:shape style="width:{number}pt"><v:textbox>{_BOX}</v:textbox></v:shape></w:pict></w:r>',
            f"<w:r><w:drawing><wp:inline>{_CHART}</wp:inline></w:drawing></w:r>",
            '<w:r><w:object><o:OLEObject Type="Embed" r:id="rId999"/></w:object></w:r>',
            "<m:oMath><m:f><m:num/><m:den><m:r><m:t>0</m:t></m:r></m:den></m:f></m:oMath>",
            "<m:oMathPara><m:oMath/></m:oMathPara>",
            f'<w:hyperlink r:id="rId{number}" w:anchor="没有"><w:r><w:t>甲</w:t></w:r></w:hyperlink>',
            f'<w:bookmarkStart w:id="{number}" w:name=""/><w:bookmarkEnd w:id="x"/>',
            f"<w:sdt>{'<w:sdtContent><w:sdt>' * 40}{'</w:sdt></w:sdtContent>' * 40}</w:sdt>",
            '<w:smartTag><w:customXml w:element="a"><w:r><w:t>甲</w:t></w:r></w:customXml></w:smartTag>',
            f'<w:subDoc r:id="rId{number}"/>',
            "<w:r><w:t/><w:t> </w:t><w:t>一、</w:t><w:softHyphen/><w:lastRenderedPageBreak/></w:r>",
            '<w:r><w:rPr><w:vanish/><w:sz w:val="x"/><w:color/><w:rStyle/><w:rFonts/></w:rPr><w:t>甲</w:t></w:r>',
        )
    )


def _picture() -> str:
    return (
        '<a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="rId1" r:link="rId2"/>'
        '<a:srcRect l="200000" r="-5"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>'
    )


def _boxes(times: int) -> str:
    """A text box in a text box; the half for old Words beside it, at times without the other."""
    inside = _P
    for _level in range(times):
        inside = (
            '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData>'
            f"<wps:wsp><wps:txbx><w:txbxContent>{inside}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic>"
            f"</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>{_BOX}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
        )
    return f"<w:drawing><wp:anchor><wps:txbx><w:txbxContent>{inside}</w:txbxContent></wps:txbx></wp:anchor></w:drawing>"


def _paragraphs(dice: random.Random) -> str:
    """Paragraphs with odd properties: numbering, frames, tabs, styles, sections."""
    number = _number(dice)
    properties = dice.choice(
        (
            f'<w:numPr><w:ilvl w:val="{number}"/><w:numId w:val="1"/></w:numPr>',
            f'<w:numPr><w:ilvl/><w:numId w:val="{number}"/></w:numPr>',
            f'<w:outlineLvl w:val="{number}"/>',
            f'<w:pStyle w:val="{number}"/>',
            "<w:pStyle/><w:jc/><w:ind/><w:spacing/><w:tabs/>",
            f'<w:framePr w:w="{number}" w:hRule="x"/>',
            f'<w:ind w:firstLineChars="{number}" w:left="-99999" w:hanging="x"/>',
            f'<w:spacing w:line="{number}" w:lineRule="exact" w:beforeLines="{number}"/>',
            f'<w:tabs><w:tab w:pos="{number}" w:val="center"/><w:tab/></w:tabs>',
            f"<w:rPr><w:ins {_WHO}/><w:del {_WHO}/></w:rPr>",
            f'<w:pPrChange {_WHO} w:id="1"/>',
            f'<w:sectPr><w:pgSz w:w="{number}" w:h="0"/><w:pgMar w:left="{number}"/><w:cols w:num="9"/></w:sectPr>',
            '<w:sectPr><w:headerReference r:id="rId1"/><w:footerReference w:type="x"/><w:pgNumType/></w:sectPr>',
        )
    )
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{dice.choice(('（一）甲', '支出5万元', ''))}</w:t></w:r></w:p>"


def _row(cells: str) -> str:
    return f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"


def _tables(dice: random.Random) -> str:
    """Tables: empty, ragged, within each other, with spans and grids that lie."""
    number, times = _number(dice), dice.choice((1, 5, 120))
    column = f'<w:gridCol w:w="{number}"/>'
    return dice.choice(
        (
            "<w:tbl/>",
            "<w:tbl><w:tr/></w:tbl>",
            "<w:tbl><w:tblGrid/><w:tr><w:tc/></w:tr></w:tbl>",
            _row(f'<w:tc><w:tcPr><w:gridSpan w:val="{number}"/></w:tcPr>{_P}</w:tc>{_TC}'),
            _row(f'<w:trPr><w:gridBefore w:val="{number}"/><w:gridAfter w:val="{number}"/></w:trPr>{_TC}'),
            f"<w:tbl><w:tblGrid>{column * times}</w:tblGrid><w:tr>{_TC}</w:tr></w:tbl>",
            f"<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>{_P}</w:tc></w:tr><w:tr>{_TC * 3}</w:tr></w:tbl>",
            _row(f'<w:tc><w:tcPr><w:hMerge w:val="restart"/><w:vMerge w:val="x"/></w:tcPr>{_P}</w:tc>'),
            f"{'<w:tbl><w:tr><w:tc>' * times}{_P}{f'{_P}</w:tc></w:tr></w:tbl>' * times}",
            f"<w:tbl>{f'<w:tr>{_TC * times}</w:tr>' * 20}</w:tbl>",
            _row(f"<w:trPr><w:tblHeader/><w:ins {_WHO}/><w:del {_WHO}/></w:trPr>{_TC}"),
            _row(f"<w:tc><w:tcPr><w:cellDel {_WHO}/><w:cellMerge/></w:tcPr>{_P}</w:tc>"),
            f"<w:tbl><w:sdt><w:sdtContent><w:tr>{_CONTROLLED}</w:tr></w:sdtContent></w:sdt></w:tbl>",
            f'<w:tbl><w:tblPr><w:tblW w:w="{number}"/><w:tblStyle w:val="x"/></w:tblPr><w:tr>{_TC}</w:tr></w:tbl>',
        )
    )


def _blocks(dice: random.Random) -> str:
    """What stands between paragraphs: content controls, foreign parts, blocks that are no blocks."""
    return dice.choice(
        (
            f"<w:sdt><w:sdtPr><w:docPartObj/></w:sdtPr><w:sdtContent>{_P}</w:sdtContent></w:sdt>",
            "<w:sdt/>",
            '<w:altChunk r:id="rId1"/>',
            f'<mc:AlternateContent><mc:Choice Requires="x">{_P}</mc:Choice><mc:Fallback/></mc:AlternateContent>{_P}',
            "<w:sectPr/>",
            f"<w:body>{_P}</w:body>",
            f'<w:customXml w:element="a">{_P}</w:customXml>',
            f"<w:ins {_WHO}>{_P}</w:ins>",
            "<w:t>甲</w:t><w:r/>",
        )
    )


_Made: TypeAlias = Callable[[random.Random], str]
_MADE: tuple[tuple[str, _Made], ...] = (
    ("p", _runs),
    ("p", _runs),
    ("p", _runs),
    ("body", _paragraphs),
    ("body", _tables),
    ("body", _blocks),
    ("tc", _paragraphs),
    ("tc", _tables),
)


def put(root: Element, dice: random.Random) -> None:
    """One of these into a paragraph, a cell or the body; one of a hundred stands where it does not belong."""
    where, made = dice.choice(_MADE)
    holders = list(root.iter(etree.Element if dice.random() < 0.01 else W + where)) or [root]
    holder = dice.choice(holders)
    at = dice.randint(0, len(holder))
    holder[at:at] = list(etree.fromstring(f"<x {_DECLARED}>{made(dice)}</x>", etree.XMLParser(huge_tree=True)))
