import pytest

from remnant.extract import extract
from remnant.knowledge import load_knowledge
from remnant.model.source import Original
from remnant.read import read
from tests.factory import make_capture

ALTERNATIVES = (
    "It is unclear whether the rockets were fired by Russian forces directly, or if Russian forces "
    "supplied the rockets to Serbia"
)


@pytest.mark.parametrize(
    "passage",
    [
        ALTERNATIVES,
        "It was not known whether Russia fired the rockets at Kharkiv",
        "Oxfam could not confirm whether Russia shelled Kharkiv",
    ],
)
def test_a_passage_of_what_is_left_open_holds_the_words_that_leave_it_open(passage: str) -> None:
    """Who reads the passage alone sees the doubt, and the other possibility beside it."""
    content = f"{passage}.".encode()
    document = read(Original(make_capture(content), content))
    found = extract(document, knowledge=load_knowledge())
    assert {(one.stance.value, one.passage.quote) for one in found} == {("open", passage)}
