import pytest

from web.paging import PAGE_SIZE, page_number, page_of


@pytest.mark.parametrize(
    ("number", "shown"), [(None, 1), (1, 1), (3, 3), (4, 3), (99, 3)], ids=["none", "first", "last", "beyond", "far"]
)
def test_a_page_holds_its_part(number: int | None, shown: int) -> None:
    items = list(range(2 * PAGE_SIZE + 1))
    page = page_of(items, number)
    assert (page.number, page.pages, page.total) == (shown, 3, len(items))
    assert all(page_number(item) == shown for item in page.items)


def test_nothing_is_one_empty_page() -> None:
    page = page_of(list[int](), None)
    assert (list(page.items), page.number, page.pages, page.total) == ([], 1, 1, 0)
