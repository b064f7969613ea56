"""Slips within a value: marks of the other width in { } and [ ], and what YAML takes for something else than text."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.diagnostics.kind import Kind
from reportgen.diagnostics.source_kinds import (
    BAR_TEXT,
    BRACES_FIRST,
    CUT,
    QUOTE_NEEDED,
    STRANGE_BLANK,
    THOUSANDS,
    TIGHT_COLON,
    WIDE_BRACES,
    WIDE_COLON,
    WIDE_COMMA,
)
from reportgen.language import _
from reportgen.source.bodies import COLON
from reportgen.source.composer import Malformed, composed
from reportgen.source.mending import Slip
from reportgen.source.misread import misread_lines

STRANGE = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Blanks that YAML takes for letters."""
KEY = r"(?:- +)?[^\s:：﹕∶#\"'{\[，,]{1,20}"
_LEADING_STRANGE = re.compile(rf"[{STRANGE}][\s{STRANGE}]*")
_VALUE = re.compile(rf"^\s*{KEY}: +(?P<value>\S.*?)\s*$")
_IN_FLOW_COLON = re.compile(rf"(?<=[{{,，｛])\s*[^\s:：{{}}\[\],，\"'｛｝]{{1,20}}(?P<slip>{COLON}|:(?=[^ \t]))")
_WIDE_FLOW = re.compile(r"｛.*[:：].*[}｝]|［.*[,，:：].*[\]］]$")
_FLOW_SIGN = re.compile(r"(?<=[:：] )(?P<slip>[>|@`%*&!](?![A-Za-z_-]+\s*[,}])[^,，{}\[\]\"']*?)(?=\s*[,，}])")
_SINGLE_BRACES = re.compile(r"\{\s*(?P<name>[^\s{}:：,，\[\]\"'][^{}:：,，\[\]\"']*)\}(?=$|[^,，}\]\s])")
_THOUSANDS = re.compile(
    r"(?<=[:：])\s*(?P<slip>[^\s\d#,，:：{}\[\]'\"｝]{0,6}\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,])[^\s,，:：{}\[\]'\"｝]*)"
    r"(?=\s*[,，}｝])"
)
"""Also behind a sign or a word of a bound: ≥1,800人, 不少于1,800人."""
_NO_VALUE = r"{}\[\],，:：\"'#"
_CUT = re.compile(
    rf"(?<=[:：])\s*(?P<slip>[^\s{_NO_VALUE}][^{_NO_VALUE}]*(?<=\s)#[^\s{_NO_VALUE}][^{_NO_VALUE}]*?)(?=\s*[,，}}\]])"
)
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
"""What stands in quotation marks is as it should be."""


def spaced(kind: Kind, number: int, line: str, match: re.Match[str], mended: str) -> Slip:
    """A mark with the blank that it asks for; one that stands there already is that blank."""
    start, end = match.span("slip")
    blank = line[end : end + 1] == " "
    return Slip(kind, number, start, end - start + blank, mended, shown=end - start)


def strange_blank(number: int, column: int, strange: str) -> Slip:
    """A blank that only looks like a space, named by its code."""
    char = next(char for char in strange if char != " ")
    label = _("这里的空格不是普通的半角空格（U+{code}）", code=f"{ord(char):04X}")
    return Slip(STRANGE_BLANK, number, column, len(strange), " ", label, len(strange))


def slips_of_value(number: int, line: str) -> Iterator[Slip]:
    """A value that begins with {{ or stands behind a |, and what is wrong inside { } or [ ]."""
    match = _VALUE.match(line)
    value = match["value"] if match else line.lstrip("- ")
    start = match.start("value") if match else len(line) - len(value)
    if value.startswith("{{"):
        yield Slip(BRACES_FIRST, number, start, len(value), _quoted(value), shown=len(value))
    elif single := _SINGLE_BRACES.match(value):
        doubled = "{{ " + single["name"].strip() + " }}" + value[single.end() :]
        label = _("引用数字的花括号要写两层")
        yield Slip(BRACES_FIRST, number, start, len(value), _quoted(doubled), label, len(value))
    elif re.match(r"\|[^-+\d\s]|\|\s+[^\s#]", value):
        yield Slip(BAR_TEXT, number, start, len(value), _quoted(value[1:].strip()), shown=len(value))
    elif _WIDE_FLOW.match(value):
        yield from _slips_in_flow(number, line, start)
    elif why := _needs_quotes(bare := _BEFORE_COMMENT.split(value)[0], keyed=match is not None):
        one = not _TWO_KEYS.search(bare)
        yield Slip(QUOTE_NEEDED, number, start, len(bare), _quoted(bare), why, len(bare), one)
    elif value.startswith(("{", "[")) and not _is_sound(value):
        yield from _slips_in_flow(number, line, start)


def _is_sound(value: str) -> bool:
    """Whether YAML reads what stands in braces by itself, and as it is meant: commas in its texts are no slips then."""
    try:
        root = composed((f"x: {value}",), "")
    except Malformed:
        return False
    return root is not None and not misread_lines(root, ())


_TWO_KEYS = re.compile(r":(?:\s|$)")
_BEFORE_COMMENT = re.compile(r"\s+#(?:\s|$)")
_ALIAS = re.compile(r"[*&][A-Za-z0-9_-]*(?:\s|$|\[|\{)")


def _needs_quotes(value: str, keyed: bool) -> str:
    """Why YAML takes the value for something else; empty where it does not."""
    if not value:
        return ""
    if value[0] in "@`%!*&" and not _ALIAS.match(value):
        return _starts_with(value[0])
    if re.match(r">[^-+\d\s]|>\d+[^\d\s]|>\s+[^\s#]", value):
        return _starts_with(">")
    if re.match(r"([\"'])[^\"']*\1\s*[^\s\"'#,:]", value) or re.match(r"\[[^\[\]{}]*\]\s*[^\s#,:\]]", value):
        return _("引号或方括号只括了值的开头")
    if keyed and value[0] not in "\"'{[|>#-&*" and _TWO_KEYS.search(value):
        return _("值里有半角冒号加空格")
    return ""


def _starts_with(sign: str) -> str:
    return _("值不能以 {sign} 开头", sign=sign)


def _quoted(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _slips_in_flow(number: int, written: str, start: int) -> Iterator[Slip]:
    line = _QUOTED.sub(lambda quoted: "x" * len(quoted[0]), written)
    for match in re.finditer(r"[｛｝［］]", line[start:]):
        yield Slip(WIDE_BRACES, number, start + match.start(), 1, dict(zip("｛｝［］", "{}[]", strict=True))[match[0]])
    for match in _IN_FLOW_COLON.finditer(line, start):
        if match["slip"] == ":" and (strange := _LEADING_STRANGE.match(line, match.end())):
            yield strange_blank(number, strange.start(), strange[0])
        else:
            yield spaced(TIGHT_COLON if match["slip"] == ":" else WIDE_COLON, number, line, match, ": ")
    for match in re.finditer("(?P<slip>，)", line):
        if match.start() >= start:
            yield spaced(WIDE_COMMA, number, line, match, ", ")
    for match in _THOUSANDS.finditer(line, start):
        at, slip = match.start("slip"), match["slip"]
        yield Slip(THOUSANDS, number, at, len(slip), _quoted(slip), _("这是一个数：{number}", number=slip), len(slip))
    grouped = {match.start("slip") for match in _THOUSANDS.finditer(line, start)}
    for match in _FLOW_SIGN.finditer(line, start):
        at, slip = match.start("slip"), match["slip"]
        if at in grouped:
            continue
        yield Slip(QUOTE_NEEDED, number, at, len(slip), _quoted(slip), _starts_with(slip[0]), len(slip))
    for match in _CUT.finditer(line, start):
        at, slip = match.start("slip"), match["slip"]
        label = _("「#」和后面的字会当成说明")
        yield Slip(CUT, number, at, len(slip), _quoted(slip), label, len(slip), safe=False)
