"""结转: what becomes of a field in next year's file is chosen by its type, and by the pack where it says so."""

from pathlib import Path

import pytest

from reportgen.packs.carrying import Carry
from reportgen.packs.fields import Field, FieldType
from reportgen.packs.loader import load_pack, pack_folders

PACK = """
名称: 供水情况表
标题: "{{ 单位 }}供水情况表"
字段:
  单位: {类型: 文本, 必填: 是}
  供水量: {类型: 数量, 单位: 万吨, 结转: %s}
"""


def loaded(tmp_path: Path, carry: str) -> tuple[Field | None, list[str]]:
    (tmp_path / "pack.yaml").write_text(PACK.lstrip() % carry, encoding="utf-8")
    pack, found = load_pack(tmp_path)
    told = [" ".join((finding.label, *finding.notes, finding.fix)) for finding in found if finding.place.line == 5]
    return (pack.fields[1] if pack else None), told


@pytest.mark.parametrize("carry", list(Carry))
def test_a_pack_may_choose_any_of_the_words(carry: Carry, tmp_path: Path) -> None:
    field, told = loaded(tmp_path, carry.value)
    assert told == []
    assert field is not None
    assert field.carried is carry


def test_another_word_is_told_with_those_that_there_are(tmp_path: Path) -> None:
    field, told = loaded(tmp_path, "保留")
    assert field is None
    assert told[0].startswith("没有这种结转")
    assert "可以写：沿用、清空、转为上年、日期后移、转为待答复、删去" in told[0]


def test_without_a_word_the_type_decides() -> None:
    usual = {kind: Field("栏", kind, False, "").carried for kind in FieldType}
    assert {kind for kind, carry in usual.items() if carry is Carry.FORMER} == {
        FieldType.FACTS,
        FieldType.FUNDS,
        FieldType.SCORE,
        FieldType.AMOUNT,
        FieldType.QUANTITY,
    }
    assert (usual[FieldType.YEAR], usual[FieldType.DATE]) == (Carry.MOVE, Carry.MOVE)
    assert (usual[FieldType.PROSE], usual[FieldType.MEASURES]) == (Carry.KEEP, Carry.ANSWER)


def test_a_variant_inherits_what_it_does_not_say() -> None:
    packs = {folder.name: load_pack(folder)[0] for folder in pack_folders()}
    local, base = packs["sichuan-project"], packs["project-self-evaluation"]
    assert local is not None
    assert base is not None
    assert local.paths()["年度"].carried is base.paths()["年度"].carried is Carry.MOVE
