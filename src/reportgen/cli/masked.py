"""What a public edition does not show, for the person who signs it: on the screen, and as a list beside the files.

Neither says anything in full: who finds the list learns no more than from the edition itself.
"""

from collections.abc import Iterator
from pathlib import Path

from reportgen.language import _
from reportgen.pipeline.checked import Checked
from reportgen.pipeline.public.edition import Published, published
from reportgen.pipeline.public.masking import Masked


def list_name(path: Path) -> str:
    """The file that holds the list; its name does not say 公开, so that nobody publishes it too."""
    return f"{path.stem}-{_('隐去清单')}.txt"


def of_public_edition(checked: Checked) -> tuple[Checked, tuple[str, ...]]:
    """A checked content file as its public edition would be, and what is told of that which it would not show."""
    made = published(checked)
    return made.checked, () if made.checked.report.fatal else tuple(told(made))


def list_of_masked(published: Published) -> bytes:
    """The list with room for a signature."""
    lines = [
        _("{file} 公开版隐去清单（内部使用，不随公开版发布）", file=published.checked.source.file),
        "",
        *told(published),
        "",
        _("公开前由签发人核对：隐去的是否恰当，没有隐去的是否都可以公开。"),
        _("核对人：　　　　　　　　日期：　　　　年　　月　　日"),
    ]
    return "".join(f"{line}\n" for line in lines).encode()


def told(published: Published) -> Iterator[str]:
    """What was masked, a line each, and what a person must look at."""
    if not published.masked:
        yield _("没有发现要隐去的内容；公开前仍请通读一遍。")
    else:
        yield _("公开版隐去 {count} 处，请签发前核对：", count=len(published.masked))
        yield from map(_line, published.masked)
    for unmet in published.unmet:
        yield _(
            "  第 {line} 行写了「{word}」不公开，文中没有这个词，请看看是不是写法不同",
            line=unmet.place.line,
            word=unmet.label,
        )
    if published.pictures:
        names = _("、").join(dict.fromkeys(picture.label for picture in published.pictures))
        yield _("图片里面程序不看，请人核对有没有人脸、姓名、证件：{names}", names=names)


def _line(masked: Masked) -> str:
    where = _("第 {line} 行", line=masked.place.line) if masked.place.line else _("模板里的字")
    section = _("（{words}）", words=masked.section) if masked.section else ""
    return _("  {where}　{label}{section}", where=where, label=masked.label, section=section)
