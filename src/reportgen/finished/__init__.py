"""Documents that somebody else finished, in Word, PDF or plain text: read back into a document that rules can check."""

from reportgen.finished.frame import title_of
from reportgen.finished.layout import completed
from reportgen.finished.reading import read_finished
from reportgen.finished.recognise import Finished, recognise
from reportgen.finished.text import read_lines

__all__ = ["Finished", "completed", "read_finished", "read_lines", "recognise", "title_of"]
