"""How a finding is known again in the next run: by its rule, by what it is about, and by its figures.

Lines, columns and pages move while a report is written, so they are no part of it; nor is how the program puts its
messages, which the next version, or English, says otherwise: of a message count its figures, and what it quotes where
the finding points at no words. A figure that is changed makes another finding, about which nobody has decided yet.
"""

import hashlib

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.place import Place
from reportgen.source.paths import Texts
from reportgen.source.reader import Source

_WHEREABOUTS = re.compile(
    r"""
      \S+\.(?:ya?ml|docx|pdf|txt)(?::\d+(?::\d+)?)?  # 送审/报告2024.docx: another folder is no other finding
    | \S+?:\d+(?::\d+)?  # content/x.yaml:12:5
    | 第\s*\d+\s*[页行段]   # 第12行, 第4页第12段
    | \bp(?:age|\.)\s*\d+  # page 4
    | \bline\s+\d+         # line 12
    """,
    re.VERBOSE,
)
_FIGURE, _QUOTED = re.compile(r"\d[\d,.]*%?"), re.compile(r"[「“][^」”]*[」”]")
_MARKS = "「」“”,. "


def fingerprint(finding: Diagnostic, texts: Texts | None, words: str) -> str:
    """Twelve hexadecimal digits; `texts` are those of the content file, `words` those that the finding points at."""
    keyed = texts.at(finding.place) if texts else None
    about = keyed.name if keyed else finding.section
    said, words = _WHEREABOUTS.sub("", "\0".join((finding.label, *finding.notes))), " ".join(words.split())
    nowhere = finding.place.column <= 1 and len(words) <= 1  # a chapter that is missing
    told = [*_FIGURE.findall(said), *(_QUOTED.findall(said) if nowhere else ())]
    parts = (finding.code, about, words, *sorted(each.strip(_MARKS) for each in told))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:12]


def words_in(source: Source, place: Place) -> str:
    """The characters that a place of a file means; empty for a place in another file, and for one without columns."""
    if place.file != source.file or not place.column or not 0 < place.line <= len(source.lines):
        return ""
    return source.lines[place.line - 1][place.column - 1 : place.column - 1 + place.length]


class Fingerprints:
    """Tells the fingerprints of what is found in one file."""

    def __init__(self, source: Source) -> None:
        self._source, self._texts = source, Texts(source.root) if source.root is not None else None

    def of(self, finding: Diagnostic) -> str:
        """The fingerprint of a finding about the file; one that stands in a file beside it has no words here."""
        own = finding.place.file == self._source.file
        return fingerprint(finding, self._texts if own else None, words_in(self._source, finding.place))
