"""Libraries loaded on a second core while an engine of compiled code sets the pages on the first."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from threading import Thread


@contextmanager
def loading(modules: Iterable[str]) -> Iterator[None]:
    """Load modules beside what is done within, and wait for them behind it.

    One that cannot be loaded says so where it is wanted.
    """
    missing = [name for name in modules if name not in sys.modules]
    if not missing:
        yield
        return
    thread = Thread(target=_load, args=(missing,), daemon=True)
    thread.start()
    try:
        yield
    finally:
        thread.join()


def _load(modules: Iterable[str]) -> None:
    for name in modules:
        with suppress(ImportError):
            import_module(name)
