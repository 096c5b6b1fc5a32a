from remnant.publish.pages.catalogue import read_catalogue
from remnant.publish.pages.incident import incident_page, untold
from remnant.publish.pages.trees import Forest
from remnant.publish.profile_values import Summary
from tests.publish.pages.record import record


def test_an_incident_without_a_summary_says_what_is_claimed() -> None:
    """The space above the grade is never empty."""
    catalogue = read_catalogue(record())
    incident = catalogue.incidents["R-0001"]
    page = incident_page(catalogue, Forest(catalogue), incident, Summary((), ()))
    assert not page.summary
    assert page.untold.endswith(
        "are held here, but no plain statement could be made of them; the words stand below."
    )


def test_one_claim_is_spoken_of_as_one() -> None:
    """The count agrees with its verb."""
    catalogue = read_catalogue(record())
    card = next(iter(catalogue.claims.values()))
    assert untold((card,)).startswith("1 claim on ")
    assert "no plain statement could be made of it;" in untold((card,))
