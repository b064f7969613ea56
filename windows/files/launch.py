"""Starts reportgen: the embeddable Python looks for packages nowhere but where it is told."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "site-packages"))

from reportgen.start import main  # noqa: E402

if __name__ == "__main__":  # worker processes load this file, too
    main()
