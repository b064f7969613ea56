"""The door to pikepdf: what is put into a PDF when its pages stand, whichever engine has laid them out.

Each kind of finishing is a field of `Finishing` and a module with one function over the open file: row heads of tables,
files attached. Notes on the pages will be a third. Nothing here changes what a page shows of the document.

pikepdf (qpdf) writes the rest of the file as it was and the same bytes every time; its import takes 0.08 s, so it is
loaded only by a build that has something to finish, and never by `check`. pypdf was tried for the same: 0.4 s in the
place of 0.06, and 85 kB more, since it undoes streams of objects.
"""

from reportgen.render.finish.finishing import Attachment, Finishing, Relation
from reportgen.render.finish.writer import finish_pdf

__all__ = ["Attachment", "Finishing", "Relation", "finish_pdf"]
