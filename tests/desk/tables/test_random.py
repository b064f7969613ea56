"""Whatever is typed, pasted, moved and undone: a table shows what the file says, as one opened anew would."""

from typing import Any

import pytest

STEPS = """
async ([field, value, nothing, seed, steps]) => {
  let state = seed;
  const any = n => { state = (state * 1103515245 + 12345) % 2147483648; return Math.floor(state / 65536) % n; };
  const area = document.querySelector(".table-editor"), how = { bubbles: true, cancelable: true };
  const key = (name, extra = {}) => area.dispatchEvent(new KeyboardEvent("keydown", { key: name, ...how, ...extra }));
  const type = text => { area.value = text; area.dispatchEvent(new InputEvent("input", how)); key("Enter"); };
  const rest = () => new Promise(done => setTimeout(done, 0));
  const words = ["甲", "产出指标", "12", "3.50", "98%", "1,200.00", "", "乙\\n丙", "人员.在编", "35人"];
  const some = make => Array.from({ length: 1 + any(4) }, make);
  const block = () => some(() => some(() => words[any(7)]).join("\\t"));
  const paste = () => {
    const data = new DataTransfer();
    data.setData("text/plain", block().join("\\n"));
    area.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, ...how }));
  };
  const deeds = [
    () => type(words[any(words.length)]), () => type(words[any(words.length)]), paste,
    () => { key("Escape"); key("i", { altKey: true }); type("新"); }, () => any(3) || key("Delete", { altKey: true }),
    () => key("ArrowUp", { altKey: true }), () => key("ArrowDown", { altKey: true }), () => key("Delete"),
    () => { key("ArrowDown", { shiftKey: true }); key("d", { ctrlKey: true }); },
    () => key("z", { ctrlKey: true }), () => key("y", { ctrlKey: true }),
    () => { key("End", { ctrlKey: true }); key("ArrowDown"); },
  ];
  const shown = () => [...document.querySelectorAll(".table-box tbody tr:not(.fresh), .table-box tfoot tr")]
    .map(row => [...row.cells].slice(1).map(cell => cell.textContent)).filter(cells => cells.some(Boolean));
  const opened = async own => { standsIn.reset({ [field]: own }); await rest(); };
  await opened(value);
  area.focus();
  const pairs = [];
  let looked = 0;
  for (let step = 1; step <= steps; step += 1) {
    for (let moves = any(5); moves > 0; moves -= 1) key(["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"][any(4)]);
    deeds[any(deeds.length)]();
    await rest();
    if (step - looked < 8 || document.querySelector("tr.unsaved")) continue; // rows without a name stay out of the file
    looked = step;
    const [own, before] = [structuredClone(standsIn.valueOf([field])), shown()];
    await opened(nothing);
    await opened(own);
    pairs.push([before, shown()]);
  }
  return pairs;
}
"""
LISTS = {
    "绩效指标": [
        {"一级指标": "产出指标", "二级指标": "数量指标", "三级指标": "接处警", "分值": "20", "备注": ["留着"]},
        {"三级指标": "社区走访", "指标值": "≥300次", "分值": "30"},
        {"二级指标": "时效指标", "三级指标": "出警时间", "指标值": "≤5分钟", "分值": "40"},
    ],
    "预算": {
        "金额单位": "万元",
        "批复": "90.00",
        "项目资金": {"批复": "60.00"},
        "分项": [{"名称": "装备", "支出": "9"}],
    },
    "数据": {"警情": {"合计": "900起", "刑事": "100起", "治安": "800起"}, "民警": "60名", "名单": ["甲"]},
}


@pytest.mark.parametrize(("field", "nothing"), [("绩效指标", []), ("预算", {}), ("数据", {})])
def test_a_table_shows_what_the_file_says(opens: Any, field: str, nothing: Any) -> None:
    table = opens(field, LISTS[field])
    pairs = table.page.evaluate(STEPS, [field, LISTS[field], nothing, 14, 70])
    assert pairs
    assert [pair for pair in pairs if pair[0] != pair[1]] == []
