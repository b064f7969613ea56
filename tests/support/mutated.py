"""Word templates damaged at random, as XML that can be read: elements lost, doubled, moved, renamed, other values."""

import random
import re
import zipfile
from copy import deepcopy
from io import BytesIO
from typing import Any

from lxml import etree
from tests.support.edited import NAMESPACES

_W = "{" + NAMESPACES["w"] + "}"
_PART = re.compile(r"word/(document|header|footer|styles|settings)\d*\.xml")
_TEXTS = (
    *("{{ 单位 }}", "{{ 没有 }}", "{{p 正文 }}", "{%p if 单位 %}", "{%p endif %}", "{%tr if 年度 %}", "{%tr endif %}"),
    *("{{", "}}", "{% for x in y %}", "{{ 单位.__class__ }}", "{# 注 #}", "\t", "", "{{r 单位 }}", "{%- if x -%}"),
    *("{_{", "{{ 预算.批复 }}"),
)
_VALUES = ("", "0", "-1", "99999999", "abc", "1.5", "on", "rId99", "center", "{{ 单位 }}")
_NAMES = ("p", "r", "t", "tbl", "tr", "tc", "sdt", "br", "tab", "foo", "pict", "drawing", "ins", "del", "hyperlink")


def mutated(docx: bytes, chance: random.Random) -> bytes:
    """The file with one to four changes."""
    with zipfile.ZipFile(BytesIO(docx)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for _number in range(chance.randint(1, 4)):
        name = chance.choice([name for name in parts if _PART.fullmatch(name)])
        root = etree.fromstring(parts[name])
        _change(root, chance)
        parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def _change(root: Any, chance: random.Random) -> None:
    nodes = list(root.iter())
    node = chance.choice(nodes[1:] or nodes)
    parent = node.getparent()
    kind = chance.choice(["lose", "double", "move", "say", "value", "wrap", "rename"])
    if kind == "say":
        texts = [each for each in nodes if each.tag == f"{_W}t"]
        if texts:
            chance.choice(texts).text = chance.choice(_TEXTS)
    elif kind == "value" and node.attrib:
        node.set(chance.choice(list(node.attrib)), chance.choice(_VALUES))
    elif kind == "rename":
        node.tag = _W + chance.choice(_NAMES)
    elif parent is not None:
        _displace(kind, node, chance.choice(nodes), chance)


def _displace(kind: str, node: Any, other: Any, chance: random.Random) -> None:
    parent = node.getparent()
    if kind == "lose":
        parent.remove(node)
    elif kind == "double":
        parent.insert(parent.index(node), deepcopy(node))
    elif kind == "wrap":
        around = etree.Element(_W + chance.choice(_NAMES))
        parent.replace(node, around)
        around.append(node)
    elif kind == "move" and other is not node and node not in list(other.iterancestors()):
        other.insert(0, node)
