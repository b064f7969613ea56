"""The door to translations: messages are written in Chinese; `--lang en` reads the Babel catalogue.

The Chinese sentence is the message id, so Chinese needs no catalogue and costs nothing at start. The English
catalogue is read as `.po` through Babel only when asked for: nothing compiled has to be kept in step.
"""

from importlib.resources import files

LANGUAGES = ("zh", "en")

_catalogue: dict[str, str] = {}
_chosen = [LANGUAGES[0]]


def use_language(language: str) -> None:
    """Choose the language of every later message: `zh` (the source) or a catalogue under `locale/`."""
    _chosen[:] = [language]
    _catalogue.clear()
    if language == "zh":
        return
    from babel.messages.pofile import read_po

    path = files("reportgen") / "locale" / language / "LC_MESSAGES" / "reportgen.po"
    with path.open("rb") as stream:
        for message in read_po(stream, locale=language):
            if message.id and message.string and isinstance(message.id, str) and not message.fuzzy:
                _catalogue[message.id] = str(message.string)


def language_in_use() -> str:
    """The language that was chosen last: a worker process must be told."""
    return _chosen[0]


def _(message: str, **values: object) -> str:
    """The message in the chosen language, with `{name}` places filled from `values`."""
    text = _catalogue.get(message, message)
    return text.format(**values) if values else text
