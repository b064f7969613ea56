"""Text → a YAML scalar that reads as that text and as nothing else."""

from reportgen import patterns as re

_PLAIN = re.compile(r"[\w一-鿿（《“【〔①-⑳+.-][^\n\r\t]*")
_BREAKS = re.compile(r": |:$| #|[{}\[\],]|\s$|^[-?:] |^-$|^\.\.\.$|^---")
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def needs_quotes(text: str) -> bool:
    """Whether a plain scalar would be read otherwise, be it in braces or not."""
    return not _PLAIN.fullmatch(text) or bool(_BREAKS.search(text))


def quoted(text: str) -> str:
    """The text between quotation marks."""
    return f'"{text.translate(_ESCAPES)}"'


def scalar(text: str) -> str:
    """The text, in quotation marks where it needs them."""
    return quoted(text) if needs_quotes(text) else text
