"""Why the system refused: a file, a folder, a disk, in the user's words."""

import errno
import sys

from reportgen.language import _


def reason(error: OSError) -> str:
    """Why the system refused, in the user's words; the system's own words for what is rare."""
    return _reason_of_windows(error) or _reason(error)


def locked(error: OSError) -> bool:
    """Whether another program holds a file for itself alone, which only Windows knows."""
    return getattr(error, "winerror", None) in _LOCKS


_LOCKS = (32, 33)
"""ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION."""


def reader_is_gone(error: OSError) -> bool:
    """Whether nobody reads the pipe that is written to; Windows calls that an invalid argument."""
    return isinstance(error, BrokenPipeError) or (sys.platform == "win32" and error.errno == errno.EINVAL)


def _reason_of_windows(error: OSError) -> str | None:
    """By the number of Windows, which says more than that of C: 13 stands for a lock, a write protection and a ban."""
    reasons = {
        19: _("磁盘是只读的"),  # ERROR_WRITE_PROTECT
        21: _("盘里没有介质，或没有准备好"),  # ERROR_NOT_READY
        32: _("文件正被别的程序打开"),  # ERROR_SHARING_VIOLATION
        33: _("文件正被别的程序打开"),  # ERROR_LOCK_VIOLATION
        53: _("找不到网络上的那台电脑"),  # ERROR_BAD_NETPATH
        67: _("找不到网络上的共享文件夹"),  # ERROR_BAD_NET_NAME
        123: _("名字里有 Windows 不许用的符号"),  # ERROR_INVALID_NAME
        206: _("文件名太长"),  # ERROR_FILENAME_EXCED_RANGE
        1231: _("网络不通"),  # ERROR_NETWORK_UNREACHABLE
    }
    return reasons.get(getattr(error, "winerror", None) or 0)


_OF_NETWORKS = (
    "ESTALE ENOTCONN ESHUTDOWN ECONNABORTED ECONNRESET ECONNREFUSED EHOSTDOWN EHOSTUNREACH ENETDOWN ENETUNREACH "
    "ENETRESET ETIMEDOUT EREMOTEIO ENOLINK"
)
_GONE = frozenset(getattr(errno, name) for name in _OF_NETWORKS.split() if hasattr(errno, name))
"""What a network folder says whose server is gone, or was connected anew; ENOTCONN those that a program mounts."""
_NAMES = "EACCES EBUSY EDQUOT EFBIG EINTR EIO EMFILE ENFILE ENODEV ENOLCK ENOMEM ENOSPC ENXIO EPERM EROFS"
OF_THE_WORLD = _GONE | {getattr(errno, name) for name in _NAMES.split() if hasattr(errno, name)}
"""What a disk or a network says that fails; that a file is missing, or is a folder, may be the program's own slip."""


def _reason(error: OSError) -> str:
    reasons = {
        errno.ENOENT: _("没有这个文件"),
        errno.EACCES: _("没有权限"),
        errno.EPERM: _("没有权限"),
        errno.EISDIR: _("这是一个文件夹"),
        errno.ENOTDIR: _("路径中有一段不是文件夹"),
        errno.EEXIST: _("路径中有一段不是文件夹"),  # what mkdir says of a file in its way
        errno.ENOSPC: _("磁盘满了"),
        errno.EDQUOT: _("磁盘配额用完了"),
        errno.EROFS: _("磁盘是只读的"),
        errno.ENAMETOOLONG: _("文件名太长"),
        errno.ELOOP: _("链接绕成了圈"),
        errno.EIO: _("读写出了错，可能是磁盘坏了，或者网络断了"),
        errno.ENOMEM: _("内存不够"),
        errno.EFBIG: _("文件太大，磁盘不收"),
        errno.EMFILE: _("同时打开的文件太多"),
        errno.ENFILE: _("同时打开的文件太多"),
        errno.EBUSY: _("正被别的程序占用"),
    } | dict.fromkeys(_GONE, _("网络文件夹连不上了"))
    return reasons.get(error.errno or 0) or error.strerror or str(error)
