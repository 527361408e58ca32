"""What a command ends with when it fails: one readable line and an exit code, never a traceback."""

import contextlib
import os
import sys
from collections.abc import Callable
from enum import IntEnum
from typing import Any

import click

from graph.errors import GovernanceError, StoreUnavailable


class Code(IntEnum):
    """The exit codes."""

    DONE = 0
    DATA = 1
    """The data is wrong."""
    CALL = 2
    """The call is wrong: what was typed cannot be done."""
    STORE = 3
    """The store cannot be opened, read or written."""
    FAULT = 70
    """A fault of the program itself (EX_SOFTWARE of sysexits.h)."""
    INTERRUPTED = 130
    """Stopped by Ctrl-C (128 and the number of the signal, as shells count)."""
    PIPE = 141
    """Who read the output has gone, as `head` does."""


class DataIsWrong(click.ClickException):
    """A command that failed because of the data."""

    exit_code = Code.DATA


class CallIsWrong(click.ClickException):
    """A command that failed because of what was typed, or of where it was to read or write."""

    exit_code = Code.CALL


class StoreFailed(click.ClickException):
    """A command that failed because of the store."""

    exit_code = Code.STORE


class Fault(click.ClickException):
    """A command that failed because of a fault of the program."""

    exit_code = Code.FAULT


def guarded(run: Callable[[], Any], debug: bool) -> Any:
    """What `run` returns; everything that it raises as something that click shows in one line.

    With `debug` a fault of the program keeps its traceback.

    :raises click.ClickException: when the command fails.
    :raises click.exceptions.Exit: when it was stopped, with nothing to show.
    """
    try:
        return run()
    except (click.ClickException, click.Abort, click.exceptions.Exit):
        raise
    except KeyboardInterrupt:
        raise click.exceptions.Exit(Code.INTERRUPTED) from None
    except BrokenPipeError:
        _forget_output()
        raise click.exceptions.Exit(Code.PIPE) from None
    except StoreUnavailable as error:
        raise StoreFailed(str(error)) from error
    except GovernanceError as error:
        raise CallIsWrong(str(error)) from error
    except OSError as error:
        if error.filename is None:
            _forget_output()
        raise CallIsWrong(_in_words(error)) from error
    except Exception as fault:
        if debug:
            raise
        what = f"{type(fault).__name__}: {' '.join(str(fault).split())}"
        advice = "Run it again as govgraph --debug … to see where, and report that."
        raise Fault(f"This is a fault of govgraph itself ({what}). {advice}") from fault


def _in_words(error: OSError) -> str:
    reason = error.strerror or str(error)
    return f"{error.filename}: {reason}" if error.filename is not None else f"Reading or writing failed: {reason}"


def _forget_output() -> None:
    """Let what is still buffered go nowhere, or the interpreter complains of it on its way out."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
