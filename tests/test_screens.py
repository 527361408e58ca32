from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.screens import FOLDER, SCREENS, Screen, app_in

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
MOST_BYTES = 220_000
each_screen = pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.name)


@pytest.fixture(scope="module")
def visitor(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    return app_in(tmp_path_factory.mktemp("screens")).test_client()


@each_screen
def test_the_readme_shows_it_and_says_what_it_shows(screen: Screen) -> None:
    assert f"![{screen.shows}](docs/screens/{screen.name}.png)" in README
    assert 10_000 < (FOLDER / f"{screen.name}.png").stat().st_size < MOST_BYTES


@each_screen
def test_its_address_can_still_be_opened(visitor: FlaskClient, screen: Screen) -> None:
    assert visitor.get(screen.address).status_code == 200


def test_there_are_no_others() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == {screen.name for screen in SCREENS}
