"""Packs with their template.docx or pack.yaml changed at random."""

import random
import re
import shutil
import zipfile
from io import BytesIO
from pathlib import Path

from benchmarks.fuzz import docx
from benchmarks.fuzz.content import mutated

_PART = "word/document.xml"
_NODES = re.compile(r"<w:(p|r|tr|tc|tbl)\b[^>]*(?<!/)>.*?</w:\1>", re.DOTALL)
_PUT = (
    "<w:r><w:t>{{ 标题 }}</w:t></w:r>",
    "<w:r><w:t>{{ 没有 }}</w:t></w:r>",
    "<w:r><w:t>{{p 正文 }}</w:t></w:r>",
    "<w:r><w:t>{% if 附件 %}</w:t></w:r>",
    "<w:r><w:t>{%p endif %}</w:t></w:r>",
    "<w:r><w:t>{{ 标</w:t></w:r><w:r><w:t>题 }}</w:t></w:r>",
    "<w:r><w:br/></w:r>",
    "<w:r><w:tab/></w:r>",
    "<w:del><w:r><w:delText>{{ 标题 }}</w:delText></w:r></w:del>",
    "<w:ins><w:r><w:t>甲</w:t></w:r></w:ins>",
    "<w:sdt><w:sdtContent><w:r><w:t>甲</w:t></w:r></w:sdtContent></w:sdt>",
)


def mutated_pack(pack: Path, folder: Path, dice: random.Random) -> None:
    """A copy of a pack with one of its files changed."""
    shutil.copytree(pack, folder, ignore=shutil.ignore_patterns("*.pdf", "*.png"))
    template = folder / "template.docx"
    if dice.random() < 0.3 or not template.is_file():
        path = folder / "pack.yaml"
        path.write_text(mutated(path.read_text(encoding="utf-8"), dice), encoding="utf-8", errors="replace")
        return
    change = _mutated_docx if dice.random() < 0.5 else docx.mutated
    template.write_bytes(change(template.read_bytes(), dice))


def content_of(pack: Path, folder: Path) -> str:
    """The example of a pack as one of the copy in `folder`: of two packs of one name the program takes its own."""
    text = (pack / "example.yaml").read_text(encoding="utf-8")
    return re.sub(r"^文种:.*$", f"文种: {folder.name}", text, count=1, flags=re.MULTILINE)


def _mutated_docx(content: bytes, dice: random.Random) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        target = _PART if dice.random() < 0.7 else dice.choice([name for name in names if name.endswith(".xml")])
        for name in names:
            part = old.read(name)
            if name == target:
                part = _mutated_xml(part.decode("utf-8", "replace"), dice).encode()
            if name != target or dice.random() > 0.05:
                new.writestr(name, part)
    return stream.getvalue()


def _mutated_xml(text: str, dice: random.Random) -> str:
    for _time in range(dice.randint(1, 3)):
        nodes = list(_NODES.finditer(text))
        if not nodes:
            return text[: dice.randint(0, len(text))]
        node = dice.choice(nodes)
        other = dice.choice(nodes)[0]
        inside = node[0].replace("</w:p>", dice.choice(_PUT) + "</w:p>", 1)
        words = re.sub(r"[^<>{}]{1,3}(?=</w:t>)", dice.choice(("", "{{", "}}", "甲")), node[0], count=1)
        text = text[: node.start()] + dice.choice(("", node[0] * 2, other, inside, inside, words)) + text[node.end() :]
    return text
