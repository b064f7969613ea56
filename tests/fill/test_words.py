"""Names of rows and columns made alike: units behind them and numbers before them are left out."""

import pytest

from reportgen.fill.words import bare


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("开放床位（张）", "开放床位"),
        ("图书藏量（册）", "图书藏量"),
        ("（二）灌溉面积（亩）", "灌溉面积"),
        ("受益农户（单位：户）", "受益农户"),
        ("水库总库容（m³）", "水库总库容"),
        ("在职人员（事业编制）", "在职人员(事业编制)"),
        ("结案（含撤诉）", "结案(含撤诉)"),
    ],
)
def test_a_unit_is_no_part_of_the_name(written: str, meant: str) -> None:
    assert bare(written) == meant
