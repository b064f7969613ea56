"""Whether a docx, xlsx or PDF was made by this program, and whether it is still as it was made.

A digest of the file stands in the file itself: of docx and xlsx in a property of its own, which Word and WPS keep when
they save; in a PDF it is the file's identifier, which names a file as it was created (ISO 32000-1, 14.4).
"""

import hashlib
import zipfile
import zlib
from collections.abc import Callable, Mapping
from enum import Enum
from io import BytesIO

from reportgen import patterns as re

PROPERTY = "reportgen-digest"
_CUSTOM = "docProps/custom.xml"
_APP = "docProps/app.xml"
_FMTID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_PROPERTIES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    f'<property fmtid="{_FMTID}" pid="2" name="{PROPERTY}"><vt:lpwstr>DIGEST</vt:lpwstr></property></Properties>'
)
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_STATED = re.compile(rf'name="{PROPERTY}".{{0,200}}?<vt:lpwstr>([0-9a-f]{{64}})<'.encode(), re.DOTALL)
_IDENTIFIER = re.compile(rb"/ID ?\[[(<]([0-9a-f]{32})[)>] ?[(<]([0-9a-f]{32})[)>]\]")
"""As WeasyPrint writes it, and `reportgen.render.finish`."""
_SECOND = re.compile(rb"/ID ?\[<[0-9a-f]*><([0-9a-f]{32})>\]")
"""The second one, behind whatever the first is like in files of others."""
_ANY_IDENTIFIER = re.compile(rb"/ID\s*\[")
_CREATOR = b"reportgen"
_BROKEN = (zipfile.BadZipFile, zlib.error, OSError, ValueError, KeyError, RuntimeError, EOFError)


class Provenance(Enum):
    """What is known of a file that stands where an output is to be."""

    OURS = "as this program wrote it"
    EDITED = "written by this program, and changed since"
    FOREIGN = "written by somebody else"


def marked(kind: str, content: bytes) -> bytes:
    """The same docx, xlsx or pdf with its digest in it; any other kind as it is."""
    if kind in ("docx", "xlsx"):
        return _marked_package(content)
    return _marked_pdf(content) if kind == "pdf" else content


def provenance_of(kind: str, content: bytes, creator: Callable[[bytes], str]) -> Provenance:
    """Who wrote a docx, xlsx or pdf; `creator` reads what a PDF says of itself. Any other kind counts as ours."""
    if kind in ("docx", "xlsx"):
        return _of_package(content)
    return _of_pdf(content, creator) if kind == "pdf" else Provenance.OURS


# ---- docx and xlsx ----


def _marked_package(content: bytes) -> bytes:
    """A property of that kind which a template has brought along is left out: it is that of another file."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        entries = [entry for entry in old.infolist() if entry.filename != _CUSTOM]
        parts = {entry.filename: _announcing(entry.filename, old.read(entry)) for entry in entries}
        for entry in entries:
            new.writestr(_like(entry), parts[entry.filename])
        info = _like(entries[-1])
        info.filename = info.orig_filename = _CUSTOM
        new.writestr(info, _PROPERTIES.replace("DIGEST", _digest(parts)))
    return stream.getvalue()


def _like(entry: zipfile.ZipInfo) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(entry.filename, entry.date_time)
    info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, entry.external_attr
    return info


def _announcing(name: str, part: bytes) -> bytes:
    """The two parts that list all others, with the property among them."""
    if name == "[Content_Types].xml" and _CUSTOM.encode() not in part:
        return part.replace(b"</Types>", f'<Override PartName="/{_CUSTOM}" ContentType="{_TYPE}"/></Types>'.encode())
    if name == "_rels/.rels" and _CUSTOM.encode() not in part:
        relation = f'<Relationship Id="rIdReportgen" Type="{_RELATION}" Target="{_CUSTOM}"/></Relationships>'
        return part.replace(b"</Relationships>", relation.encode())
    return part


def _digest(parts: Mapping[str, bytes]) -> str:
    """Of all parts but the properties, which programs write anew without changing anything."""
    found = hashlib.sha256()
    for name in sorted(parts):
        if not name.startswith("docProps/"):
            found.update(f"{name}\0{len(parts[name])}\0".encode())
            found.update(parts[name])
    return found.hexdigest()


def _of_package(content: bytes) -> Provenance:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            names = archive.namelist()
            stated = _STATED.search(archive.read(_CUSTOM)) if _CUSTOM in names else None
            if stated:
                parts = {name: archive.read(name) for name in names}
                return Provenance.OURS if _digest(parts) == stated[1].decode() else Provenance.EDITED
            # So did former versions of this program name themselves.
            ours = _APP in names and b"<Application>reportgen<" in archive.read(_APP)
    except _BROKEN:
        return Provenance.FOREIGN
    return Provenance.OURS if ours else Provenance.FOREIGN


# ---- PDF ----


def _marked_pdf(content: bytes) -> bytes:
    found = list(_IDENTIFIER.finditer(content))
    return _with_identifier(content, found[-1], _identifier(content, found[-1])) if found else content


def _with_identifier(content: bytes, found: re.Match[bytes], digits: bytes) -> bytes:
    """Both identifiers of the same length as they are, so that nothing in the file moves."""
    first, second = found.span(1), found.span(2)
    return content[: first[0]] + digits + content[first[1] : second[0]] + digits + content[second[1] :]


def _identifier(content: bytes, found: re.Match[bytes]) -> bytes:
    return hashlib.sha256(_with_identifier(content, found, b"0" * 32)).hexdigest()[:32].encode()


def marked_copy(content: bytes) -> bytes:
    """A PDF that somebody else finished and this program has put notes into, with its digest in it.

    It still says who made it: its mark is the second identifier alone, which changes whenever a file is saved.
    """
    found = list(_SECOND.finditer(content))
    return _with_second(content, found[-1], _second(content, found[-1])) if found else content


def _with_second(content: bytes, found: re.Match[bytes], digits: bytes) -> bytes:
    start, end = found.span(1)
    return content[:start] + digits + content[end:]


def _second(content: bytes, found: re.Match[bytes]) -> bytes:
    return hashlib.sha256(_with_second(content, found, b"0" * 32)).hexdigest()[:32].encode()


def _is_copy(content: bytes) -> bool:
    found = list(_SECOND.finditer(content))
    return bool(found) and found[-1][1] == _second(content, found[-1])


def _of_pdf(content: bytes, creator: Callable[[bytes], str]) -> Provenance:
    if _is_copy(content):
        return Provenance.OURS
    if creator(content).encode() != _CREATOR:
        return Provenance.FOREIGN
    found = list(_IDENTIFIER.finditer(content))
    if not found:  # former versions of this program wrote none
        return Provenance.EDITED if _ANY_IDENTIFIER.search(content) else Provenance.OURS
    same = found[-1][1] == found[-1][2] == _identifier(content, found[-1])
    return Provenance.OURS if same else Provenance.EDITED
