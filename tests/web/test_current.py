from pathlib import Path

import pytest

from graph.errors import StoreUnavailable
from tests.web.conftest import in_file
from web import create_app
from web.config import Settings
from web.current import current_settings, current_store


def test_the_store_is_opened_once(kept: Settings) -> None:
    with create_app(kept).app_context():
        assert current_store() is current_store()
        assert current_settings() == kept


def test_a_store_that_could_not_be_opened_is_tried_again(tmp_path: Path) -> None:
    file = tmp_path / "store.json"
    file.write_text("{", encoding="utf-8")
    with create_app(in_file(tmp_path)).app_context():
        with pytest.raises(StoreUnavailable):
            current_store().version()
        file.unlink()
        assert current_store().version() == ""
