"""The example content file of the pack, as the ground on which tests change one thing at a time."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACK = ROOT / "templates" / "dept-evaluation"
EXAMPLE = (PACK / "example.yaml").read_text(encoding="utf-8")


def changed(*changes: tuple[str, str]) -> str:
    """The example with each `(old, new)` put in once; an `old` that does not stand there is an error."""
    text = EXAMPLE
    for old, new in changes:
        assert old in text, f"示例里没有：{old}"
        text = text.replace(old, new, 1)
    return text
