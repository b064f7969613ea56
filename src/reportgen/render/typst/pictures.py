"""The pictures that a document shows, as files that live as long as its PDF is made."""

_UNREADABLE = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" preserveAspectRatio="none">'
    b'<path d="M1 1H99V99H1ZL99 99M99 1L1 99" fill="none" stroke="#808080" stroke-width="1"/></svg>'
)
"""A crossed box."""


class Pictures:
    """Pictures by the names that the template calls them by; equal ones are kept once."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}

    def keep(self, content: bytes) -> str:
        """Keep a picture; gives its name. Of what kind it is, its content says."""
        known = next((name for name, other in self.files.items() if other == content), None)
        name = known or f"picture-{len(self.files)}"
        self.files[name] = content
        return name

    def cross_out(self, name: str) -> bytes:
        """Put a crossed box in the place of a picture; gives what stood there."""
        content = self.files[name]
        self.files[name] = _UNREADABLE
        return content
