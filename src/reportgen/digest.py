"""By what the bytes of a file are known again."""

import hashlib


def digest_of(content: bytes) -> str:
    """SHA-256 in hexadecimal digits: the same for the same bytes, on every machine."""
    return hashlib.sha256(content).hexdigest()
