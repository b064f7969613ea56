"""Document → PDF bytes, and what is done where Typst refuses: it stops at a sign or a picture that others pass over."""

import json
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from unicodedata import category, normalize

from reportgen.errors import EnvironmentProblem, InternalProblem
from reportgen.language import _
from reportgen.model.document import Document
from reportgen.model.frame import Frame
from reportgen.model.look import Looks
from reportgen.record import Struct, field
from reportgen.render.made_pdf import Pdf
from reportgen.render.typst import compiler
from reportgen.render.typst.compiler import CompilerError, Sources
from reportgen.render.typst.document import dated, document_json
from reportgen.render.typst.fonts import font_folders, known_families
from reportgen.render.typst.marks import SIGNS
from reportgen.render.typst.pictures import Pictures
from reportgen.render.typst.styles import Json, Styles
from reportgen.world import font_files, read_bytes

_PRIVATE = "Co"
"""Unicode's category of characters that mean what their users agree on."""


def render_typst(
    document: Document, frame: Frame, looks: Looks, moment: datetime, own_fonts: Path | None = None
) -> Pdf:
    """The PDF of a document; `moment` is its date of creation.

    `own_fonts` is a folder of fonts that are taken where the looks ask for them; others stand in for what it lacks.
    Raises EnvironmentProblem for a font that is none or cannot be embedded, InternalProblem where Typst refuses for
    another reason than these, a missing glyph or a picture: with the place that it refuses, and with its own words for
    those who mend this.
    """
    pictures, styles = Pictures(), Styles(known_families(own_fonts))
    made = document_json(document, frame, looks, styles, pictures) | {"date": dated(moment)}
    printing = _Printing(made, pictures, own_fonts)
    try:
        return Pdf(printing.compiled(), "")
    except CompilerError:
        return printing.mended()


class _Printing(Struct):
    made: Json
    pictures: Pictures
    own_fonts: Path | None
    standards: tuple[compiler.Standard, ...] = compiler.FOR_ARCHIVES
    fonts: dict[str, bytes] = field(default_factory=dict)
    """Made for this document alone."""

    def compiled(self, sections: object = None) -> bytes:
        made = self.made if sections is None else self.made | {"sections": sections}
        return compiler.compiled(made, Sources(self.pictures.files, self.own_fonts, self.fonts, self.standards))

    def mended(self) -> Pdf:
        """The PDF with boxes in the place of what cannot be shown."""
        broken = tuple(self.repaired())
        text = self.text()
        missing = self.boxed(text)
        private = "".join(char for char in dict.fromkeys(text) if category(char) == _PRIVATE)
        if private:
            self.standards = compiler.ACCESSIBLE  # what a private character says is nowhere told: no archive takes it
        try:
            return Pdf(self.compiled(), missing, broken, private)
        except CompilerError as error:
            raise self.refused(error) from error

    def repaired(self) -> Iterator[bytes]:
        """Pictures that cannot be shown, crossed out from now on; those in printers' colours get others."""
        for name in compiler.refused(self.pictures.files):
            with suppress(OSError):
                self.pictures.in_screen_colors(name)
        yield from map(self.pictures.cross_out, compiler.refused(self.pictures.files))

    def text(self) -> str:
        """All that is shown, and more; without the signs of the template."""
        drawn = (content.decode() for content in self.pictures.files.values() if content.startswith(b"<svg"))
        return "".join([json.dumps(_shown(self.made), ensure_ascii=False), *drawn]).translate(
            dict.fromkeys(map(ord, SIGNS))
        )

    def boxed(self, text: str) -> str:
        """The characters of a text that no font has; from now on there is one for them."""
        from reportgen.render.typefaces.missing import BOXES, box_font, missing_characters  # hardly ever needed

        fonts = [path for folder in font_folders(self.own_fonts) for path in font_files(folder)]
        missing = missing_characters(text, fonts)
        if missing:
            # Typst takes some apart before it looks for them: ำ of Thai is drawn as two signs.
            parts = normalize("NFKD", missing)
            self.fonts["boxes.ttf"] = box_font("".join(dict.fromkeys(missing + parts)))
            for style in self.made["styles"]:
                style["font"].append(BOXES)
        return missing

    def refused(self, error: CompilerError) -> EnvironmentProblem | InternalProblem:
        """What is said of a font that cannot be embedded, or of a refusal that nobody foresaw: where it is, and Typst's
        words behind it.
        """
        if font := next(self.refused_fonts(), None):
            return EnvironmentProblem(
                _("字体文件 {path} 不能嵌入 PDF（已损坏，或字体不允许嵌入），请从字体文件夹里移走", path=font)
            )
        place = next(self.culprits(error), "") or _("没有找到是哪一处")
        return InternalProblem(_("PDF 没有排出来（{place}）：Typst 不接受", place=place), str(error.diagnostic))

    def refused_fonts(self) -> Iterator[Path]:
        """The unit's own fonts each of which alone is refused, where the bundled ones are not."""
        for path in font_files(self.own_fonts) if self.own_fonts and self.taken_with({}) else ():
            if not self.taken_with({path.name: read_bytes(path)}):
                yield path

    def taken_with(self, fonts: dict[str, bytes]) -> bool:
        """Whether the document is taken with these fonts beside the bundled ones."""
        try:
            compiler.compiled(self.made, Sources(self.pictures.files, None, self.fonts | fonts, self.standards))
        except CompilerError:
            return False
        return True

    def culprits(self, error: CompilerError) -> Iterator[str]:
        """The places of what is refused for the same reason even where it stands alone."""
        for section in self.made["sections"]:
            for item in section["items"]:
                try:
                    self.compiled([section | {"items": [item]}])
                except CompilerError as again:
                    if again.message == error.message and item["place"]:
                        yield item["place"]


def _shown(made: Json) -> Json:
    """A document without the places where it was written: names of files are shown nowhere."""
    spelt = json.dumps(made)
    shown: Json = json.loads(spelt, object_hook=lambda each: {name: each[name] for name in each if name != "place"})
    return shown
