from pathlib import Path

import pytest

from tests.loaders.tables import Native


@pytest.fixture
def native(tmp_path: Path) -> Native:
    return Native(tmp_path)
