"""What the figures are held against."""

from benchmarks.clock import Result

BUILD, LONG_FORM = 0.7, 3.0
"""A cold build over LibreOffice alone; seconds for a form of 2,000 rows."""
ONE_PROCESS, TWO_PROCESSES = 0.7, 0.4
"""Twenty files over docxtpl and LibreOffice."""
COLD, WARM, REPORTS, ACCOUNTS = 0.45, 60.0, 10.0, 1.0
"""Checks: seconds for one, ms for one of many, seconds for 300 on two cores, seconds for forty pages."""
START, PDFS = 0.25, 10.0
"""Seconds before `build` takes the first file; PDFs a second and core."""


def ratio(own: Result, peer: Result, most: float) -> str:
    """How much of a peer's time was taken."""
    measured = own.wall / peer.wall
    return f"Wanted: at most {most} × LibreOffice. Measured: {measured:.2f}, {_met(measured <= most)}."


def at_most(measured: float, most: float, unit: str = "s") -> str:
    """A time that must not be longer."""
    return f"Wanted: {most:g} {unit}, {_met(measured <= most)}."


def at_least(measured: float, least: float, unit: str) -> str:
    """A rate that must not be lower."""
    return f"Wanted: {least:g} {unit}, {_met(measured >= least)}."


def _met(met: bool) -> str:
    return "met" if met else "missed"
