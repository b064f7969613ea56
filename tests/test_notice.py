"""NOTICE says under which licences everything comes, and nothing under GPL or AGPL slips in."""

import pytest
from script import notice


def test_the_notice_is_what_the_libraries_say_today() -> None:
    assert notice.NOTICE.read_text(encoding="utf-8") == notice.notice()


def test_no_library_asks_for_the_source_of_the_program() -> None:
    assert notice.refused(notice.licences()) == []


@pytest.mark.parametrize("licence", ["GPL-3.0-only", "AGPL-3.0-or-later", "GNU General Public License v3 (GPLv3)", ""])
def test_such_a_library_would_be_refused(licence: str) -> None:
    assert notice.refused({"new 1.0": licence})


def test_a_library_that_only_shares_its_own_changes_is_not() -> None:
    assert notice.refused({"docxtpl 0.20": "LGPL-2.1-only"}) == []
