"""Where the program begins: Ctrl-C ends it without a traceback from here on, before most of it is even loaded."""

import gc
import os
import signal
import sys
from contextlib import suppress
from types import FrameType

_INTERRUPTED, _TERMINATED = 130, 143
"""What shells give for a program that Ctrl-C, or SIGTERM, has ended."""


def main() -> None:
    """Run the command line, see `reportgen.cli.app.main`."""
    signal.signal(signal.SIGTERM, _terminated)
    try:
        from reportgen.cli import main as run

        run()
    except KeyboardInterrupt:
        _end_at_once(_INTERRUPTED)
        sys.exit(_INTERRUPTED)
    except SystemExit as ended:
        _end_at_once(ended.code)
        raise
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # a second Ctrl-C would complain of what is being put away
        gc.freeze()  # nothing is left to collect for: Python looks through all objects as it ends, a sixth of a build


def _end_at_once(code: object) -> None:
    """Where compiled code still works on a file that was given up, since Python would wait for it."""
    if "reportgen.limits" not in sys.modules:
        return
    from reportgen.limits import is_left_running

    if is_left_running():
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError):  # nobody reads it any more
                stream.flush()
        os._exit(code if isinstance(code, int) else int(code is not None))


def _terminated(_number: int, _frame: FrameType | None) -> None:
    """As by Ctrl-C, what was begun is put away: workers, files half written."""
    sys.exit(_TERMINATED)
