"""Blocks from Excel and WPS, as their clipboards have them."""

from typing import Any

EXCEL = """<html xmlns:x="urn:schemas-microsoft-com:office:excel">
<head><style>.xl65{mso-number-format:Standard;}</style></head>
<body><table border=0><!--StartFragment--><col width=72>
<tr height=19><td class=xl65>校舍修缮</td><td x:num>1,200.50&nbsp;</td></tr>
<tr><td>食堂<br style='mso-data-placement:same-cell'>改造</td><td>３５０.００</td></tr>
<!--EndFragment--></table></body></html>"""
MERGED = """<table><tr><td rowspan=2>产出指标</td><td>数量指标</td><td>开放天数</td></tr>
<tr><td>质量指标</td><td>展品完好率</td></tr></table>"""
_ITEM = {"名称": "校园安防", "批复": "20.00", "到位": "20.00", "支出": "18.00", "支付率": "90.0%"}


def _funds(*items: dict[str, str]) -> dict[str, Any]:
    return {"金额单位": "万元", "批复": "320.00", "项目资金": {"批复": "120.00", "支出": "18.00"}, "分项": list(items)}


def test_sixty_rows_of_eight_columns_in_one_step_and_one_undo(opens: Any) -> None:
    rows = [
        ["产出指标" if not n else "", "数量指标", f"指标{n}", f"≥{n}场", f"{n}场", "1", "1", "场地维修"]
        for n in range(60)
    ]
    table = opens("绩效指标", [{"三级指标": "旧的"}])
    table.click(0, 0)
    table.paste("\r\n".join("\t".join(row) for row in rows) + "\r\n")
    assert len(table.sent()) == 1
    assert len(table.value()) == 60
    assert table.value()[59]["三级指标"] == "指标59"
    assert "一级指标" not in table.value()[1]
    assert "已粘贴 60 行 8 列" in table.page.locator(".table-notice").inner_text()
    table.page.get_by_role("button", name="撤销").click()
    assert table.value() == [{"三级指标": "旧的"}]


def test_what_excel_writes_as_html_is_cleaned_and_it_is_said_what_was(opens: Any) -> None:
    table = opens("预算", _funds(_ITEM))
    table.click(6, 0)
    table.paste("校舍修缮\t1,200.50 \r\n", EXCEL)
    assert table.value()["分项"][1:] == [
        {"名称": "校舍修缮", "年初预算": "1200.50"},
        {"名称": "食堂\n改造", "年初预算": "350.00"},
    ]
    notice = table.page.locator(".table-notice").inner_text()
    for said in ("已粘贴 2 行 2 列", "千分撇 1 格", "不间断空格 1 格", "全角数字 1 格"):
        assert said in notice


def test_joined_cells_leave_the_rows_below_empty_as_the_file_has_them(opens: Any) -> None:
    table = opens("绩效指标", [])
    table.click(0, 0)
    table.paste("", MERGED)
    assert table.value() == [
        {"一级指标": "产出指标", "二级指标": "数量指标", "三级指标": "开放天数"},
        {"二级指标": "质量指标", "三级指标": "展品完好率"},
    ]


def test_cells_in_quotes_hold_line_ends_tabs_and_quotes(opens: Any) -> None:
    table = opens("绩效指标", [])
    table.click(0, 2)
    table.paste('"水质""优良""\n天数"\t≥300天\r\n管网"漏损"率\t≤9%\r\n')
    assert table.value() == [
        {"三级指标": '水质"优良"\n天数', "指标值": "≥300天"},
        {"三级指标": '管网"漏损"率', "指标值": "≤9%"},
    ]


def test_a_head_line_says_which_column_is_which(opens: Any) -> None:
    table = opens("预算", _funds())
    table.click(5, 0)
    table.paste("项目\t支出（万元）\t批复\r\n案件审理经费\t88.10\t90.00\r\n法治宣传经费\t9.00\t10.00\r\n")
    assert table.value()["分项"] == [
        {"名称": "案件审理经费", "批复": "90.00", "支出": "88.10"},
        {"名称": "法治宣传经费", "批复": "10.00", "支出": "9.00"},
    ]
    assert "第一行是表头" in table.page.locator(".table-notice").inner_text()


def test_what_is_no_number_or_has_no_place_is_said_and_nothing_is_lost_in_silence(opens: Any) -> None:
    table = opens("预算", _funds(_ITEM, _ITEM | {"名称": "运动场地"}))
    table.click(5, 3)
    table.paste("约 3.2\t1\t98\t多的\r\n15.00\t14.00\t93.3%\t\r\n")
    assert [row["到位"] for row in table.value()["分项"]] == ["约 3.2", "15.00"]
    assert [row["支付率"] for row in table.value()["分项"]] == ["98%", "93.3%"]
    notice = table.page.locator(".table-notice").inner_text()
    assert "1 格不是数：第 1 行「约 3.2」" in notice
    assert "右边多出的 1 列没有地方放" in notice
    table.page.get_by_role("button", name="去看").click()
    assert table.current() == [5, 3]


def test_one_cell_fills_a_block_and_a_block_goes_back_to_excel_as_it_came(opens: Any) -> None:
    table = opens("预算", _funds(_ITEM, _ITEM | {"名称": "运动场地"}))
    table.click(5, 1)
    table.press("Shift+ArrowDown")
    table.paste("20.00")
    assert [row["年初预算"] for row in table.value()["分项"]] == ["20.00", "20.00"]
    copied = table.page.evaluate(
        """() => {
          const data = new DataTransfer(), how = { clipboardData: data, bubbles: true, cancelable: true };
          document.activeElement.dispatchEvent(new ClipboardEvent("copy", how));
          return [data.getData("text/plain"), data.getData("text/html")];
        }"""
    )
    assert copied == ["20.00\r\n20.00", "<table><tbody><tr><td>20.00</td></tr><tr><td>20.00</td></tr></tbody></table>"]


def test_copied_and_cut_by_the_keys_of_the_browser(opens: Any) -> None:
    table = opens("预算", _funds(_ITEM))
    table.click(5, 2)
    table.press("Shift+ArrowRight", "Control+c", "ArrowDown", "ArrowLeft", "Control+v")
    assert table.value()["分项"][1] == {"批复": "20.00", "到位": "20.00"}
    table.press("Control+x")
    assert table.value()["分项"][1].get("批复") is None


def test_lines_of_a_block_that_are_fixed_go_to_their_own_row_and_the_others_are_items(opens: Any) -> None:
    table = opens("预算", _funds(_ITEM))
    table.click(0, 0)
    table.paste("项目资金\t\t150.00\n基本支出\t\t170.00\n操场翻新\t\t30.00\n")
    value = table.value()
    assert (value["项目资金"]["批复"], value["基本支出"]) == ("150.00", {"批复": "170.00"})
    assert [item["批复"] for item in value["分项"]] == ["30.00"]


def test_amounts_of_a_head_in_yuan_are_converted_when_that_is_wanted(opens: Any) -> None:
    table = opens("预算", _funds())
    table.click(5, 0)
    table.paste("项目\t批复（元）\t支付率（%）\n河道清淤\t1,260,000.00\t98.5\n")
    assert table.value()["分项"][0]["批复"] == "1260000.00"
    assert "按元，这里按万元" in table.page.locator(".table-notice").inner_text()
    table.page.get_by_role("button", name="换算成万元").click()
    assert table.value()["分项"][0] == {"名称": "河道清淤", "批复": "126.00", "支付率": "98.5%"}


def test_heads_of_other_tables_are_known_and_columns_that_are_not_here_are_told(opens: Any) -> None:
    table = opens("预算", _funds())
    table.click(5, 0)
    table.paste(
        "序号\t项目名称\t全年预算数\t全年执行数\t经办\n1\t免疫规划\t40.00\t39.10\t防疫科\n2\t慢病管理\t12.00\t11.80\t\n"
    )
    assert table.value()["分项"] == [
        {"名称": "免疫规划", "批复": "40.00", "支出": "39.10"},
        {"名称": "慢病管理", "批复": "12.00", "支出": "11.80"},
    ]
    assert "没有「序号、经办」这几栏" in table.page.locator(".table-notice").inner_text()


def test_a_score_sheet_of_another_form_finds_its_columns(opens: Any) -> None:
    table = opens("绩效指标", [])
    table.click(0, 0)
    table.paste("指标名称\t年度指标值\t实际完成值\t自评得分\n巡查次数\t≥52次\t52次\t10\n")
    assert table.value() == [{"三级指标": "巡查次数", "指标值": "≥52次", "完成值": "52次", "得分": "10"}]
