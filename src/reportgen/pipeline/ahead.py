"""Pages set on another core while the rules still read the document.

Typst is compiled code and does not hold Python's lock: a PDF that is begun when its document is composed is mostly done
when the rules are. It takes no less processor time, and on one core nothing is gained or lost. WeasyPrint, which is
Python, would gain nothing; PDFs for archives carry the findings, and cannot be finished before there are any.
"""

from collections.abc import Callable, Iterable
from functools import partial
from threading import Thread
from typing import Generic, TypeVar

from reportgen.limits import IN_COMPILED_CODE
from reportgen.model.engine import Engine
from reportgen.pipeline.drafts import Draft
from reportgen.pipeline.pages import PdfOptions, needs_pages, print_draft
from reportgen.render.engines import load_typst
from reportgen.render.made_pdf import Pdf

Result = TypeVar("Result")


class Ahead:
    """The PDFs of drafts, begun before they are asked for."""

    def __init__(self, options: PdfOptions, formats: Iterable[str]) -> None:
        self.options, self._formats = options, list(formats)
        self._begun: dict[int, _Background[Pdf]] = {}

    def begin(self, drafts: Iterable[Draft]) -> None:
        """Print those of which pages are wanted, where that goes on by itself."""
        if self.options.engine is not Engine.TYPST:
            return
        for draft in drafts:
            if needs_pages(draft.document, self._formats):
                load_typst()
                self._begun[id(draft.document)] = _Background(partial(print_draft, draft, self.options))

    def pdf_of(self, draft: Draft) -> Pdf:
        """Waits for the PDF of a draft. Raises what printing it has raised, as `print_draft`."""
        begun = self._begun.pop(id(draft.document), None)
        return begun.result() if begun else print_draft(draft, self.options)


class _Background(Thread, Generic[Result]):
    """Some work in a thread; what it raises is raised for whoever asks for its result, and else for nobody.

    Python waits for it at its end: a thread that comes back from compiled code when Python is gone ends the program
    with 「Aborted」. What does not want to wait asks `reportgen.limits.is_left_running`, and ends itself.
    """

    def __init__(self, work: Callable[[], Result]) -> None:
        super().__init__(name=IN_COMPILED_CODE)
        self._work = work
        self._made: list[Result] = []
        self._problem: Exception | None = None
        self.start()

    def run(self) -> None:
        try:
            self._made.append(self._work())
        except Exception as problem:  # noqa: BLE001 - it is raised in `result`
            self._problem = problem

    def result(self) -> Result:
        """What the work gives."""
        self.join()
        if self._problem:
            raise self._problem
        return self._made[0]
