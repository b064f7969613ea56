"""The runs of a paragraph: their words, and the objects that stand among them (pictures, boxes, page numbers).

What Word shows and this does not know is called by its name, never left out in silence.
"""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.language import _
from reportgen.model.frame import Box, Counter, Float, Picture
from reportgen.record import Struct, field
from reportgen.word.change_names import PUT_IN
from reportgen.word.drawings import CannotShow, DrawingReader
from reportgen.word.package import Element, W

MARK = "\ufffc"
"""Stands on both sides of the number of an object."""
PAGE_BREAK = "\f"
"""Stands in the words where a page ends (Ctrl+Enter)."""
_WORDS = {"tab": "\t", "cr": "\n", "noBreakHyphen": "‑", "ptab": "\t"}
_SILENT = {"rPr", "lastRenderedPageBreak", "softHyphen", "annotationRef", "footnoteRef", "endnoteRef"}
_AROUND = {"hyperlink", "smartTag", "customXml", "sdt", "sdtContent", *PUT_IN}
_BESIDE = {"pPr", "bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd", "sdtPr", "sdtEndPr"}
_BESIDE |= {"smartTagPr", "customXmlPr"}
LOST_NAMES = {
    "sym": "插入的符号（请改成输入的字符）",
    "footnoteReference": "脚注",
    "endnoteReference": "尾注",
    "object": "嵌入的对象",
    "ruby": "拼音指南",
    "oMath": "公式",
    "oMathPara": "公式",
    "fldSimple": "域",
}
_COUNTERS = {"PAGE": Counter.PAGE, "NUMPAGES": Counter.PAGES, "SECTIONPAGES": Counter.PAGES}
_LINKS = {"HYPERLINK", "QUOTE"}
"""Fields whose words stay as they were typed."""
_FORMAT, _PLAIN_FORMATS = re.compile(r"\\[*#]\s*(\w+)"), {"MERGEFORMAT", "ARABIC"}
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


class Run(Struct):
    """Words in one set of properties; objects stand in them as `MARK`, their number, `MARK`."""

    words: str
    properties: Element | None


class Runs(Struct):
    """Reads one paragraph."""

    drawings: DrawingReader
    objects: list[Picture | Box | Counter] = field(default_factory=list)
    floats: list[Float] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    """What only Word shows."""
    _fields: list[list[str]] = field(default_factory=list)
    """The fields that are open: the code so far, and `shown` behind it once their result has begun."""

    def read(self, paragraph: Element) -> Iterator[Run]:
        """The runs in order, also those inside hyperlinks and the like."""
        for node in paragraph:
            name = _name(node)
            if name == "r":
                yield Run("".join(self._pieces(node)), node.find(W + "rPr"))
            elif name == "fldSimple":
                yield from self._simple_field(node)
            elif name in _AROUND:
                yield from self.read(node)
            elif name not in _BESIDE and not name.startswith(("comment", "move")):
                self.names.append(_named(name))

    def _simple_field(self, node: Element) -> Iterator[Run]:
        counter = self._counter(str(node.get(W + "instr", "")))
        inner = list(self.read(node))
        if counter is None:
            yield from inner
        else:
            yield Run(self._object(counter), inner[0].properties if inner else None)

    def _pieces(self, run: Element) -> Iterator[str]:
        for node in run:
            name = _name(node)
            if name == "fldChar":
                yield self._field(str(node.get(W + "fldCharType")))
            elif name == "instrText":
                if self._fields:
                    self._fields[-1][0] += node.text or ""
            elif not self._hidden():
                yield self._piece(node, name)

    def _piece(self, node: Element, name: str) -> str:
        if name == "t":
            return node.text or ""
        if name == "br":
            return self._break(str(node.get(W + "type") or ""))
        if name in _WORDS:
            return _WORDS[name]
        if name in ("drawing", "pict"):
            return self._drawn(node)
        if name == "AlternateContent":
            return "".join(self._choice(node))
        if name not in _SILENT:
            self.names.append(_named(name))
        return _base(node) if name == "ruby" else ""

    def _choice(self, node: Element) -> Iterator[str]:
        """What today's Word shows; the other half says the same for old ones."""
        choice = node.find(f"{_COMPATIBILITY}Choice")
        for inner in choice if choice is not None else ():
            yield self._piece(inner, _name(inner))

    def _break(self, kind: str) -> str:
        if kind == "page":
            return PAGE_BREAK
        if kind == "column":
            self.names.append(_("分栏符"))
            return ""
        return "\n"

    def _drawn(self, node: Element) -> str:
        try:
            read = self.drawings.read(node)
        except CannotShow as reason:
            self.names.append(str(reason))
            return ""
        if isinstance(read, Float):
            self.floats.append(read)
            return ""
        return self._object(read)

    def _object(self, thing: Picture | Box | Counter) -> str:
        self.objects.append(thing)
        return f"{MARK}{len(self.objects) - 1}{MARK}"

    def _field(self, kind: str) -> str:
        if kind == "begin":
            self._fields.append([""])
        elif kind == "separate" and self._fields:
            self._fields[-1].append("shown")
        elif kind == "end" and self._fields:
            counter = self._counter(self._fields.pop()[0])
            return self._object(counter) if counter else ""
        return ""

    def _hidden(self) -> bool:
        """Whether the code of a field is being read, or the number that Word last counted."""
        return any(len(each) == 1 or _kind(each[0]) in _COUNTERS for each in self._fields)

    def _counter(self, code: str) -> Counter | None:
        counter = _COUNTERS.get(_kind(code))
        if counter and any(word.upper() not in _PLAIN_FORMATS for word in _FORMAT.findall(code)):
            self.names.append(_("页码的格式（PDF 印 1、2、3）"))
        if counter is None and _kind(code) not in _LINKS:
            self.names.append(_("域 {kind}（PDF 印存盘时的字）", kind=_kind(code)))
        return counter


def _base(ruby: Element) -> str:
    """The words below the pinyin."""
    return "".join(text.text or "" for base in ruby.iter(W + "rubyBase") for text in base.iter(W + "t"))


def _kind(code: str) -> str:
    return (code.split() or [""])[0].upper()


def _named(name: str) -> str:
    return _(LOST_NAMES[name]) if name in LOST_NAMES else _("程序不认识的内容（{name}）", name=name)


def _name(node: Element) -> str:
    return str(node.tag).rpartition("}")[2]
