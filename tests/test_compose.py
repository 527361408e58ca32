"""What `docker-compose.yml` and the Dockerfile promise to whoever runs them, as far as reading shows it."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.neo4j.jars import VERSIONS

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
FILE: dict[str, Any] = yaml.safe_load(TEXT)
NEO4J, WEB = FILE["services"]["neo4j"], FILE["services"]["web"]
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
IGNORED = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()


def steps(instruction: str) -> list[str]:
    """What follows each such instruction of the Dockerfile, in their order."""
    return re.findall(rf"^{instruction}\s+(.*)$", DOCKERFILE, re.MULTILINE)


def test_starts_a_version_of_neo4j_that_the_tests_run_on() -> None:
    name, _, tag = NEO4J["image"].partition(":")
    assert name == "neo4j"
    assert tag in {f"{version}-community" for version in VERSIONS}


def test_opens_the_port_of_the_explorer_to_this_computer_and_no_other() -> None:
    opened = [port for service in FILE["services"].values() for port in service.get("ports", [])]
    assert opened == ["127.0.0.1:${PORT:-8000}:8000"]
    assert opened == WEB["ports"]


def test_answers_to_the_names_of_this_computer_alone() -> None:
    assert WEB["command"] == ["serve", "--host", "0.0.0.0", "--local"]  # noqa: S104 - inside the container


def test_shows_neo4j_to_the_explorer_alone() -> None:
    (network,) = NEO4J["networks"]
    assert FILE["networks"][network]["internal"] is True
    assert set(WEB["networks"]) == {network, "default"}


def test_holds_no_password_and_gives_each_service_the_file_it_needs() -> None:
    for service in (NEO4J, WEB):
        (secret,) = service["secrets"]
        assert FILE["secrets"][secret] == {"file": f"./secrets/{secret}"}
        (path,) = (value for name, value in service["environment"].items() if name.endswith("_FILE"))
        assert path == f"/run/secrets/{secret}"
        assert not {"NEO4J_AUTH", "NEO4J_PASSWORD"} & set(service["environment"])
    assert "/secrets/" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()


def test_keeps_what_neo4j_holds_in_volumes() -> None:
    kept = dict(volume.split(":") for volume in NEO4J["volumes"])
    assert set(kept) == set(FILE["volumes"])
    assert set(kept.values()) == {"/data", "/logs"}


def test_sets_the_memory_of_every_service_and_leaves_room_beside_what_neo4j_takes() -> None:
    sizes = [size for name, size in NEO4J["environment"].items() if re.search("heap_max|pagecache", name)]
    assert len(sizes) == 2
    assert sum(map(megabytes, sizes)) + 512 <= megabytes(NEO4J["mem_limit"])
    assert megabytes(WEB["mem_limit"]) >= 256


def megabytes(size: str) -> int:
    return int(size[:-1]) * {"m": 1, "g": 1024}[size[-1]]


def test_starts_the_explorer_when_neo4j_answers_and_both_again_when_they_end() -> None:
    assert WEB["depends_on"] == {"neo4j": {"condition": "service_healthy"}}
    assert "cypher-shell 'RETURN 1'" in NEO4J["healthcheck"]["test"][1]
    assert {service["restart"] for service in FILE["services"].values()} == {"unless-stopped"}


def test_gives_the_explorer_nothing_to_write_to_and_no_rights() -> None:
    assert WEB["read_only"] is True
    assert WEB["tmpfs"] == ["/tmp"]  # noqa: S108 - inside the container
    assert WEB["cap_drop"] == ["ALL"]
    assert WEB["security_opt"] == ["no-new-privileges:true"]
    assert not {"privileged", "volumes", "user", "cap_add", "network_mode"} & set(WEB)


class TestImage:
    def test_is_built_from_one_pinned_base(self) -> None:
        assert len({base.split()[0] for base in steps("FROM")}) == 1
        assert re.match(r"python:3\.\d+\.\d+-slim-\w+", steps("FROM")[0])

    def test_installs_what_is_pinned_and_leaves_out_what_built_it(self) -> None:
        pins, package = steps("RUN")[1:]
        assert "--require-hashes --requirement requirements.txt" in pins
        assert "--no-build-isolation --no-deps ." in package
        assert "uninstall --yes editables hatchling" in package
        assert "venv --without-pip" in steps("RUN")[0]

    def test_runs_as_a_user_with_a_number_and_no_rights(self) -> None:
        (user,) = steps("USER")
        assert re.fullmatch(r"[1-9]\d{3,}:[1-9]\d{3,}", user)

    def test_is_healthy_when_it_can_answer(self) -> None:
        (check,) = steps("HEALTHCHECK")
        assert "'/readyz'" in check
        compile(re.findall(r'"-c",\s+"(.*)"\]', check)[0], "HEALTHCHECK", "exec")

    @pytest.mark.parametrize("instruction", ["ENTRYPOINT", "CMD"])
    def test_starts_the_program_itself_and_no_shell(self, instruction: str) -> None:
        (step,) = steps(instruction)
        assert step.startswith("[")

    def test_sees_what_it_needs_and_nothing_else(self) -> None:
        assert [line for line in IGNORED if line and not line.startswith(("#", "!"))] == ["*", "**/__pycache__"]
        for line in IGNORED:
            if line.startswith("!"):
                assert (ROOT / line[1:]).exists(), line
        copied = [step for step in steps("COPY") if "--from" not in step]
        assert copied == ["requirements.txt ./", ". ./"]
