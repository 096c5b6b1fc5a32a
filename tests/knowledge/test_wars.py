import pytest

from remnant.errors import KnowledgeError
from remnant.knowledge.files import Row
from remnant.knowledge.wars import WarRegister, war
from remnant.model.value import DateInterval

STRAIT = Row(
    "wars.yaml",
    {
        "id": "strait",
        "name": "the war over the strait",
        "parties": ["one", "other"],
        "countries": ["XA"],
        "period": "2001/2003",
        "citations": [],
    },
)


def test_parties_by_who_fought_where_and_when() -> None:
    """A war gives its parties to an event of one of them, in its land and time or of neither."""
    wars = WarRegister([war(STRAIT, {})])
    both = frozenset({"one", "other"})
    within, after = DateInterval("2002-05"), DateInterval("2010")
    assert wars.parties(("one",), countries=("XA",), date=within) == both
    assert wars.parties(("one",), countries=(), date=None) == both
    assert not wars.parties(("third",), countries=("XA",), date=within)
    assert not wars.parties(("one",), countries=("XB",), date=within)
    assert not wars.parties(("one",), countries=("XA",), date=after)


def test_a_period_that_is_none() -> None:
    """A period that is no date is refused, with the entry named."""
    row = Row("wars.yaml", {**STRAIT.fields, "period": "long ago"})
    with pytest.raises(KnowledgeError, match="strait"):
        war(row, {})
