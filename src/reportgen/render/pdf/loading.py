"""Loading WeasyPrint in half the time: what it looks for in vain, or loads and never calls, is left out.

- It tries each of its C libraries under up to three names before the one that Linux knows. For every name cffi asks
  `find_library`, which runs ldconfig, and gcc and ld where they are installed: 30 ms in all, with a compiler 120 ms.
- fontTools' subsetter (HarfBuzz subsets) and instancer (for variable fonts): 55 ms. They load when they are called.
- The garbage collector walks again and again over what was loaded and stays: 70 ms of the first document.

Of 1,000 ms for the first document, with WeasyPrint 70.0. It is the same WeasyPrint that is loaded.
"""

import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ctypes import util
from importlib import import_module
from types import ModuleType
from typing import Any

_RARE = ("fontTools.subset", "fontTools.varLib.instancer")


@contextmanager
def quick_import() -> Iterator[None]:
    """While this lasts, importing WeasyPrint is quick; what was loaded by its end is spared by the collector."""
    if "weasyprint" in sys.modules:
        yield
        return
    find_library, collecting = util.find_library, gc.isenabled()
    rare = {name: _LazyModule(name) for name in _RARE if name not in sys.modules}
    sys.modules.update(rare)
    if sys.platform == "linux":
        util.find_library = lambda name: None  # noqa: ARG005  # the loader finds libpango-1.0.so.0 by itself
    gc.disable()
    try:
        yield
    finally:
        util.find_library = find_library
        for name in rare:
            del sys.modules[name]
        gc.freeze()
        if collecting:
            gc.enable()


class _LazyModule(ModuleType):
    """Stands for a module of which only functions and classes are called, and imports it with the first call."""

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name.startswith("__"):
            raise AttributeError(name)

        def call(*args: Any, **kwargs: Any) -> Any:
            return getattr(import_module(self.__name__), name)(*args, **kwargs)

        return call
