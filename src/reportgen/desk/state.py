"""What a screen has while it is open: its folder, who may come in, the open pages, the jobs, what is known of files."""

from pathlib import Path
from tempfile import TemporaryDirectory

from reportgen.desk.content.service import Contents
from reportgen.desk.entrance import Entrance
from reportgen.desk.home.checks import Checks
from reportgen.desk.jobs.jobs import Jobs
from reportgen.desk.password import Password
from reportgen.desk.presence import Presence
from reportgen.desk.review.reviews import Reviews
from reportgen.desk.workspace import Workspace


class Desk:
    """One screen. `close` ends what it has started, and takes away what was uploaded."""

    def __init__(
        self,
        workspace: Workspace,
        entrance: Entrance,
        presence: Presence | None = None,
        password: Password | None = None,
        checks: Checks | None = None,
    ) -> None:
        self.workspace = workspace
        self.password = password
        """By which people at other computers are let in; None when nobody is."""
        self.entrance = entrance
        self.presence = presence or Presence()
        self.jobs = Jobs()
        self.contents = Contents(workspace)
        self.checks = checks or Checks(workspace)
        self.reviews = Reviews(workspace)
        self._uploads = TemporaryDirectory(prefix="reportgen-", ignore_cleanup_errors=True)

    @property
    def uploads(self) -> Path:
        """Where files that were handed in lie until the screen is closed: never in the opened folder."""
        return Path(self._uploads.name)

    def close(self) -> None:
        """End jobs and workers."""
        self.presence.closing = True
        self.jobs.close()
        self.checks.close()
        self.reviews.close()
        self.contents.close()
        self._uploads.cleanup()
