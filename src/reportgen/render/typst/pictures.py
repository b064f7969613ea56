"""The pictures that a document shows, as files that live as long as its PDF is made, and nowhere but in memory."""


class Pictures:
    """Pictures by the names that the template calls them by; equal ones are kept once."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}

    def keep(self, content: bytes, media_type: str) -> str:
        """Keep a picture; gives its name."""
        known = next((name for name, other in self.files.items() if other == content), None)
        name = known or f"{len(self.files)}.{media_type.partition('/')[2].partition('+')[0]}"
        self.files[name] = content
        return name
