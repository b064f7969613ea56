"""A real S3 server (moto's) on this computer, which remembers what it was asked and can refuse it."""

import logging
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from urllib.parse import unquote

import pytest
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from s3fs import S3FileSystem
from werkzeug.serving import make_server

from reportgen.stored import store as stored

BUCKET = "province"
SECRET = "never-to-be-printed"

Request = tuple[str, str]
"""The method and the key, as somebody reads it."""
Refusal = Callable[[str, str, Mapping[str, Any]], tuple[int, str] | None]
"""Of method, key and headers: the status and the code by which a request is refused."""


class Store:
    """The bucket, beside the program that is tried."""

    def __init__(self) -> None:
        self.asked: list[Request] = []
        self.refuses: Refusal = lambda _method, _key, _headers: None
        self._moto = DomainDispatcherApplication(create_backend_app)
        self._files: Any = None
        self._server = make_server("127.0.0.1", 0, self._answer, threaded=True)
        self.address = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def _answer(self, environ: dict[str, Any], start: Callable[..., Any]) -> Any:
        method, key = environ["REQUEST_METHOD"], unquote(environ["PATH_INFO"].encode("latin-1").decode("utf-8"))
        key = key.removeprefix(f"/{BUCKET}/")
        self.asked.append((method, key))
        refused = self.refuses(method, key, environ)
        if refused is None:
            return self._moto(environ, start)
        environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        status, code = refused
        start(f"{status} {code}", [("Content-Type", "application/xml"), ("Connection", "close")])
        return [f"<Error><Code>{code}</Code><Message>{SECRET}</Message></Error>".encode()]

    def clear(self) -> None:
        """An empty bucket, which refuses nothing."""
        self.refuses = lambda _method, _key, _headers: None
        files = self.files()
        if files.exists(BUCKET):
            files.rm(BUCKET, recursive=True)
        files.mkdir(BUCKET)
        self.asked.clear()

    def files(self) -> Any:
        """The door of the tests to it."""
        if self._files is None:
            self._files = S3FileSystem(endpoint_url=self.address, use_listings_cache=False, skip_instance_cache=True)
        return self._files

    def write(self, key: str, content: str | bytes) -> None:
        self.files().pipe_file(f"{BUCKET}/{key}", content.encode() if isinstance(content, str) else content)

    def read(self, key: str) -> bytes:
        content = self.files().cat_file(f"{BUCKET}/{key}")
        assert isinstance(content, bytes)
        return content

    def keys(self, folder: str) -> list[str]:
        """Of all documents below a folder: without reports, and what is kept of how they were made."""
        names = (name.removeprefix(f"{BUCKET}/") for name in self.files().find(f"{BUCKET}/{folder}"))
        return sorted(name for name in names if "/.reportgen/" not in name and "/build-report." not in name)

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@contextmanager
def running() -> Iterator[Store]:
    """The server, where this process and those that it starts look for one."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    store = Store()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AWS_ENDPOINT_URL", store.address)
        patch.setenv("AWS_ACCESS_KEY_ID", "a-key")
        patch.setenv("AWS_SECRET_ACCESS_KEY", SECRET)
        patch.setenv("AWS_DEFAULT_REGION", "us-east-1")
        patch.setenv("AWS_EC2_METADATA_DISABLED", "true")
        patch.setenv("AWS_CONFIG_FILE", "/nowhere")
        patch.setenv("AWS_SHARED_CREDENTIALS_FILE", "/nowhere")
        stored.store.cache_clear()  # that of this process may be another server
        yield store
        stored.store.cache_clear()
    store.stop()
