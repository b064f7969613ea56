"""The door to fsspec and s3fs: objects that are listed, read and replaced, and why a store refuses, in words.

Keys of a store are taken by botocore from where it looks for them (environment, ~/.aws); they are never handed in, on
or out. Nothing that a store says is printed but the name of its error.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import Any

from reportgen.addresses import path_of
from reportgen.errors import EnvironmentProblem, ReportgenError, UsageProblem
from reportgen.language import _
from reportgen.record import Struct
from reportgen.world import shown

_PATIENCE = 5
"""Seconds until a store that does not answer is given up, each time."""
_TRIES = 2
_NOT_CONDITIONAL = ("NotImplemented", "InvalidArgument", "InvalidRequest")
"""What stores say that know no conditions of a PUT."""
_OTHERS = ("PreconditionFailed", "ConditionalRequestConflict", "412", "409")
_NO_BUCKET = ("NoSuchBucket", "InvalidBucketName")
_NO_KEYS = ("NoCredentialsError", "PartialCredentialsError", "ProfileNotFound", "CredentialRetrievalError")
_WRONG_KEYS = ("InvalidAccessKeyId", "SignatureDoesNotMatch", "ExpiredToken", "InvalidToken", "InvalidSecurity")
_SILENT = ("EndpointConnectionError", "ConnectTimeoutError", "ReadTimeoutError", "ConnectionClosedError", "SSLError")


class Object(Struct, frozen=True):
    """What a store tells of an object without its content: a tag, which changes with it, and how many bytes it has."""

    tag: str
    size: int = 0


class Changed(EnvironmentProblem):
    """An object is another by now than the one that was to be replaced: somebody else is at it."""


class Forbidden(EnvironmentProblem):
    """The keys that were found do not open this."""


class Store:
    """The objects that this computer's keys open, by `bucket/key`. Its methods raise ReportgenError."""

    def __init__(self) -> None:
        self._system: Any = _connected()
        self._conditional = True

    def below(self, folder: str, beginning: str = "") -> dict[str, Object]:
        """All objects below a folder; with `beginning` those whose names go on so, and those below them. Left out are
        those that only stand for a folder.
        """
        with _told(folder):
            found = self._system.find(folder, detail=True, prefix=beginning)
        return {name: _object(told) for name, told in found.items() if not name.endswith("/")}

    def one(self, name: str) -> Object | None:
        """None where there is none."""
        bucket, _sign, key = name.partition("/")
        try:
            with _told(name):  # fsspec's own `info` asks twice, since there might be a folder
                told = self._system.call_s3("head_object", Bucket=bucket, Key=key)
        except NoObject:
            return None
        return _object(told)

    def read(self, names: Iterable[str]) -> dict[str, bytes]:
        """Their contents, side by side; those that are gone are left out."""
        asked, found = list(names), {}
        # `cat` would take [1] in a name for a pattern; for several parts of one object its length is asked for first
        contents: list[bytes | Exception] = self._system.cat_ranges(asked, None, None, max_concurrency=1)
        for name, content in zip(asked, contents, strict=True):
            try:
                found[name] = _content(name, content)
            except NoObject:
                continue
        return found

    def replace(self, name: str, content: bytes, former: Object | None) -> Object:
        """Put an object into the place of `former`, or where there is none: it is the old or the new, and whole.

        Raises Changed when it is another one by now, if the store knows conditions.
        """
        if self._conditional:
            condition = {"IfMatch": former.tag} if former else {"IfNoneMatch": "*"}
            try:
                return self._put(name, content, condition)
            except _NoConditions:
                self._conditional = False
        return self.put(name, content)

    def put(self, name: str, content: bytes) -> Object:
        """The same, whatever stands there."""
        return self._put(name, content, {})

    def _put(self, name: str, content: bytes, condition: Mapping[str, str]) -> Object:
        with _told(name, bool(condition)):
            told = self._system.pipe_file(name, content, **condition)
        return Object(told["ETag"], len(content)) if told else self.one(name) or Object("")


@cache
def store() -> Store:
    """The store, once a process. Raises EnvironmentProblem when what it needs is not installed."""
    return Store()


def _connected() -> Any:
    try:
        from s3fs import S3FileSystem  # few have a store
    except ModuleNotFoundError as error:
        raise EnvironmentProblem(_("s3:// 要另装：pip install 'reportgen[s3]'")) from error
    config = {
        "connect_timeout": _PATIENCE,
        "read_timeout": 60,
        "retries": {"max_attempts": _TRIES},
        # stores that are not Amazon's refuse sums that they do not know
        "request_checksum_calculation": "when_required",
        "response_checksum_validation": "when_required",
    }
    system = S3FileSystem(use_listings_cache=False, config_kwargs=config, skip_instance_cache=True)
    system.retries = _TRIES
    return system


def _object(told: Mapping[str, Any]) -> Object:
    return Object(str(told.get("ETag") or ""), int(told.get("size") or told.get("ContentLength") or 0))


def _content(name: str, content: bytes | Exception) -> bytes:
    with _told(name):
        if isinstance(content, Exception):
            raise content
    return content


# ---- what the store says ----


class NoObject(UsageProblem):
    """There is no object of this name."""


class _NoConditions(ReportgenError):
    """The store does not know what a condition is."""


@contextmanager
def _told(name: str, conditional: bool = False) -> Iterator[None]:
    """What a library throws, in words; keys and what the store itself writes stay out of them."""
    try:
        yield
    except ReportgenError:
        raise
    except Exception as error:
        raise _problem(error, name, conditional) from error


def _problem(error: Exception, name: str, conditional: bool) -> ReportgenError:
    code, where = _code(error), shown(path_of(name))
    if conditional and code in _OTHERS:
        return Changed(_("{path} 刚被别的程序改过，没有写。请再运行一次。", path=where))
    if conditional and code in _NOT_CONDITIONAL:
        return _NoConditions()
    if problem := _missing(error, code, name) or _refused(error, code, where) or _silent(error):
        return problem
    told = _("读写 {path} 时对象存储出错：{code}", path=where, code=code or type(error).__name__)
    return EnvironmentProblem(told)


def _missing(error: Exception, code: str, name: str) -> ReportgenError | None:
    bucket = name.partition("/")[0]
    if code in _NO_BUCKET or type(error).__name__ == "ParamValidationError":
        told = _("没有 {bucket} 这个桶。请核对 s3:// 后面的第一段，和环境变量 AWS_ENDPOINT_URL", bucket=bucket)
        return UsageProblem(told)
    if isinstance(error, FileNotFoundError):
        return NoObject(_("没有这个文件：{path}", path=shown(path_of(name))))
    return None


def _refused(error: Exception, code: str, where: str) -> ReportgenError | None:
    advice = _("。请设环境变量 AWS_ACCESS_KEY_ID 和 AWS_SECRET_ACCESS_KEY，或写在 ~/.aws/credentials 里")
    if type(error).__name__ in _NO_KEYS:
        return EnvironmentProblem(_("没有对象存储的密钥") + advice)
    if code in _WRONG_KEYS:
        return EnvironmentProblem(_("对象存储不认这一对密钥（{code}）", code=code) + advice)
    if isinstance(error, PermissionError):
        told = _("没有权限读写 {path}（{code}）。请让管理这个桶的人给这一对密钥开权限", path=where, code=code or "403")
        return Forbidden(told)
    return None


def _silent(error: Exception) -> ReportgenError | None:
    if type(error).__name__ in _SILENT or isinstance(error, ConnectionError | TimeoutError):
        return EnvironmentProblem(_("连不上对象存储。请检查网络，和环境变量 AWS_ENDPOINT_URL 里的地址"))
    return None


def _code(error: BaseException | None) -> str:
    """The name of the error by the store, which s3fs keeps behind its own."""
    while error is not None:
        if response := getattr(error, "response", None):
            return str(response.get("Error", {}).get("Code", ""))
        error = error.__cause__
    return ""
