import click
import pytest

from graph.errors import BadQuestion, GovernanceError, StoreUnavailable, UnknownEntity
from web.commands.failures import Code, guarded


def fail(error: BaseException) -> None:
    raise error


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (BadQuestion("no"), Code.CALL),
        (UnknownEntity("who?"), Code.CALL),
        (GovernanceError("no"), Code.CALL),
        (StoreUnavailable("gone"), Code.STORE),
        (FileNotFoundError(2, "No such file", "x.svg"), Code.CALL),
        (OSError("no space left"), Code.CALL),
        (ZeroDivisionError("a\nfault"), Code.FAULT),
    ],
)
def test_every_error_has_its_exit_code_and_one_line(error: Exception, code: Code) -> None:
    with pytest.raises(click.ClickException) as raised:
        guarded(lambda: fail(error), debug=False)
    assert raised.value.exit_code == code
    assert "\n" not in raised.value.format_message()


def test_ctrl_c_is_not_told() -> None:
    with pytest.raises(click.exceptions.Exit) as raised:
        guarded(lambda: fail(KeyboardInterrupt()), debug=False)
    assert raised.value.exit_code == Code.INTERRUPTED


def test_a_fault_says_how_to_see_where_it_is() -> None:
    with pytest.raises(click.ClickException, match="--debug"):
        guarded(lambda: fail(ZeroDivisionError("a fault")), debug=False)


def test_a_fault_keeps_its_traceback_where_it_is_asked_for() -> None:
    with pytest.raises(ZeroDivisionError):
        guarded(lambda: fail(ZeroDivisionError("a fault")), debug=True)


def test_what_goes_well_comes_back() -> None:
    assert guarded(lambda: 42, debug=False) == 42
