"""Starts reportgen: the embeddable Python looks for packages nowhere but where it is told."""

import os
import sys
from pathlib import Path

HERE = Path(__file__).absolute().parent
"""Not resolved: a drive that stands for a share keeps its letter."""
sys.path[:0] = [str(HERE / "site-packages"), str(HERE)]


def start() -> None:
    """Run what was typed, or what the mouse means: `REPORTGEN_CALL` is how cmd was called, with ? for quotes."""
    import mouse  # type: ignore[import-not-found, unused-ignore]  # beside this file

    call, script = (os.environ.pop(name, "") for name in ("REPORTGEN_CALL", "REPORTGEN_SCRIPT"))
    command = os.environ.pop("REPORTGEN_COMMAND", "")
    dropped = mouse.dropped(call.replace("?", '"'), script)
    if command == "open":
        sys.exit(mouse.open_screen(dropped or sys.argv[1:]))
    if command:
        sys.exit(mouse.run(command, dropped or sys.argv[1:]))
    if dropped:
        sys.exit(mouse.run("check", dropped))
    if dropped is not None and sys.stdin.isatty():
        sys.exit(mouse.open_window(HERE / "window.cmd"))
    from reportgen.start import main

    main()


if __name__ == "__main__":  # worker processes load this file, too
    start()
