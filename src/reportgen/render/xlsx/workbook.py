"""A new workbook, as every writer here begins one."""

from datetime import UTC, datetime
from io import BytesIO

from xlsxwriter import Workbook

FONT = {"font_name": "宋体", "font_size": 11, "valign": "vcenter"}
"""Of sheets that people work on with; a form has the letters of its template."""
_WORDS_STAY_WORDS = {
    "in_memory": True,
    "strings_to_numbers": False,
    "strings_to_formulas": False,
    "strings_to_urls": False,
}


def new_workbook(stream: BytesIO, title: str, moment: datetime, author: str = "") -> Workbook:
    """A workbook that is written into a stream when it is closed; `moment` is its date of creation."""
    workbook = Workbook(stream, _WORDS_STAY_WORDS)
    created = moment.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    workbook.set_properties({"title": title, "author": author, "created": created})
    return workbook
