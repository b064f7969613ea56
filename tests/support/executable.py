"""A DLL of Windows as small as can be: headers, one section, the names of the DLLs that it asks for."""

from struct import pack

AMD64 = 0x8664
_BASE, _RAW = 0x1000, 0x400
"""Where the section is loaded, and where it stands in the file."""


def dll(*asked: str, machine: int = AMD64) -> bytes:
    """Its bytes, by the PE format as Microsoft documents it."""
    section = _imports(asked)
    optional = pack("<H", 0x20B).ljust(112, b"\0") + pack("<IIII", 0, 0, _BASE if asked else 0, len(section))
    coff = pack("<HHIIIHH", machine, 1, 0, 0, 0, len(optional), 0x2022)
    header = b".idata\0\0" + pack("<IIII", len(section), _BASE, len(section), _RAW).ljust(32, b"\0")
    start = b"MZ".ljust(0x3C, b"\0") + pack("<I", 0x40)
    return (start + b"PE\0\0" + coff + optional + header).ljust(_RAW, b"\0") + section


def _imports(asked: tuple[str, ...]) -> bytes:
    entries, names = b"", b""
    for name in asked:
        entries += pack("<IIIII", 0, 0, 0, _BASE + 20 * (len(asked) + 1) + len(names), 0)
        names += name.encode() + b"\0"
    return entries + bytes(20) + names
