import io
import zipfile
from typing import BinaryIO

from graph.render.package import steady_bytes


def written(day: int) -> bytes:
    def save(file: BinaryIO) -> None:
        with zipfile.ZipFile(file, "w") as parts:
            parts.writestr(zipfile.ZipInfo("b.xml", (2020, 1, day, 0, 0, 0)), "two")
            parts.writestr(zipfile.ZipInfo("a.xml", (2020, 1, day, 0, 0, 0)), "one")

    return steady_bytes(save)


def test_the_same_parts_are_the_same_bytes_on_any_day() -> None:
    assert written(1) == written(2)
    with zipfile.ZipFile(io.BytesIO(written(1))) as parts:
        assert [(part.filename, parts.read(part)) for part in parts.infolist()] == [
            ("b.xml", b"two"),
            ("a.xml", b"one"),
        ]
