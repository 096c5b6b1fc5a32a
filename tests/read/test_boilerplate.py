import pytest

from remnant.model.document import SectionKind
from remnant.read.boilerplate import RULES
from tests.read.making import document, of_kind


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("Skip to main content", "is_navigation"),
        ("How a border war could spread\nRead More »", "is_navigation"),
        ("Click here for the full list", "is_navigation"),
        ("Sign up to get the latest analysis", "is_newsletter"),
        ("Become a member of the Foundation", "is_newsletter"),
        ("Note to readers: please click the share buttons below.", "is_sharing"),
        ("Follow us on Instagram", "is_sharing"),
        ("Copyright © Example Press, 2020", "is_rights"),
        ("All rights reserved.", "is_rights"),
        ("The original source of this article is Example Press", "is_rights"),
        ("For more information, contact:", "is_contact"),
        ("Jo Bloggs, press officer, mobile +41 78 000 00 00 or email jo@example.org", "is_contact"),
        ("About the author", "is_about_author"),
        ("His new book as editor is called “War”.", "is_about_author"),
        ("Disclaimer: the author alone is responsible.", "is_disclaimer"),
        ("More about the Eye can be found here.", "is_publisher_note"),
        ("Last updated: 15 September 2021", "is_front_matter"),
        ("By Jane Doe", "is_front_matter"),
        ("Example Press, October 26, 2020", "is_front_matter"),
        ("Geneva, 25 November 2020", "is_front_matter"),
        ("Region: Asia, Europe", "is_front_matter"),
        ("Check against delivery", "is_front_matter"),
        ("Digest of: “Army Denies Use of Cluster Bombs”, 3 May 2020", "is_provenance"),
        ("### Ends ###", "is_end_mark"),
        ("* * *", "is_end_mark"),
        ("https://example.org/a", "is_address"),
        ("[object Object]\n[object Object]", "is_machine_text"),
    ],
)
def test_each_rule_knows_its_kind(words: str, rule: str) -> None:
    """Each kind of boilerplate is known by its own rule, and every rule has a reason to show."""
    fitting = [one.__name__ for one in RULES if one(words)]
    assert rule in fitting
    assert all(one.__doc__ for one in RULES)


@pytest.mark.parametrize(
    "words",
    [
        "Rockets hit the home of the mayor at noon.",
        "On 26 October 2020, the army fired 12 rockets at the town.",
        "By 26 March, the forces had left the town.",
        "The ministry shared photographs of remnants on its website.",
        "The licence to export the launchers was withdrawn in 2019.",
        "Witnesses reached by phone said that two people died.",
        "It subscribed to the treaty in 2008.",
        "A digest of the report was read to the conference.",
        "The general followed up: the depot was empty.",
        "The war ends.",
        "The letter says that the film used copyrighted material without asking.",
        "It was a big story, the economist wrote on his blog.",
        "Award-winning journalist Jane Doe filmed the launcher.",
        "Geneva Call, an organisation, condemned the attack on 25 November 2020.",
    ],
)
def test_reports_are_no_boilerplate(words: str) -> None:
    """Sentences that report something fit no rule."""
    assert [rule.__name__ for rule in RULES if rule(words)] == []


def test_boilerplate_stays_in_the_text() -> None:
    """Boilerplate is marked and kept, so that offsets hold."""
    text = "Strike on a market\n\nTwo died.\n\nSign up for our newsletter\n\nThree were hurt."
    found = document(text)
    assert found.text == text
    assert of_kind(found, SectionKind.BOILERPLATE) == ["Sign up for our newsletter"]
    assert of_kind(found, SectionKind.PARAGRAPH) == ["Two died.", "Three were hurt."]


def test_what_follows_an_end_heading_is_boilerplate() -> None:
    """Under a heading on the author everything is boilerplate, until the next heading."""
    found = document(
        "# Strike\n\nTwo died.\n\n## About the author\n\nJane lives in Oslo.\n\n"
        "## More\n\nIt burned."
    )
    assert of_kind(found, SectionKind.BOILERPLATE) == ["About the author", "Jane lives in Oslo."]
    assert "It burned." in of_kind(found, SectionKind.PARAGRAPH)


def test_a_menu_at_the_end_of_a_paragraph_is_cut_off() -> None:
    """A paragraph that runs into a menu is parted from it."""
    found = document(
        "Two people died in the town on Monday. Related News Elections draw near Follow us on "
        "Instagram Terms of Use Privacy Policy"
    )
    assert of_kind(found, SectionKind.PARAGRAPH) == ["Two people died in the town on Monday."]
    assert len(of_kind(found, SectionKind.BOILERPLATE)) == 1


@pytest.mark.parametrize(
    "words",
    [
        "Rockets hit Kharkiv, 4 March 2022",
        "The town was shelled on Friday, 4 March 2022.",
        "Ruritania used them in Sumy (Example Press, 4 March 2022).",
    ],
)
def test_a_sentence_that_ends_with_a_day_is_no_date_line(words: str) -> None:
    """A short paragraph that tells something stays, though a day stands at its end."""
    assert not any(rule(words) for rule in RULES)
