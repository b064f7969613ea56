"""Exceptions for what the world did; what people wrote wrongly is a `Diagnostic`, never an exception.

`OutOfTime` alone is no `Exception`: no library on the way may take it for a fault of its own.
"""


class ReportgenError(Exception):
    """Base of the program's own exceptions; the message is shown to the user as it is."""


class UsageProblem(ReportgenError):
    """The command line or an input file cannot be used (exit code 2)."""


class EnvironmentProblem(ReportgenError):
    """A font, a library or the disk is missing or broken (exit code 3)."""


class FileInUse(EnvironmentProblem):
    """A file cannot be replaced, though its folder takes new ones: Word or WPS holds it open (on Windows)."""


class InternalProblem(ReportgenError):
    """The program's own fault (exit code 4); `details` say where it happened, for those who mend it."""

    def __init__(self, message: str, details: str) -> None:
        super().__init__(message, details)
        self.details = details

    def __str__(self) -> str:
        return str(self.args[0])


class OutOfTime(BaseException):
    """A file has taken longer than it may."""


OverLimit = OutOfTime | MemoryError
"""What ends the work on a file that takes too much: what was found until then is kept, and it counts as unfinished."""
