"""Files of a pack that are links out of it: a pack that somebody sends could name any file of the reader's.

A pack may link to its neighbours, and a whole pack may be a link.
"""

from collections.abc import Iterator
from pathlib import Path

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.kinds import PACK_WRONG
from reportgen.language import _
from reportgen.place import Place
from reportgen.world import packs_folder, resolved


def links_out(folder: Path) -> Iterator[Diagnostic]:
    """The files of a pack that lie elsewhere than it and its neighbours do; those of the program's own never do."""
    if folder.parent == packs_folder():
        return
    homes = (resolved(folder).parent, resolved(folder.parent))
    for path in sorted(path for path in folder.iterdir() if path.is_symlink()):
        target = resolved(path)
        if not any(target.is_relative_to(home) for home in homes):
            label = _("是一个链接，连到了模板文件夹外面，没有读")
            yield PACK_WRONG.at(Place(str(path)), label, fix=_("把链接的那个文件复制到这里来"))
