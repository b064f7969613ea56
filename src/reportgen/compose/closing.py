"""How a document ends: who signs it and when, without a seal, with seals or with stamps of signatures (§7.3.5)."""

from collections.abc import Iterator
from decimal import Decimal

from reportgen import patterns as re
from reportgen.compose.organs import PREPRINTED, authors_of, lines_of, neither, yes
from reportgen.compose.references import References
from reportgen.compose.seals import DIAMETER, Signer, Stamped, sealed, signed
from reportgen.compose.signature import signature
from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.paper_kinds import PAPER_PARTS
from reportgen.language import _
from reportgen.model.content import Content, Dated
from reportgen.model.document import Paragraph
from reportgen.place import Written

DATE = "成文日期"
POSTS, NAMES, ORDERED = "签发人职务", "签发人", "签发日期"
"""Who signs an order, and when (§10.2)."""
SEALED, PICTURES, ACROSS, SIGNATURES = "加盖印章", "印章图片", "印章直径", "签名章"
_SIZE = re.compile(r"(\d{1,3}(?:\.\d)?)\s*(毫米|mm|厘米|cm)?")
_SMALLEST, _LARGEST = 30, 60
"""In mm."""
_POST = re.compile(r"(.*\S)\s+(\S+)|(.{2,}[长任理记员席师])(\S{2,4})")
"""县长 赵明, or 县长赵明."""


def closing_of(content: Content, references: References) -> tuple[tuple[Paragraph, ...], list[Diagnostic]]:
    """The last lines, and what is wrong with what they are made of; none of a document without a date."""
    day, authors = content.values.get(DATE), authors_of(content, references)
    found = list(neither(content, SEALED, PREPRINTED))
    if is_signed_jointly(content):
        return _signed_jointly(content)
    if not isinstance(day, Dated) or not authors:
        return (), found
    signatures, files = lines_of(content, SIGNATURES), lines_of(content, PICTURES)
    found += _unlike_pictures(files, len(signatures or authors), bool(signatures))
    if signatures:
        found += [_untold(each) for each in signatures if not _POST.fullmatch(each.text)]
        return signed(tuple(_signers(signatures, files)), day), found
    if files or yes(content, SEALED):
        diameter, wrong = _diameter(lines_of(content, ACROSS))
        return sealed(authors, day, Stamped(files, diameter)), [*found, *wrong]
    return signature(authors, day), found


def is_signed_jointly(content: Content) -> bool:
    """Whether several persons sign an order, whom the template has no line for: each has a post and a name."""
    return POSTS in content.values and max(len(lines_of(content, name)) for name in (POSTS, NAMES)) > 1


def _signed_jointly(content: Content) -> tuple[tuple[Paragraph, ...], list[Diagnostic]]:
    posts, names, day = lines_of(content, POSTS), lines_of(content, NAMES), content.values.get(ORDERED)
    if len(posts) != len(names):
        label = _("签发人职务 {posts} 个，签发人 {names} 个", posts=len(posts), names=len(names))
        fix = _("一行一个，职务与姓名的次序一一对应，主办机关的在前")
        return (), [PAPER_PARTS.at((names or posts)[0].place, label, fix=fix)]
    signers = (Signer(post.text, name.text, name) for post, name in zip(posts, names, strict=True))
    return (signed(tuple(signers), day) if isinstance(day, Dated) else ()), []


def _untold(written: Written) -> Diagnostic:
    fix = _("写职务、空格、姓名，如 县长 赵明；几个机关的一行一个")
    return PAPER_PARTS.at(written.place, _("分不清职务和姓名"), fix=fix)


def _signers(lines: tuple[Written, ...], files: tuple[Written, ...]) -> Iterator[Signer]:
    for at, line in enumerate(lines):
        found = _POST.fullmatch(line.text)
        post, name = (found[1] or found[3], found[2] or found[4]) if found else ("", line.text)
        yield Signer(post, name, line, files[at] if at < len(files) else None)


def _unlike_pictures(files: tuple[Written, ...], count: int, by_name: bool) -> Iterator[Diagnostic]:
    """One picture for each organ, in the order of the organs."""
    if files and len(files) != count:
        label = _("印章图片 {files} 个，落款的机关 {count} 个", files=len(files), count=count)
        if by_name:
            label = _("签名章图片 {files} 个，签名的人 {count} 个", files=len(files), count=count)
        fix = _("一行一个文件名，与落款的次序一一对应；没有图片的都不写，印出来再盖")
        yield PAPER_PARTS.at(files[min(count, len(files) - 1)].place, label, fix=fix)


def _diameter(lines: tuple[Written, ...]) -> tuple[Decimal, list[Diagnostic]]:
    if not lines:
        return DIAMETER, []
    found = _SIZE.fullmatch(lines[0].text)
    size = Decimal(found[1]) * (10 if found[2] in ("厘米", "cm") else 1) if found else Decimal(0)
    if _SMALLEST <= size <= _LARGEST:
        return size, []
    label = _("印章直径写 {least} 到 {most} 毫米，如 42毫米", least=_SMALLEST, most=_LARGEST)
    return DIAMETER, [PAPER_PARTS.at(lines[0].place, label)]
