"""What the head and the end of an official paper have, in Word: lines with tab stops, seals, a letterhead of lines.

A letterhead of several names is a table of one row without rules, as it is made by hand: the names in one cell, 文件 in
the middle of the other. Letters are spread by character spacing, which every program keeps; the last one has none, or
there would be a gap behind it. Seals hang on the line of their 署名, behind its words.
"""

from io import BytesIO

from docx.parts.document import DocumentPart
from markupsafe import Markup

from reportgen.model.document import Letterhead, Paragraph, Stand
from reportgen.model.frame import Float, Picture
from reportgen.model.inline import plain_text
from reportgen.model.look import Looks, Style
from reportgen.record import Struct
from reportgen.render.docx.paragraphs import WordParagraph, gap, text_xml, twips
from reportgen.render.docx.pictures import GRAPHIC
from reportgen.render.placed import Spread, head_setting, named, placed_line, stop
from reportgen.word.drawings import EMU

_FIRST_ID = 7000
"""Seals are numbered from here, below pictures (8000) and charts (9000): Word wants each number once in a file."""
_SEAL = Markup(
    "<w:r><w:drawing>"
    '<wp:anchor xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0"'
    ' distL="0" distR="0" simplePos="0" relativeHeight="{id}" behindDoc="1" locked="0" layoutInCell="1"'
    ' allowOverlap="1"><wp:simplePos x="0" y="0"/>'
    '<wp:positionH relativeFrom="column"><wp:posOffset>{left}</wp:posOffset></wp:positionH>'
    '<wp:positionV relativeFrom="paragraph"><wp:posOffset>{top}</wp:posOffset></wp:positionV>'
    '<wp:extent cx="{width}" cy="{height}"/><wp:wrapNone/><wp:docPr id="{id}" name="{name}" descr="{name}"/>'
    + GRAPHIC
    + "</wp:anchor></w:drawing></w:r>"
)
_TABLE = (
    '<w:tbl><w:tblPr><w:tblW w:w="{whole}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/>'
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
    "<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr></w:tbl>"
)


class Letters(Struct):
    """Makes them for one document part."""

    part: DocumentPart
    looks: Looks
    seals: int = 0

    def line(self, block: Paragraph) -> WordParagraph:
        """A line whose words stand at places of their own, its seals before them."""
        line, style = placed_line(block, self.looks), self.looks.styles[block.role.value]
        seals = "".join(self._seal(each, line.style.before) for each in line.floats)
        spacing = f'<w:spacing w:before="{0 if seals else twips(line.style.before)}"/>'
        tabs = "".join(
            f'<w:tab w:val="{stand.anchor.value}" w:pos="{twips(stop(stand, self.looks))}"/>' for stand in block.stands
        )
        cleared = "".join(f'<w:tab w:val="clear" w:pos="{twips(each.position)}"/>' for each in style.tabs)
        flush = '<w:ind w:leftChars="0" w:left="0" w:rightChars="0" w:right="0" w:firstLineChars="0" w:firstLine="0"/>'
        direct = f'<w:tabs>{cleared}{tabs}</w:tabs>{spacing}{flush}<w:jc w:val="left"/>'
        runs = (f"<w:r><w:tab/></w:r>{_runs(stand, style, self.looks)}" for stand in block.stands)
        return WordParagraph(style.id, seals + "".join(runs), direct, keeps=style.keep_next)

    def room_above(self, block: Paragraph) -> WordParagraph | None:
        """What is free above a line with seals, as a paragraph: programs measure from before or behind such room."""
        before = placed_line(block, self.looks).style.before if any(seal.picture for seal in block.seals) else 0.0
        room = gap(twips(before)) if before else None
        if room:
            room.keeps = True
        return room

    def head(self, block: Letterhead) -> str:
        """A letterhead of several lines."""
        made = head_setting(block, self.looks)
        if not block.printed:
            high = sum(name.style.before + (name.style.line or name.style.size) for name in made.names)
            return gap(twips(high)).xml()
        cells = _cell("".join(map(_name, made.names)), made.name_width)
        if made.word:
            word = f"<w:r>{_size(made.style)}{text_xml(made.word)}</w:r>"
            cells += _cell(_head_line(word, made.style, "right"), made.word_width)
        columns = [made.name_width, *([made.word_width] if made.word else [])]
        grid = "".join(f'<w:gridCol w:w="{twips(column)}"/>' for column in columns)
        return _TABLE.format(whole=twips(sum(columns)), columns=grid, cells=cells)

    def _seal(self, hung: Float, before: float) -> str:
        picture = hung.content
        assert isinstance(picture, Picture)
        relationship, _image = self.part.get_or_add_image(BytesIO(picture.content))
        self.seals += 1
        top = hung.top - before  # Word measures from the head of the letters
        measures = {"left": hung.left, "top": top, "width": picture.width, "height": picture.height}
        rounded = {name: round(length * EMU) for name, length in measures.items()}
        number = _FIRST_ID + self.seals
        return str(_SEAL.format(**rounded, id=number, name=picture.spoken, relationship=relationship))


def _runs(stand: Stand, style: Style, looks: Looks) -> str:
    letters = ""
    if stand.as_name:
        name = named(style, looks)
        faces = f'w:ascii="{name.latin_font}" w:eastAsia="{name.east_asian_font}" w:hAnsi="{name.latin_font}"'
        letters = f'<w:rPr><w:rFonts w:hint="eastAsia" {faces} w:cs="{name.latin_font}"/></w:rPr>'
    label = f"<w:r>{text_xml(stand.label)}</w:r>" if stand.label else ""
    return f"{label}<w:r>{letters}{text_xml(plain_text(stand.inlines))}</w:r>"


def _name(name: Spread) -> str:
    spread = f"<w:r>{_size(name.style, name.spacing)}{text_xml(name.name[:-1])}</w:r>" if len(name.name) > 1 else ""
    return _head_line(f"{spread}<w:r>{_size(name.style)}{text_xml(name.name[-1:])}</w:r>", name.style, "left")


def _size(style: Style, spacing: float = 0.0) -> str:
    size = round(style.size * 2)
    return f'<w:rPr><w:spacing w:val="{twips(spacing)}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'


def _head_line(runs: str, style: Style, align: str) -> str:
    line = (
        f'<w:spacing w:before="{twips(style.before)}" w:line="{twips(style.line or style.size)}" w:lineRule="exact"/>'
    )
    return f'<w:p><w:pPr><w:pStyle w:val="{style.id}"/>{line}<w:jc w:val="{align}"/></w:pPr>{runs}</w:p>'


def _cell(paragraphs: str, width: float) -> str:
    properties = f'<w:tcW w:w="{twips(width)}" w:type="dxa"/><w:noWrap/><w:vAlign w:val="center"/>'
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraphs}</w:tc>"
