"""WeasyPrint loaded quickly is the same WeasyPrint: what was put in its way is gone, what was put off still works."""

import subprocess
import sys

PROGRAM = """
import gc, sys
from ctypes import util
find_library = util.find_library
from reportgen.render.pdf.engine import pango_version
pango_version()
assert util.find_library is find_library
assert gc.isenabled() and gc.get_freeze_count() > 0
assert not {"fontTools.subset", "fontTools.varLib.instancer"} & set(sys.modules)

from weasyprint.pdf import fonts
assert type(fonts.subset.Options()).__module__ == "fontTools.subset"
try:
    fonts.instantiateVariableFont()
except TypeError as error:
    print(error)
"""


def test_weasyprint_is_whole_once_it_is_loaded() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.stdout.startswith("instantiateVariableFont() missing 2 required positional arguments")


def test_loading_it_twice_leaves_the_collector_alone() -> None:
    program = (
        "import gc\n"
        "from reportgen.render.pdf.engine import pango_version\n"
        "pango_version()\n"
        "gc.unfreeze()\n"
        "pango_version()\n"
        "print(gc.get_freeze_count())"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "0\n"
