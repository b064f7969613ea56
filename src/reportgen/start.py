"""Where the program begins: Ctrl-C ends it without a word from here on, before most of it is even loaded."""

import os
import sys
from contextlib import suppress

_INTERRUPTED = 130
"""What shells give for a program that Ctrl-C has ended."""


def main() -> None:
    """Run the command line, see `reportgen.cli.app.main`."""
    try:
        from reportgen.cli import main as run

        run()
    except KeyboardInterrupt:
        _leave()
    except SystemExit as ended:
        if ended.code == _INTERRUPTED:
            _leave()
        raise


def _leave() -> None:
    """At once: at a usual end threads would be waited for, and a second Ctrl-C would complain of that."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):
            stream.flush()
    os._exit(_INTERRUPTED)
