"""What is known of the content files of the folder: their summaries."""

from collections.abc import Callable
from concurrent.futures import Executor

from reportgen.desk.background import Background
from reportgen.desk.home.summary import Summary, summary_of
from reportgen.desk.workspace import Workspace


class Checks(Background[Summary]):
    """Summaries by file."""

    def __init__(self, workspace: Workspace, worker: Callable[[], Executor] | None = None) -> None:
        super().__init__(workspace, summary_of, lambda why: Summary(why=why), worker)
