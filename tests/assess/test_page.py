from pathlib import Path

from remnant.assess.casualty_rules import RULES as TOLLS
from remnant.assess.grade import BY_NAME
from tests.reports import knowledge

PAGE = Path(__file__).resolve().parents[2] / "docs" / "how-it-decides.md"


def test_page_prints_the_grades() -> None:
    """The page on how it decides prints the grades in the order of the table."""
    page = PAGE.read_text(encoding="utf-8")
    rows = [
        page.index(f"| {one.grade.value} | {(BY_NAME[one.rule].__doc__ or '').strip()[:40]}")
        for one in knowledge().grading.rules
    ]
    assert rows == sorted(rows)


def test_page_prints_the_casualty_rules() -> None:
    """The page on how it decides prints each casualty rule by name."""
    page = PAGE.read_text(encoding="utf-8")
    assert all(f"| {name} |" in page for name in TOLLS)
