"""Runs `reportgen build` as far as the first file, and ends there: what every call takes before it does anything."""

import os
import sys
from typing import Any

from reportgen.cli import build as command
from reportgen.cli import main


def _ends(*_told: Any, **_more: Any) -> None:
    os._exit(0)


if __name__ == "__main__":
    sys.argv = ["reportgen", "build", *sys.argv[1:]]
    # not with unittest.mock, which brings asyncio and fifty modules more
    setattr(command, "refuse_unusable", _ends)  # noqa: B010 - to mypy it is a function of another type
    main()
