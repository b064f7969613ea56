"""A process that makes pages and keeps those of the last few files: pictures are made when they come into view."""

from pathlib import Path

from reportgen.desk.process import Process
from reportgen.pipeline.review_page.live import Pages

_MOST = 4
"""Files whose pages are kept."""
_kept: dict[tuple[str, str], Pages] = {}
"""In the process: by file and digest."""


def keep(path: Path, digest: str, pages: Pages) -> None:
    """In the process: keep the pages of a file, and let go of those of the one that was made longest ago."""
    _kept[str(path), digest] = pages
    while len(_kept) > _MOST:
        del _kept[next(iter(_kept))]


def _picture(path: Path, digest: str, index: int, scale: float) -> bytes | None:
    pages = _kept.get((str(path), digest))
    try:
        return pages.picture(index, scale) if pages and index >= 0 else None
    except IndexError:  # the page asks for one that the document has no more
        return None


class PagesProcess(Process):
    """Begun when the first pages are asked for."""

    def picture(self, path: Path, digest: str, index: int, scale: float) -> bytes | None:
        """A page as WebP, of the bytes with the digest; None when it is there no more."""
        answer = self.asked(_picture, path, digest, index, scale)
        assert answer is None or isinstance(answer, bytes)
        return answer
