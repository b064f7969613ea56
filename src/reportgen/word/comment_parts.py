"""The parts of a Word file that comments need: comments, their threads, the people who wrote them.

Each is made when it is first asked for, with its relation and its content type.
"""

from itertools import count

from reportgen.word.opened import OFFICE_RELATION, TEXTS, WORD_TYPE, Opened
from reportgen.word.ordered import parsed
from reportgen.word.package import Element, W
from reportgen.word.properties import W14

_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_W14 = W14[1:-1]
_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
PARAGRAPH_NAME = f"{{{_W14}}}paraId"
EXTENDED = f"{{{_W15}}}"
"""Before the names of the elements of threads and people."""
_MICROSOFT_RELATION = "http://schemas.microsoft.com/office/2011/relationships"
_DECLARED = f'xmlns:w="{W[1:-1]}" xmlns:w14="{_W14}" xmlns:w15="{_W15}" xmlns:mc="{_MC}" mc:Ignorable="w14 w15"'
_FIRST_NAME, _MOST = 0x10000000, 0x80000000
"""Word gives a paragraph another name when it is 0x80000000 or more, and loses its thread."""


def comments_of(file: Opened) -> Element:
    """The root of the comments."""
    return _part(file, "comments", f"<w:comments {_DECLARED}/>", OFFICE_RELATION)


def name_person(file: Opened, name: str) -> None:
    """Put an author into the list of people, without an account."""
    people = _part(file, "people", f"<w15:people {_DECLARED}/>", _MICROSOFT_RELATION)
    if any(person.get(EXTENDED + "author") == name for person in people):
        return
    person = people.makeelement(EXTENDED + "person", {EXTENDED + "author": name})
    told = {EXTENDED + "providerId": "None", EXTENDED + "userId": name}
    person.append(person.makeelement(EXTENDED + "presenceInfo", told))
    people.append(person)


def thread(file: Opened, answer: Element, parent: Element) -> None:
    """Make a comment an answer to another one."""
    threads = _part(file, "commentsExtended", f"<w15:commentsEx {_DECLARED}/>", _MICROSOFT_RELATION)
    known = {node.get(EXTENDED + "paraId"): node for node in threads}
    name = _name(file, parent)
    of = known[name].get(EXTENDED + "paraIdParent") if name in known else None  # Word has threads of one level
    for comment, above in ((parent, None), (answer, of or name)):
        if (own := _name(file, comment)) not in known:
            made = threads.makeelement(EXTENDED + "commentEx", {EXTENDED + "paraId": own, EXTENDED + "done": "0"})
            if above:
                made.set(EXTENDED + "paraIdParent", above)
            threads.append(made)


def _name(file: Opened, comment: Element) -> str:
    """The name of the last paragraph of a comment, by which threads know it."""
    last = comment.findall(W + "p")[-1]
    if last.get(PARAGRAPH_NAME) is None:
        taken = _names(file)
        number = next(each for each in count(_FIRST_NAME + len(taken)) if f"{each % _MOST:08X}" not in taken)
        last.set(PARAGRAPH_NAME, f"{number % _MOST:08X}")
    return str(last.get(PARAGRAPH_NAME))


def _names(file: Opened) -> set[str]:
    roots = (file.part(name) for name in [*file.package.names(), *file.changed] if TEXTS.fullmatch(name))
    nodes = (node for root in roots if root is not None for node in root.iter(W + "p"))
    return {str(node.get(PARAGRAPH_NAME, "")).upper() for node in nodes}


def _part(file: Opened, kind: str, empty: str, relations: str) -> Element:
    name = file.related(kind)
    root = file.part(name) if name else None
    if root is None:
        root = parsed(empty)
        if name:  # it was lost, what leads to it was not
            file.put_part(name, root, f"{WORD_TYPE}.{kind}+xml")
        else:
            file.add_part(file.free_name(kind), root, f"{relations}/{kind}", f"{WORD_TYPE}.{kind}+xml")
    elif kind == "comments":
        root = _declaring(file, name, root)
    return root


def _declaring(file: Opened, name: str, root: Element) -> Element:
    """The comments of another program, with the names of paragraphs declared and said to be skipped where unknown."""
    if _W14 in root.nsmap.values():
        return root
    made = root.makeelement(root.tag, dict(root.attrib), root.nsmap | {"w14": _W14, "mc": _MC})
    ignored = str(root.get(f"{{{_MC}}}Ignorable", "")).split()
    made.set(f"{{{_MC}}}Ignorable", " ".join([*ignored, "w14"]))
    made.extend(list(root))
    file.changed[name] = made
    return made
