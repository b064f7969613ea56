"""The three tags of a Word template, and what looks like a tag and is none."""

import pytest

from reportgen.word.tags import BlockTag, EndIfTag, IfTag, LineTag, NotATag, read_tags


def test_the_three_tags() -> None:
    assert read_tags("{{p 正文 }}") == BlockTag("正文")
    assert read_tags(" {%p if 附件 %} ") == IfTag("附件")
    assert read_tags("{%p endif %}") == EndIfTag()
    assert read_tags("致{{ 主送机关 }}：") == LineTag((("致", ""), ("", "主送机关"), ("：", "")))


@pytest.mark.parametrize(
    "text",
    [
        "{{ 标题",
        "标题 }}",
        "｛｛ 标题 ｝｝",
        "{% for x in y %}",
        "前{{p 正文 }}",
        "{{ 标题 | upper }}",
        "{{ a.b() }}",
        "{# 注 #}",
    ],
)
def test_anything_else_with_braces_is_refused(text: str) -> None:
    with pytest.raises(NotATag):
        read_tags(text)
