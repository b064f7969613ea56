"""Which DLLs a Windows executable asks for, read from its import table (the PE format, as Microsoft documents it)."""

from struct import unpack_from

_PE32_PLUS = 0x20B
_DIRECTORIES = {0x10B: 96, _PE32_PLUS: 112}
"""Where the data directories begin in the optional header."""
_OTHER = "no executable of Windows"
_IMPORTS = 1
"""The import table is the second of them."""


def imports(content: bytes) -> tuple[str, ...]:
    """The names of the DLLs that Windows loads together with this one, in lower case.

    Raises ValueError for what is no executable of Windows.
    """
    if content[:2] != b"MZ":
        raise ValueError(_OTHER)
    header = _number(content, 0x3C)
    if content[header : header + 4] != b"PE\0\0":
        raise ValueError(_OTHER)
    optional = header + 24
    (magic,) = unpack_from("<H", content, optional)
    table = _number(content, optional + _DIRECTORIES[magic] + 8 * _IMPORTS)
    return tuple(_names(content, header, table)) if table else ()


def _names(content: bytes, header: int, table: int) -> list[str]:
    names = []
    entry = _offset(content, header, table)
    while address := _number(content, entry + 12):
        start = _offset(content, header, address)
        names.append(content[start : content.index(b"\0", start)].decode("ascii").lower())
        entry += 20
    return names


def _offset(content: bytes, header: int, address: int) -> int:
    """Where in the file stands what is loaded at an address."""
    count, size = unpack_from("<H", content, header + 6)[0], unpack_from("<H", content, header + 20)[0]
    for section in range(header + 24 + size, header + 24 + size + 40 * count, 40):
        length, begin, raw, place = unpack_from("<IIII", content, section + 8)
        if begin <= address < begin + max(length, raw):
            return int(address - begin + place)
    raise ValueError(_OTHER)


def _number(content: bytes, at: int) -> int:
    return int(unpack_from("<I", content, at)[0])
