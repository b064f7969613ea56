"""Files attached to a PDF, as PDF/A-3 wants them: with a media type, a date, and what they are to the document."""

from collections.abc import Iterable
from datetime import datetime

from pikepdf import Array, AttachedFileSpec, Name, Pdf

from reportgen.render.finish.finishing import Attachment


def attach(pdf: Pdf, attachments: Iterable[Attachment], moment: datetime) -> None:
    """Attach files; `moment`, in UTC, is their date."""
    associated, date = pdf.Root.get("/AF", Array()), f"{moment:D:%Y%m%d%H%M%SZ}"
    for attachment in attachments:
        pdf.attachments[attachment.name] = AttachedFileSpec(
            pdf,
            attachment.content,
            filename=attachment.name,
            mime_type=attachment.kind,
            description=attachment.description,
            relationship=Name("/" + attachment.relation.value),
            creation_date=date,
            mod_date=date,
        )
        associated.append(pdf.attachments[attachment.name].obj)
    pdf.Root.AF = associated
