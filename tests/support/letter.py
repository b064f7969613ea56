"""The example of the pack official-letter, with or without its annex, as the ground on which tests change one thing."""

from pathlib import Path

PACK = Path(__file__).resolve().parents[2] / "templates" / "official-letter"
_EXAMPLE = (PACK / "example.yaml").read_text(encoding="utf-8")
_LETTER, _RULER, _ANNEX = _EXAMPLE.partition("# ---- ")
UNSIGNED = ("\n签发人: 李华\n", "\n")
NO_COPIES = ("\n抄送: 某市审计局，某市人民代表大会常务委员会预算工作委员会\n", "\n")
MARKED = ("# 份号:", "份号:"), ("# 密级:", "密级:"), ("# 紧急程度:", "紧急程度:")
LONG_NAME = ("发文机关标志: 某市科学技术协会文件", "发文机关标志: 某市科学技术协会科学技术普及部文件")


def letter(*changes: tuple[str, str], annex: bool = False) -> str:
    """The content file with each `(old, new)` put in once; an `old` that does not stand there is an error."""
    text = _EXAMPLE if annex else _LETTER
    for old, new in changes:
        assert old in text, f"示例里没有：{old}"
        text = text.replace(old, new, 1)
    return text


def longer_by(lines: int) -> tuple[str, str]:
    """The body with more lines of text before its last one."""
    return "  特此报告。", "  这一行是为了把页面排满而写的。\n" * lines + "  特此报告。"
