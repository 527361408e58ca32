from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from web.config import Settings


def test_an_empty_environment_gives_the_defaults() -> None:
    assert Settings.from_env({}) == Settings()
    assert Settings().store == "networkx:var/govgraph.json"


def test_every_setting_can_come_from_the_environment() -> None:
    given = {
        "GOVGRAPH_STORE": "networkx:x.json",
        "GOVGRAPH_DATA": "data/other",
        "GOVGRAPH_SECONDS": "2.5",
        "GOVGRAPH_MAX_ADDRESS": "900",
        "GOVGRAPH_MAX_BODY": "0",
        "GOVGRAPH_ADDRESS": "https://Govgraph.example.gov.uk/",
        "GOVGRAPH_FRAMES": "https://www.Example.gov.uk, https://*.sharepoint.com https://www.example.gov.uk",
        "GOVGRAPH_SAVING": "nobody",
    }
    sites = ("https://www.example.gov.uk", "https://*.sharepoint.com")
    expected = Settings(
        "networkx:x.json", "data/other", 2.5, 900, 0, "https://govgraph.example.gov.uk", sites, "nobody"
    )
    assert Settings.from_env(given) == expected


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("GOVGRAPH_ADDRESS", "govgraph.example.gov.uk"),
        ("GOVGRAPH_ADDRESS", "https://example.gov.uk/govgraph"),
        ("GOVGRAPH_ADDRESS", "https://*.example.gov.uk"),
        ("GOVGRAPH_FRAMES", "https://a.example; script-src *"),
        ("GOVGRAPH_FRAMES", "*"),
        # What looks like an s, and in a header cannot be sent.
        ("GOVGRAPH_FRAMES", "https://\N{LATIN SMALL LETTER LONG S}ite.example"),
        ("GOVGRAPH_ADDRESS", "https://\N{LATIN SMALL LETTER LONG S}ite.example"),
        ("GOVGRAPH_FRAMES", "javascript:alert(1)"),
        ("GOVGRAPH_SAVING", "everybody"),
    ],
)
def test_a_value_that_cannot_be_used_is_refused_with_its_name(name: str, value: str) -> None:
    with pytest.raises(ValueError, match=name):
        Settings.from_env({name: value})


@pytest.mark.parametrize("value", ["soon", "0", "-1", "nan", "inf", "1000"])
def test_a_wrong_number_is_refused_with_its_name(value: str) -> None:
    with pytest.raises(ValueError, match="GOVGRAPH_SECONDS"):
        Settings.from_env({"GOVGRAPH_SECONDS": value})


def test_the_password_comes_from_its_file_before_the_environment(tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text("from the file\n")
    given = {"NEO4J_PASSWORD": "from the environment"}
    assert Settings.from_env(given).password == "from the environment"
    assert Settings.from_env(given | {"NEO4J_PASSWORD_FILE": str(file)}).password == "from the file"


def test_a_password_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="NEO4J_PASSWORD_FILE"):
        Settings.from_env({"NEO4J_PASSWORD_FILE": str(tmp_path / "none")})


def test_a_password_that_stands_where_its_file_should_is_not_repeated() -> None:
    with pytest.raises(ValueError, match="NEO4J_PASSWORD_FILE must name a file") as refused:
        Settings.from_env({"NEO4J_PASSWORD_FILE": "open-sesame"})
    assert "sesame" not in str(refused.value)


def test_the_mark_that_some_editors_begin_a_file_with_is_no_part_of_the_password(tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text("open-sesame\r\n", encoding="utf-8-sig")
    assert Settings.from_env({"NEO4J_PASSWORD_FILE": str(file)}).password == "open-sesame"


def test_a_password_that_is_no_text_is_refused_and_not_repeated(tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_bytes(b"sesame\xff")
    for given in ({"NEO4J_PASSWORD_FILE": str(file)}, {"NEO4J_PASSWORD": "sesame\udcff"}):
        with pytest.raises(ValueError, match="no text in UTF-8") as refused:
            Settings.from_env(given)
        assert next(iter(given)) in str(refused.value)
        assert "sesame" not in str(refused.value)


def test_the_password_is_not_printed() -> None:
    assert "hidden" not in repr(Settings(password="hidden"))


def test_settings_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        Settings().store = "x"  # type: ignore[misc]
