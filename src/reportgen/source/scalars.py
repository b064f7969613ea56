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
    return _quoted(line)


def key(words: str) -> str:
    """The same for a key; one with a full-width colon in quotes: beside a slip of the hand it would be read as two.

    >>> key("项目资金"), key("其中：当年")
    ('项目资金', '"其中：当年"')
    """
    return _quoted(words) if "：" in words else scalar(words)


def _quoted(line: str) -> str:
    return '"' + line.replace("\\", "\\\\").replace('"', '\\"') + '"'
