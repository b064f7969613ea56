"""The pages of a content file, made in a process of their own: typing is never held up, a crash takes no text along."""

from pathlib import Path

from reportgen.desk.content.holes import with_holes
from reportgen.desk.content.outline import sections_of
from reportgen.desk.kept_pages import PagesProcess, keep
from reportgen.digest import digest_of
from reportgen.pipeline.build import Built, build, build_file
from reportgen.pipeline.check import check_text
from reportgen.pipeline.review_page.live import laid_pages, pages_of
from reportgen.record import as_json
from reportgen.source.beside import Beside
from reportgen.source.composed_text import written
from reportgen.source.node import Mapping
from reportgen.source.tree import given_of, tree_of


def _laid(path: Path, roots: tuple[Path, ...]) -> bytes:
    built = build_file(path, roots, ["pdf"])
    digest = digest_of(built.checked.original)
    if not built.outputs:
        built = _with_holes(built, path, roots)
    pages = pages_of(built)
    laid = laid_pages(built, pages, digest)
    keep(path, laid.digest, pages)
    return as_json(laid)


def _with_holes(built: Built, path: Path, roots: tuple[Path, ...]) -> Built:
    """The documents of a file that lacks something, with 【待填】 where it belongs; as it is where that is not all."""
    source = built.checked.source
    if not isinstance(source.root, Mapping):
        return built
    fields = [field for section in sections_of(source.root, roots) for field in section.fields]
    filled = given_of(with_holes(tree_of(source.root), fields))
    assert isinstance(filled, dict)
    text = "\n".join(written(filled)) + "\n"
    return build(check_text(text, source.file, roots, beside=Beside(path.parent)), ["pdf"])


def _loaded() -> None:
    """What the first pages would wait for: the engine, and what reads them back."""
    import reportgen.render.typst.writer
    import reportgen.verify.artifacts  # noqa: F401 - to have it there


class Preview(PagesProcess):
    """The process that makes pages, begun when the first are asked for, or before."""

    def warm(self) -> None:
        """Begin the process, so that the first pages need not wait for it. Raises as `asked`."""
        self.asked(_loaded)

    def laid(self, path: Path, roots: tuple[Path, ...]) -> bytes:
        """`LaidPages` of a content file as JSON. Raises ReportgenError when it cannot be read or made."""
        answer = self.asked(_laid, path, roots)
        assert isinstance(answer, bytes)
        return answer
