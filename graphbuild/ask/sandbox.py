"""What a process that runs questions may not do, held by the operating system.

The engine follows SERVICE to other machines and has no switch for it; reading the question for the
word (``guard``) explains the refusal to people, and this makes sure of it.
"""

import ctypes
import errno
import platform
import resource
import signal
import sys
from typing import Final

# Linux: the architecture as seccomp knows it, and the number of socket(2) there.
SOCKET: Final = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}
PR_SET_PDEATHSIG, PR_SET_SECCOMP, PR_SET_NO_NEW_PRIVS = 1, 22, 38
FILTER = 2  # SECCOMP_MODE_FILTER
LOAD, IF_EQUAL, RETURN = 0x20, 0x15, 0x06  # of BPF
NUMBER, ARCHITECTURE = 0, 4  # offsets in struct seccomp_data
REFUSE, ALLOW = 0x00050000 | errno.EACCES, 0x7FFF0000


class Instruction(ctypes.Structure):
    """``struct sock_filter``."""

    _fields_ = (
        ("code", ctypes.c_ushort),
        ("if_true", ctypes.c_ubyte),
        ("if_false", ctypes.c_ubyte),
        ("value", ctypes.c_uint32),
    )


class Program(ctypes.Structure):
    """``struct sock_fprog``."""

    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.POINTER(Instruction)))


def close_network() -> bool:
    """From now on this process opens no socket, not even to this machine; whether that could be had.

    Linux on x86-64 and ARM64 can; elsewhere only ``guard`` stands before SERVICE.
    """
    if not sys.platform.startswith("linux") or platform.machine() not in SOCKET:
        return False
    architecture, socket = SOCKET[platform.machine()]
    program = (Instruction * 6)(
        Instruction(LOAD, 0, 0, ARCHITECTURE),
        Instruction(IF_EQUAL, 0, 3, architecture),
        Instruction(LOAD, 0, 0, NUMBER),
        Instruction(IF_EQUAL, 0, 1, socket),
        Instruction(RETURN, 0, 0, REFUSE),
        Instruction(RETURN, 0, 0, ALLOW),
    )
    libc = ctypes.CDLL(None)
    if libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0):
        return False
    return not libc.prctl(PR_SET_SECCOMP, FILTER, ctypes.byref(Program(len(program), program)), 0, 0)


def end_with_parent() -> None:
    """Let no question outlive the server that asked it, where the system can do that."""
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, int(signal.SIGKILL), 0, 0, 0)


def limit_memory(most: int) -> None:
    """Bound the address space of this process, in bytes."""
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
