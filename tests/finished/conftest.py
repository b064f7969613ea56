"""Content files built once for all tests of finished documents."""

from collections.abc import Callable
from functools import cache

import pytest
from tests.support.made import ROOT, Made, make


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Made]:
    """The outputs of a content file, by its name."""

    @cache
    def build(name: str) -> Made:
        return make(ROOT / "content" / f"{name}.yaml", tmp_path_factory.mktemp(name))

    return build
