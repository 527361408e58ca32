from graph.kinds import vocabulary
from graph.model import Entity
from graph.pictures.boxes import box_of
from graph.pictures.chips import BETWEEN, CHIP_HEIGHT, chips_in_rows, height_of
from graph.pictures.marks import Chip, Dress

CHIPS = tuple(Chip(f"a {number}", "+ 12 members") for number in range(3))


def test_chips_stand_in_as_many_rows_as_they_need() -> None:
    placed = chips_in_rows(CHIPS, 220.0, 50.0)
    assert [chip.y for chip in placed] == [54.0, 54.0, 82.0]
    assert placed[0].x == -placed[1].x
    assert placed[2].x == 0
    assert height_of(placed) == 2 * (CHIP_HEIGHT + BETWEEN)


def test_no_chip_needs_no_room() -> None:
    assert chips_in_rows((), 200.0, 50.0) == ()
    assert height_of(()) == 0


def test_a_box_grows_for_its_chips_and_holds_them() -> None:
    entity = Entity("heg", "group", "Health Equity Group", "HEG")
    plain = box_of(entity, vocabulary())
    dressed = box_of(entity, vocabulary(), dress=Dress(CHIPS, "folded together"))
    assert dressed.height == plain.height + height_of(dressed.chips)
    assert dressed.width == plain.width
    assert dressed.kind_word == "folded together"
    for chip in dressed.chips:
        assert abs(chip.x) + chip.width / 2 <= dressed.width / 2
        assert chip.y + CHIP_HEIGHT < dressed.height
