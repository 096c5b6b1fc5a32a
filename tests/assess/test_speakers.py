import pytest

from remnant.assess.speakers import speaker_of
from remnant.knowledge import load_knowledge


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Government of Azerbaijan", "azerbaijan"),
        ("the Azerbaijani government", "azerbaijan"),
        ("Ministry of Defence of Armenia", "armenia"),
        ("Republic of Azerbaijan", "azerbaijan"),
        ("Human Rights Watch", "human-rights-watch"),
        ("House of Cards", "houseofcards"),
        ("", "unknown publisher"),
    ],
)
def test_an_office_speaks_as_its_state(name: str, key: str) -> None:
    """However a government is named, it is one speaker; other names stay as they are."""
    assert speaker_of(name, load_knowledge()).key == key
