"""Every message of the program → the English catalogue; translations already there are kept.

Messages are Chinese sentences: literal ones in calls of `_`, found in the syntax trees of modules (Babel's extractor
reads tokens, and sees no calls inside f-strings before Python 3.12) and of the screen's templates; and those that the
program holds as data and passes to `_` in a variable, asked for at their owners. Neither line numbers nor dates are
written: the file changes when a message does.
"""

import ast
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import click
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po
from jinja2 import Environment, nodes

from reportgen.cli.app import app
from reportgen.cli.exit_codes import EXIT_CODES
from reportgen.compose import marks
from reportgen.diagnostics.diagnostic import Severity
from reportgen.diagnostics.kinds import all_kinds
from reportgen.diff.listing import What
from reportgen.finished import font_families
from reportgen.model.layout import Side
from reportgen.model.standard import DUE
from reportgen.packs.carrying import Carry
from reportgen.resolve import figure_slips
from reportgen.review.remarks import remark
from reportgen.review.settlement import State
from reportgen.roll.changes import Done
from reportgen.roll.report import ADVICE
from reportgen.rules import all_rules
from reportgen.rules.disclosure.file_metadata import PROPERTIES
from reportgen.rules.layout import fonts
from reportgen.rules.registry import EXAMPLES
from reportgen.source import characters, expect
from reportgen.source.yaml_errors import PROBLEMS, UNKNOWN_PROBLEM
from reportgen.word.drawings import DRAWN_KINDS
from reportgen.word.properties import LOST_LETTERS, LOST_PROPERTIES, TEXT_EFFECTS
from reportgen.word.revisions import PART_NAMES
from reportgen.word.runs import LOST_NAMES
from reportgen.word.template import UNUSED_PARTS
from reportgen.word.unsupported_features import LOST_OF_PAGES

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "reportgen"
TEMPLATES = SOURCE / "desk" / "templates"
CATALOGUE = SOURCE / "locale" / "en" / "LC_MESSAGES" / "reportgen.po"

HEADER = rb"""# The English of reportgen. The Chinese sentence in the source is the msgid; English terms are those of
# docs/glossary.md. `script/translations` adds new messages and drops those that have gone.
msgid ""
msgstr ""
"Project-Id-Version: reportgen\n"
"Language: en\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=utf-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

"""

_HANZI = re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")


def calls() -> Iterator[tuple[str, ast.expr]]:
    """The first argument of every call of `_`, with the file that it stands in."""
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_":
                yield path.relative_to(SOURCE).as_posix(), node.args[0]


def literals() -> Iterator[tuple[str, str]]:
    """Messages written where they are said."""
    for file, argument in calls():
        if isinstance(argument, ast.Constant):
            yield file, str(argument.value)
    for template, words in calls_in_templates():
        if isinstance(words, nodes.Const):
            yield template, str(words.value)


def calls_in_templates() -> Iterator[tuple[str, nodes.Expr]]:
    """The first argument of every call of `_` in the templates of the screen."""
    for path in sorted(TEMPLATES.rglob("*.html")):
        for call in Environment(autoescape=True).parse(path.read_text(encoding="utf-8")).find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name == "_":
                yield path.relative_to(SOURCE).as_posix(), call.args[0]


def callers_with_variables() -> set[str]:
    """Files that pass `_` a variable: what it holds must be among `held`."""
    found = {file for file, argument in calls() if not isinstance(argument, ast.Constant)}
    return found | {file for file, argument in calls_in_templates() if not isinstance(argument, nodes.Const)}


CALLERS_KNOWN = {
    "cli/click_messages.py",
    "cli/explain.py",
    "cli/pulled_text.py",
    "cli/since.py",
    "compose/marks.py",
    "diagnostics/kind.py",
    "desk/home/rolling.py",
    "diagnostics/text.py",
    "resolve/figure_slips.py",
    "roll/report.py",
    "rules/disclosure/file_metadata.py",
    "rules/driver.py",
    "rules/layout/deviations.py",
    "rules/layout/fonts.py",
    "rules/layout/letterhead.py",
    "rules/layout/page.py",
    "rules/manuals.py",
    "source/characters.py",
    "source/composer.py",
    "source/expect.py",
    "word/drawings.py",
    "word/properties.py",
    "word/revisions.py",
    "word/runs.py",
    "word/template.py",
    "word/unsupported_features.py",
    "cli/told_differences.py",
}
"""Of these somebody has made sure that `held` knows all they pass."""


def held() -> Iterator[tuple[str, str]]:
    """Messages held as data, with the file that declares them."""
    yield from (("diagnostics/diagnostic.py", severity.value) for severity in Severity)
    for kind in all_kinds().values():
        yield from (("diagnostics/kind.py", text) for text in (kind.title, kind.manual, kind.advice))
    yield from _rules()
    yield from (("rules/layout/fonts.py", text) for text in fonts.SIZES.values())
    yield from (("model/standard.py", role) for role in DUE)
    yield from (("rules/layout/fonts.py", family) for family, _form in font_families.FAMILIES)
    yield from (("rules/layout/page.py", side.value) for side in Side)
    yield from (("rules/disclosure/file_metadata.py", name) for name in PROPERTIES)
    yield from (("cli/app.py", text) for text in _command_line())
    yield from (("compose/marks.py", form.label) for form in (*marks._FORMS, *marks._CELL_FORMS))
    yield from (("resolve/figure_slips.py", form.words) for form in figure_slips._UNREAD)
    yield from (("source/characters.py", name) for name in characters._NAMES.values())
    yield from (("cli/exit_codes.py", text) for text in EXIT_CODES.values())
    yield from (("source/expect.py", text) for text in expect._SHAPES.values())
    yield from (("source/yaml_errors.py", text) for pair in (*PROBLEMS.values(), UNKNOWN_PROBLEM) for text in pair)
    yield from ((file, value.value) for file, kind in _ENUMS for value in kind if value.value)
    yield from (("roll/report.py", text) for done in Done for text in (done.value, ADVICE[done]))
    lost = (*LOST_PROPERTIES.values(), *LOST_LETTERS.values(), TEXT_EFFECTS)
    yield from (("word/properties.py", text) for text in lost)
    yield from (("word/unsupported_features.py", text) for text in LOST_OF_PAGES.values())
    yield from (("word/runs.py", text) for text in LOST_NAMES.values())
    yield from (("word/drawings.py", text) for text in (*DRAWN_KINDS.values(), "形状"))
    yield from (("word/revisions.py", text) for text in PART_NAMES.values() if text)
    yield from (("word/template.py", text) for text in UNUSED_PARTS.values())


_ENUMS = (
    ("packs/carrying.py", Carry),
    ("review/remarks/remark.py", remark.Mark),
    ("review/remarks/remark.py", remark.State),
    ("review/settlement.py", State),
    ("diff/listing.py", What),
)


def _rules() -> Iterator[tuple[str, str]]:
    for rule in all_rules().values():
        file = rule.check.__module__.removeprefix("reportgen.").replace(".", "/") + ".py"
        yield file, rule.title
        yield file, rule.basis
        yield file, rule.fix
        for heading, text in rule.manual.items():
            yield "rules/registry.py", heading
            yield file, "" if heading in EXAMPLES else text


def _command_line() -> Iterator[str]:
    for command in (app, *app.commands.values()):
        yield command.help or ""
        for parameter in command.get_params(click.Context(command)):
            yield parameter.metavar or ""
            yield getattr(parameter, "help", None) or ""


def gathered() -> dict[str, set[str]]:
    """Every message with the files that it stands in."""
    messages: dict[str, set[str]] = defaultdict(set)
    for file, text in (*literals(), *((file, text) for file, text in held() if _HANZI.search(text))):
        messages[text].add(f"src/reportgen/{file}")
    return messages


def catalogue(former: bytes) -> Catalog:
    """The former catalogue with the messages of today; a message that is like a former one gets its text, as fuzzy."""
    template = Catalog(charset="utf-8")
    for text, files in sorted(gathered().items()):
        template.add(text, locations=[(file, 0) for file in sorted(files)])
    updated = read_po(BytesIO(former), locale="en", charset="utf-8")
    updated.update(template)
    return updated


def written(messages: Catalog) -> bytes:
    """The catalogue as a file, by source file and then by message."""
    stream = BytesIO(HEADER)
    stream.seek(0, 2)
    write_po(
        stream, messages, width=110, omit_header=True, sort_by_file=True, ignore_obsolete=True, include_lineno=False
    )
    return stream.getvalue().rstrip(b"\n") + b"\n"


def untranslated(messages: Catalog) -> list[Message]:
    """Messages that have no English, or only that of a message like them."""
    return [message for message in messages if message.id and (message.fuzzy or not message.string)]


def main() -> int:
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    former = CATALOGUE.read_bytes() if CATALOGUE.exists() else HEADER
    messages = catalogue(former)
    CATALOGUE.write_bytes(written(messages))
    missing = untranslated(messages)
    print(f"{CATALOGUE.relative_to(ROOT)}: {len(messages)} messages, {len(missing)} to translate")
    for message in missing:
        print(f"  {message.id}")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
