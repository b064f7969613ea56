"""What somebody has looked at and leaves as it is: written down once, known again until its figures change."""

from pathlib import Path

import pytest
from tests.support.made import NANYANG, Made

from reportgen.errors import UsageProblem
from reportgen.language import use_language
from reportgen.pdf.attachments import attached_files
from reportgen.pipeline.archive.reproduction import reproduce
from reportgen.pipeline.build import build
from reportgen.pipeline.check import check_file, check_text
from reportgen.pipeline.checked import Checked
from reportgen.pipeline.dismissing import dismiss
from reportgen.pipeline.fix import fix_text
from reportgen.review.dismissals import list_beside, read_dismissals
from reportgen.review.fingerprint import Fingerprints

LETTER = """\
文种: official-letter
单位: 示例县人民医院
发文机关标志: 示例县人民医院文件
发文字号: 示例县医函〔2025〕3号
成文日期: 2025-03-05
事由: 报送绩效自评材料
公文种类: 函
主送机关: 示例县卫生健康局
正文: |
  自评工作已经完成。

  全年支出120.00万元，其中设备购置70.00万元、人员培训60.00万元。
"""
REASON = "设备购置含上年结转10万元，已在附表说明"


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """A letter whose parts come to more than their total."""
    path = tmp_path / "回函.yaml"
    path.write_text(LETTER, encoding="utf-8")
    return path


def _said(path: Path) -> dict[str, str]:
    """The codes that are found, with the reason for which each was accepted."""
    return {finding.code: finding.acknowledged for finding in check_file(path).report}


def _dismissed(path: Path, word: str = "NUM012:10") -> None:
    dismiss(path, check_file(path), [word], REASON)


@pytest.fixture
def wrong(letter: Path) -> str:
    """The code of the finding about the sum."""
    (finding,) = [each for each in check_file(letter).report if each.code.startswith("NUM")]
    return f"{finding.code}:{finding.place.line}"


def test_once_dismissed_it_stays_with_its_reason(letter: Path, wrong: str) -> None:
    """In what checks and in what builds; lines put in above do not bring it back."""
    _dismissed(letter, wrong)
    assert _said(letter)[wrong[:6]] == REASON
    built = build(check_file(letter), ["txt"])
    assert [each.acknowledged for each in built.report if each.code == wrong[:6]] == [REASON]
    letter.write_text("# 再看一遍\n\n" + LETTER, encoding="utf-8")
    assert _said(letter)[wrong[:6]] == REASON


def test_what_is_dismissed_is_not_repaired(letter: Path) -> None:
    """`--fix` leaves alone what stays as it is."""
    letter.write_text(LETTER.replace("已经完成。", "已经完成,表格附后。"), encoding="utf-8")
    (comma,) = [each for each in check_file(letter).report if each.code == "PUN001"]
    _dismissed(letter, f"PUN001:{comma.place.line}")
    text = letter.read_text(encoding="utf-8")
    assert fix_text(text, lambda new: check_text(new, str(letter)), lambda _finding: True).text == text


def test_another_figure_asks_again_and_the_old_reason_is_told(letter: Path, wrong: str) -> None:
    """Neither the decision about another figure counts, nor is it lost in silence."""
    _dismissed(letter, wrong)
    letter.write_text(LETTER.replace("60.00", "61.00"), encoding="utf-8")
    said = _said(letter)
    assert said[wrong[:6]] == ""
    assert "SUP003" in said
    (told,) = [each for each in check_file(letter).report if each.code == "SUP003"]
    assert (told.place.file, REASON in told.label) == (str(list_beside(letter)), True)


def test_the_list_can_be_read_and_edited(letter: Path, wrong: str) -> None:
    """Entries stand behind what people wrote; one that is taken out asks again."""
    _dismissed(letter, wrong)
    listed = list_beside(letter)
    text = listed.read_text(encoding="utf-8")
    assert listed.name == "回函.不改.yaml"
    assert all(f"{key}: " in text for key in ("编号", "代码", "位置", "问题", "理由", "日期"))
    (entry,) = read_dismissals(text, "回函.不改.yaml")[0]
    assert (entry.code, entry.reason) == (wrong[:6], REASON)
    listed.write_text("# 局里定的\n[]\n", encoding="utf-8")
    assert _said(letter)[wrong[:6]] == ""


def test_an_entry_without_a_reason_has_no_effect(letter: Path, wrong: str) -> None:
    """It is an error of its own: whoever reviews must see why."""
    _dismissed(letter, wrong)
    listed = list_beside(letter)
    listed.write_text(listed.read_text(encoding="utf-8").replace(REASON, ""), encoding="utf-8")
    said = _said(letter)
    assert said[wrong[:6]] == ""
    assert "SUP004" in said


def test_what_cannot_be_dismissed_is_refused(letter: Path, wrong: str) -> None:
    """Nothing is written for what is named wrongly, without a reason or for the second time."""
    checked = check_file(letter)
    for words, reason in (["NUM999:1"], "因为"), (["abcdef"], "因为"), (["ab"], "因为"), ([wrong], " "):
        with pytest.raises(UsageProblem):
            dismiss(letter, checked, words, reason)
    assert not list_beside(letter).exists()
    _dismissed(letter, wrong)
    with pytest.raises(UsageProblem, match="已经确认过"):
        _dismissed(letter, wrong)


def test_nothing_is_lost_of_a_list_that_cannot_be_read(letter: Path, wrong: str) -> None:
    """It is told; and nothing is written behind what would make all of it unreadable."""
    listed = list_beside(letter)
    listed.write_bytes(b"\x00\xff\xfe\x81")
    assert "SUP004" in _said(letter)
    listed.write_text("[{编号: aaaaaaaaaaaa, 理由: 已在附表说明}]\n", encoding="utf-8")
    with pytest.raises(UsageProblem, match="写法太特别"):
        _dismissed(letter, wrong)
    assert listed.read_text(encoding="utf-8").startswith("[{")


def test_a_list_that_notepad_saved_is_read(letter: Path, wrong: str) -> None:
    """In GBK, as old Windows writes it."""
    _dismissed(letter, wrong)
    listed = list_beside(letter)
    listed.write_bytes(listed.read_text(encoding="utf-8").replace("\n", "\r\n").encode("gbk"))
    assert _said(letter)[wrong[:6]] == REASON


def test_an_archive_carries_the_list_and_is_the_same_when_it_is_made_again(letter: Path, wrong: str) -> None:
    """So that its findings are those of then, with their reasons."""
    _dismissed(letter, wrong)
    pdf = build(check_file(letter), ["pdf"], archive=True).outputs["pdf"]
    assert "旁附1-回函.不改.yaml" in attached_files(pdf, "")
    assert list(reproduce(pdf, "回函.pdf").report) == []


def test_the_beginning_of_a_fingerprint_is_enough(letter: Path, wrong: str) -> None:
    """And it is the same in English, whose messages put it otherwise."""
    checked = check_file(letter)
    fingerprints = Fingerprints(checked.source)
    (name,) = [fingerprints.of(each) for each in checked.report if each.code == wrong[:6]]
    use_language("en")
    try:
        english = check_file(letter)
        assert name in {Fingerprints(english.source).of(each) for each in english.report}
        dismiss(letter, english, [name[:8]], REASON)
    finally:
        use_language("zh")
    assert _said(letter)[wrong[:6]] == REASON


def test_fingerprints_hold_in_english_for_all_findings_of_a_report(nanyang: Made) -> None:
    """Of a long report with findings of many kinds."""

    def known(checked: Checked) -> list[str]:
        return sorted(map(Fingerprints(checked.source).of, checked.report))

    use_language("en")
    try:
        english = known(check_file(NANYANG))
    finally:
        use_language("zh")
    assert english == known(nanyang.built.checked)


def test_the_list_of_a_finished_document_bears_its_whole_name(tmp_path: Path) -> None:
    """A Word file and a PDF of one name lie side by side."""
    path = tmp_path / "稿.txt"
    path.write_text(
        "样板镇文化站2024年度工作总结\n全年支出120.00万元，其中设备购置70.00万元、培训60.00万元。\n", encoding="utf-8"
    )
    (finding,) = [each for each in check_file(path).report if each.code.startswith("NUM")]
    dismiss(path, check_file(path), [f"{finding.code}:{finding.place.line}"], REASON)
    assert list_beside(path).name == "稿.txt.不改.yaml"
    assert _said(path)[finding.code] == REASON
