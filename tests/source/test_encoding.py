"""Which encoding a text was saved in: strict, since a wrong guess exchanges characters without a word."""

import pytest

from reportgen.source.encoding import decoded

TEXTS = ["单位: 示例县人民医院\n年度: 2024\n", "说明: |\n  某市第二中学开展“一对一”帮扶——全年42场。\n"]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_a_text_is_read_whatever_it_was_saved_as(text: str, encoding: str) -> None:
    found = decoded(text.encode(encoding))
    assert found
    assert (found.text, bool(found.name)) == (text, not encoding.startswith("utf-8"))


@pytest.mark.parametrize(
    "content",
    [
        TEXTS[0].encode().replace("县".encode(), b"\xe5\x8e"),
        TEXTS[1].encode()[:-3] + b"\x80\n",
        "name: café résumé naïve\n".encode("latin-1"),
        bytes(range(128, 256)) * 4,
        "单位: 示例县\n".encode("utf-16")[:-3],
    ],
    ids=["一个字坏了", "末尾坏了", "西文编码", "不是文字", "断开的 UTF-16"],
)
def test_what_is_damaged_or_no_text_is_no_guess(content: bytes) -> None:
    assert decoded(content) is None


def test_hanzi_of_names_are_no_mojibake() -> None:
    """Rare ones are few: 旻, 昇 and 垚 stand in no GB 2312, but in GBK."""
    text = "主任: 王旻昇、李垚\n单位: 示例区人民法院立案庭，负责立案和诉讼服务。\n"
    found = decoded(text.encode("gbk"))
    assert found
    assert found.text == text
