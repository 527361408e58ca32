from pathlib import Path

import pytest

from tests.web.conftest import in_file
from web import create_app
from web.hosts import LOCAL_ONLY, is_this_computer


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST", "127.0.0.1", "127.0.0.2", "::1"])
def test_its_own_names_are_known(host: str) -> None:
    assert is_this_computer(host)


@pytest.mark.parametrize("host", ["", "192.168.0.9", "evil.example", "127.0.0.1.evil.example"])
def test_other_names_are_not(host: str) -> None:
    assert not is_this_computer(host)


@pytest.mark.parametrize("address", ["/", "/ask?q=up&subject=HEDG", "/api/v1/ask/up?subject=HEDG"])
@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "[", "a b"])
def test_a_strange_host_is_refused_where_this_computer_alone_is_served(tmp_path: Path, address: str, host: str) -> None:
    app = create_app(in_file(tmp_path))
    app.config[LOCAL_ONLY] = True
    refused = app.test_client().get(address, headers={"Host": host})
    assert refused.status_code == 400
    assert "evil.example" not in refused.text
    assert "Content-Security-Policy" in refused.headers


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000", "[::1]:8000"])
def test_its_own_names_are_served(tmp_path: Path, host: str) -> None:
    app = create_app(in_file(tmp_path))
    app.config[LOCAL_ONLY] = True
    assert app.test_client().get("/about", headers={"Host": host}).status_code == 200


def test_elsewhere_any_name_is_served(tmp_path: Path) -> None:
    assert (
        create_app(in_file(tmp_path)).test_client().get("/about", headers={"Host": "explorer.example"}).status_code
        == 200
    )
