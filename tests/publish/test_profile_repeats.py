from remnant.knowledge import load_knowledge
from remnant.model.value import Reference
from remnant.publish.profile_repeats import fullest
from remnant.publish.sentences_claims import Said, cited, said
from remnant.publish.sentences_names import Names
from tests.publish.records import HADRUT, result, use, weapon

NAMES = Names(load_knowledge())
WHOLE = "Azerbaijan used M095 in Hadrut on 3 October 2020"
PART = "Azerbaijan used cluster munitions in Hadrut"


class Counting(Names):
    """Names that count how often a weapon is looked at."""

    looked = 0

    def is_specific(self, weapon: Reference) -> bool:
        """Answer as ever, and count."""
        self.looked += 1
        return super().is_specific(weapon)


def told(*, documents: int = 1) -> list[Said]:
    """Return, per document, one use told twice, once with its type and day."""
    found: list[Said] = []
    for number in range(documents):
        one = result(
            f"{PART}. {WHOLE}. Report {number}.",
            [
                use(PART, places=(HADRUT,)),
                use(WHOLE, weapons=(weapon("M095"),), places=(HADRUT,), dates=("2020-10-03",)),
            ],
        )
        document = cited(one.document, NAMES)
        found.extend(said(claim, document, NAMES) for claim in one.resolved)
    return found


def test_the_fuller_telling_of_one_document_is_kept() -> None:
    """What is said again with less is left out."""
    assert [item.words for item in fullest(told(), NAMES)] == [WHOLE]


def test_each_document_keeps_its_own_telling() -> None:
    """A document is not silenced by another that says more."""
    assert len(fullest(told(documents=3), NAMES)) == 3


def test_the_work_grows_with_the_documents_not_with_their_pairs() -> None:
    """Ten times the documents take ten times the looks, not a hundred times."""
    few, many = Counting(load_knowledge()), Counting(load_knowledge())
    fullest(told(documents=5), few)
    fullest(told(documents=50), many)
    assert many.looked == 10 * few.looked
