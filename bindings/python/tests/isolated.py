# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Cases in processes of their own, forked from one that has everything ready.

A process runs cases until one of them kills it; that one is told by its signal, and the next process goes on after it. So each
death costs its own case only, and a thousand cases that live cost one fork.
"""

import contextlib
import mmap
import os
import resource
import signal
import struct
import sys
import tempfile
import time

PATIENCE = 10  # seconds for one case
MEMORY = 4 << 30
IS_ASAN = "asan" in os.environ.get("LD_PRELOAD", "")


class Outcome:
    def __init__(self):
        self.faults = []
        self.count = 0
        self.left_out = 0


def run(cases, budget=None):
    """Runs (name, function) pairs; what is beyond the budget of seconds is left out. A fault is a signal, a SystemError, or the
    text that a case returns."""
    outcome = Outcome()
    shared = mmap.mmap(-1, 16)
    start = 0
    end = time.monotonic() + budget if budget else None
    with tempfile.TemporaryFile() as told:
        while start < len(cases):
            shared[:16] = struct.pack("qq", start, len(cases))
            child = os.fork()
            if child == 0:
                _child(cases, start, shared, told.fileno(), end)
            _, status = os.waitpid(child, 0)
            at, stopped = struct.unpack("qq", shared[:16])
            if not os.WIFSIGNALED(status) and os.waitstatus_to_exitcode(status) == 0:
                outcome.left_out += len(cases) - stopped
                outcome.count += stopped - start
                break
            what = (
                signal.Signals(os.WTERMSIG(status)).name
                if os.WIFSIGNALED(status)
                else f"exit {os.waitstatus_to_exitcode(status)}"
            )
            outcome.faults.append(f"{cases[at][0]}: {what}")
            outcome.count += at + 1 - start
            start = at + 1
        told.seek(0)
        outcome.faults += told.read().decode(errors="replace").splitlines()
    return outcome


def _child(cases, start, shared, told, end):
    """Never returns."""
    code = 1
    with contextlib.suppress(BaseException):
        os.chdir(tempfile.mkdtemp(prefix="dti-misuse-"))
        null = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1) if IS_ASAN else (0, 1, 2):
            os.dup2(null, stream)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        sys.setrecursionlimit(400)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if not IS_ASAN:  # its shadow needs more
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        for index in range(start, len(cases)):
            if end and time.monotonic() > end:
                shared[8:16] = struct.pack("q", index)
                break
            shared[:8] = struct.pack("q", index)
            name, function = cases[index]
            signal.alarm(PATIENCE)
            fault = None
            try:
                fault = function()
            except SystemError as error:
                fault = f"SystemError: {error}"
            except Exception:
                pass
            if isinstance(fault, str):
                os.write(told, f"{name}: {fault}\n".encode(errors="replace"))
        code = 0
    os._exit(code)
