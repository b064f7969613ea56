"""Exceptions for what the world did; what people wrote wrongly is a `Diagnostic`, never an exception."""


class ReportgenError(Exception):
    """Base of the program's own exceptions; the message is shown to the user as it is."""


class UsageProblem(ReportgenError):
    """The command line or an input file cannot be used (exit code 2)."""


class EnvironmentProblem(ReportgenError):
    """A font, a library or the disk is missing or broken (exit code 3)."""
