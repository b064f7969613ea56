"""The closing pages of a copy that goes round, as a PDF of their own that is put behind it."""

from datetime import datetime

from reportgen.language import _
from reportgen.model.engine import Engine
from reportgen.pdf.sheets import boxes_of
from reportgen.pipeline.reviewing.margins import head_line
from reportgen.pipeline.standard_template import standard_template
from reportgen.record import replace
from reportgen.render.engines import Printing, print_pdf
from reportgen.render.finish.finishing import Finishing
from reportgen.review.sheet import Told, review_sheet
from reportgen.world import own_fonts_folder


def closing_pages(told: Told, head: str, moment: datetime, engine: Engine) -> bytes:
    """The pages, with the head line of the copy and without numbers: those of the document are another's.

    Raises EnvironmentProblem when the engine or a font is missing.
    """
    from reportgen.render.finish.writer import finish_pdf

    template = standard_template()
    looks = replace(template.looks, odd=None, even=None)
    printing = Printing(review_sheet(told), template.frame, looks, moment, own_fonts_folder())
    content = print_pdf(printing, engine).content
    boxes = enumerate(boxes_of(content, _("审核表")), start=1)
    lines = tuple(head_line(number, box, looks.page, head) for number, box in boxes)
    return finish_pdf(content, Finishing(moment, margins=lines))
