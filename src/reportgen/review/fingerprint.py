"""How a finding is known again in the next run: by its rule, by what it is about, and by its figures.

Lines, columns and pages move while a report is written, so they are no part of it. A figure that is changed makes
another finding, about which nobody has decided yet.
"""

import hashlib

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.source.paths import Texts

_WHEREABOUTS = re.compile(
    r"""
      \S+?:\d+(?::\d+)?  # content/x.yaml:12:5
    | 第\s*\d+\s*[页行段]   # 第12行, 第4页第12段
    | \bp(?:age|\.)\s*\d+  # page 4
    | \bline\s+\d+         # line 12
    """,
    re.VERBOSE,
)


def fingerprint(finding: Diagnostic, texts: Texts | None, words: str) -> str:
    """Twelve hexadecimal digits; `texts` are those of the content file, `words` those that the finding points at."""
    keyed = texts.at(finding.place) if texts else None
    about = keyed.name if keyed else finding.section
    said = "\0".join((finding.title, finding.label, *finding.notes))
    parts = (finding.code, about, " ".join(words.split()), _WHEREABOUTS.sub("", said))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:12]
