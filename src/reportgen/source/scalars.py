"""Text → a YAML scalar that reads as that text and as nothing else."""

from reportgen import patterns as re

PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`~=｛［｝］][^#:{}\[\],\"'\n]*")
"""What YAML takes as it stands, in braces too."""
_NEGATIVE = re.compile(r"-\d[\d,.]*[^#:{}\[\],\"'\n]*")


def scalar(words: str) -> str:
    """Words on one line, in quotes where YAML would read them otherwise.

    >>> scalar("95%以上"), scalar("其中：当年"), scalar("a: b"), scalar("# 5")
    ('95%以上', '其中：当年', '"a: b"', '"# 5"')
    """
    line = " ".join(words.split("\n"))
    if line == line.strip() and (not line or PLAIN.fullmatch(line) or _NEGATIVE.fullmatch(line)):
        return line or '""'
    return '"' + line.replace("\\", "\\\\").replace('"', '\\"') + '"'
