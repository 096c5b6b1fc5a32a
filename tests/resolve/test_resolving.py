"""Resolution of mentions, slot by slot."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remnant.knowledge import load_knowledge
from remnant.model.claim import Attribution, Claim, ClaimKind, Mention, Slot
from remnant.model.document import Document, Section, SectionKind
from remnant.model.resolution import Resolution
from remnant.model.value import DateInterval, GeoPrecision, Location, Quantity, Reference
from remnant.resolve import resolve
from tests.factory import make_document, make_metadata

KNOWLEDGE = load_knowledge()
KARABAKH = (
    "Azerbaijan and Armenia fought over Nagorno-Karabakh. Amnesty International said the "
    "Azerbaijani Armed Forces fired at Stepanakert. Armenian or Nagorno-Karabakh forces "
    "fired at Barda city. "
    "CMC Director Hector Guerra condemned it. Guerra also urged both to stop. Azerbaijani "
    "President Ilham Aliyev denied it. The Prosecutor\u2019s Office of Azerbaijan opened a case."
)
SYRIA = (
    "Homs Governor Talal Barazi spoke in Syria. Barazi blamed the rebels. The Syrian regime and "
    "Russian warplanes struck the town of Kafr Zeita in the northern Hama province. The "
    "Observatory and residents counted the dead. Danish journalists were hurt. "
    "Iran-backed fighters fled to "
    "rebel-held east Aleppo."
)

ENVOY = (
    "Oksana Markarova, the Ukrainian ambassador to the United States, spoke. Markarova left. "
    "The former leader of the armed separatists stayed."
)


def resolved(  # noqa: PLR0913 - one argument per field of the document and mention
    text: str, words: str, slot: Slot, *, published: str = "", kind: str = "", entry: str = ""
) -> list[Resolution]:
    """Return what one mention in a text resolves to."""
    document = make_document(text, metadata=make_metadata(published=published, kind=kind))
    return _resolved(document, words, slot, entry)


def _resolved(document: Document, words: str, slot: Slot, entry: str = "") -> list[Resolution]:
    start = document.text.rindex(words)
    mention = Mention(slot, document.span(start, start + len(words)), entry=entry)
    claim = Claim("c", ClaimKind.USE, mention.span, mentions=(mention,))
    (result,) = resolve((claim,), document=document, knowledge=KNOWLEDGE)
    assert result.claim is claim
    return list(result.resolutions)


def names(found: list[Resolution]) -> list[str]:
    """Return the names of the values."""
    values = [one.value for one in found]
    return [value.name for value in values if isinstance(value, Reference | Location)]


def edtf(found: list[Resolution]) -> list[str]:
    """Return the intervals in EDTF."""
    return [one.value.edtf for one in found if isinstance(one.value, DateInterval)]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (KARABAKH, "Azerbaijani Armed Forces", ["Azerbaijan"]),
        (KARABAKH, "Armenian or Nagorno-Karabakh forces", ["Armenia", "Nagorno-Karabakh"]),
        (KARABAKH, "CMC Director Hector Guerra", ["Cluster Munition Coalition"]),
        (KARABAKH, "Guerra", ["Cluster Munition Coalition"]),
        (KARABAKH, "Azerbaijani President Ilham Aliyev", ["Azerbaijan"]),
        (
            KARABAKH,
            "Prosecutor\u2019s Office of Azerbaijan",
            ["Prosecutor\u2019s Office of Azerbaijan"],
        ),
        (SYRIA, "Barazi", ["Talal Barazi"]),
        (SYRIA, "Homs Governor Talal Barazi", ["Talal Barazi"]),
        (SYRIA, "the rebels", ["Syrian opposition"]),
        ("Chad spoke. Opposition forces fired.", "Opposition forces", ["Opposition forces"]),
        ("Gunmen fired at a bus.", "Gunmen", ["gunmen"]),
        ("Armed groups fired at a bus.", "Armed groups", ["armed groups"]),
        ("Jabhat al-Nusra fired.", "Jabhat al-Nusra", ["al-Nusra Front"]),
        ("HTS fired.", "HTS", ["Hay'at Tahrir al-Sham"]),
        (SYRIA, "Syrian regime", ["Syria"]),
        (SYRIA, "Russian warplanes", ["Russia"]),
        (SYRIA, "The Syrian regime and Russian warplanes", ["Syria", "Russia"]),
        (SYRIA, "The Observatory", ["Syrian Observatory for Human Rights"]),
        (SYRIA, "residents", ["residents"]),
        (SYRIA, "Danish journalists", ["Danish journalists"]),
        (SYRIA, "Iran-backed fighters", ["Iran-backed fighters"]),
        ("Rebels of the FMLN attacked. The rebels fled.", "The rebels", ["rebels"]),
        ("Ukraine: local officials spoke.", "local officials", ["local officials"]),
        ("The monitor said so.", "The monitor", ["monitor"]),
        (ENVOY, "Oksana Markarova, the Ukrainian", ["Ukraine"]),
        (ENVOY, "Markarova", ["Ukraine"]),
        (
            ENVOY,
            "former leader of the armed separatists",
            ["former leader of the armed separatists"],
        ),
        ("Ukrainian Secretary Ivan Bondar spoke. Bondar left.", "Bondar", ["Ukraine"]),
    ],
)
def test_actors(text: str, words: str, expected: list[str]) -> None:
    """Forces stand for their state, people for their organisation, the rest as named."""
    assert names(resolved(text, words, Slot.ACTOR)) == expected


def test_a_pronoun_resolves_by_what_it_refers_to() -> None:
    """`it` stands for the words it refers back to."""
    document = make_document("Human Rights Watch went there. It found remnants.")
    start = document.text.index("It found")
    mention = Mention(
        Slot.SPEAKER,
        document.span(start, start + 2),
        referent=document.span(0, len("Human Rights Watch")),
    )
    claim = Claim("c", ClaimKind.REMNANTS, mention.span, attribution=Attribution(((mention,),)))
    (result,) = resolve((claim,), document=document, knowledge=KNOWLEDGE)
    assert [speaker.id for speaker in result.speakers] == ["human-rights-watch"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Mo95 submunitions", ["M095"]),
        ("Smerch cluster munition rockets", ["Smerch", "cluster munition"]),
        ("vacuum bombs", ["thermobaric bomb"]),
        ("XB-77 gliders", ["XB-77 gliders"]),
        ("unknown spears", ["unknown spear"]),
    ],
)
def test_weapons(words: str, expected: list[str]) -> None:
    """Designations and generic words are both kept; unknown ones keep their words."""
    assert names(resolved(f"They used {words}.", words, Slot.WEAPON)) == expected


@pytest.mark.parametrize(
    ("text", "words", "entry", "expected"),
    [
        (
            "A suicide car bomb went off.",
            "suicide car bomb",
            "car-bomb",
            ["car bomb", "suicide bomb"],
        ),
        ("A car bomb went off.", "car bomb", "car-bomb", ["car bomb"]),
        (
            "Cluster munition rockets fell.",
            "Cluster munition rockets",
            "cluster-munition",
            ["cluster munition", "rocket"],
        ),
    ],
)
def test_words_may_name_two_classes(text: str, words: str, entry: str, expected: list[str]) -> None:
    """A suicide car bomb is both, and so is a cluster munition rocket without a launcher's name."""
    assert names(resolved(text, words, Slot.WEAPON, entry=entry)) == expected


def test_a_class_after_its_agent_adds_nothing() -> None:
    """`Sarin gas attack` names sarin alone."""
    document = make_document("a sarin gas attack")
    agent = Mention(Slot.WEAPON, document.span(2, 7), entry="sarin")
    attack = Mention(Slot.WEAPON, document.span(8, 18), entry="chemical-weapon")
    claim = Claim("c", ClaimKind.USE, agent.span, mentions=(agent, attack))
    (result,) = resolve((claim,), document=document, knowledge=KNOWLEDGE)
    assert names(list(result.resolutions)) == ["sarin"]


def test_launchers_beside_a_named_launcher_add_nothing() -> None:
    """`Smerch 300 mm rocket launchers` names one weapon, not the rocket as well."""
    document = make_document("It bought Smerch 300 mm rocket launchers.")
    smerch = Mention(Slot.WEAPON, document.span(10, 16), entry="smerch")
    launchers = Mention(Slot.WEAPON, document.span(24, 40), entry="rocket")
    claim = Claim("c", ClaimKind.TRANSFER, document.span(0, 40), mentions=(smerch, launchers))
    (result,) = resolve((claim,), document=document, knowledge=KNOWLEDGE)
    assert [weapon.name for weapon in result.weapons] == ["Smerch"]


@pytest.mark.parametrize(
    ("text", "words", "name", "country"),
    [
        (KARABAKH, "Barda city", "Barda", "AZ"),
        (KARABAKH, "Stepanakert", "Stepanakert", "AZ"),
        (SYRIA, "town of Kafr Zeita", "Kafr Zeita", "SY"),
        (SYRIA, "northern Hama province", "Hama", "SY"),
        (SYRIA, "rebel-held east Aleppo", "east Aleppo", "SY"),
        (
            "A strike on Deir Ezzors countryside in Syria.",
            "Deir Ezzors countryside",
            "Deir Ezzor",
            "SY",
        ),
        ("Near Qwxyzzy in Syria.", "Qwxyzzy", "Qwxyzzy", "SY"),
    ],
)
def test_places(text: str, words: str, name: str, country: str) -> None:
    """The name is the text's own, without kind or direction; the country comes from context."""
    (found,) = resolved(text, words, Slot.PLACE)
    assert isinstance(found.value, Location)
    assert (found.value.name, found.value.country) == (name, country)


def test_a_province_is_less_exact_than_its_seat() -> None:
    """The words for a district or province make the coordinates coarser."""
    (found,) = resolved(SYRIA, "northern Hama province", Slot.PLACE)
    assert isinstance(found.value, Location)
    assert found.value.precision is GeoPrecision.PROVINCE


def test_a_name_of_two_places_is_left_to_a_person() -> None:
    """Without a country in the text, places of equal weight are all offered."""
    (found,) = resolved("They shelled Tripoli.", "Tripoli", Slot.PLACE)
    assert found.ambiguous
    countries = {one.value.country for one in found.candidates if isinstance(one.value, Location)}
    assert {"LY", "LB"} <= countries
    (settled,) = resolved("In Lebanon and Beirut, Tripoli was shelled.", "Tripoli", Slot.PLACE)
    assert isinstance(settled.value, Location)
    assert settled.value.country == "LB"


NEWS = "news article"


@pytest.mark.parametrize(
    ("text", "words", "published", "kind", "expected"),
    [
        ("They fired on 3 October.", "3 October", "2020-10-26", NEWS, ["2020-10-03"]),
        (
            "On 3 and 4 October.",
            "3 and 4 October",
            "2020-10-26",
            NEWS,
            ["2020-10-03", "2020-10-04"],
        ),
        ("It fell on Tuesday.", "Tuesday", "2020-10-07", NEWS, ["2020-10-06"]),
        ("It fell on 25 February.", "25 February", "", "", ["XXXX-02-25"]),
        ("On 6 April 2016. On 30 November.", "30 November", "2020-12-10", NEWS, ["2020-11-30"]),
        ("On 24 February 2022. On 25 May.", "25 May", "2023-06-27", "article", ["2022-05-25"]),
        ("They vote since it came in 2015.", "2015", "2021-09-15", "", ["2015/.."]),
        ("Since it broke on May 19.", "May 19", "2016-10-13", NEWS, ["2016-05-19/2016-10-13"]),
        (
            "From 10 June (as it fell) to date.",
            "10 June",
            "2014-07-09",
            NEWS,
            ["2014-06-10/2014-07-09"],
        ),
        ("From 2009 onwards they hit it.", "2009", "2021-09-15", "", ["2009/.."]),
        ("From 10 June it was shelled.", "10 June", "2014-07-09", NEWS, ["2014-06-10"]),
    ],
)
def test_dates(text: str, words: str, published: str, kind: str, expected: list[str]) -> None:
    """Dates take their year from the text or from publication, as the kind of document asks."""
    found = resolved(text, words, Slot.DATE, published=published, kind=kind)
    assert [one.value.edtf for one in found if isinstance(one.value, DateInterval)] == expected


def test_the_next_day_is_counted_from_the_day_told_last() -> None:
    """A day counted in the text starts from the day before it, past those that only look back."""
    text = "On 3 March 2022 it rained. It had snowed the previous day. The next day it froze."
    assert edtf(resolved(text, "The next day", Slot.DATE)) == ["2022-03-04"]
    assert edtf(resolved(text, "the previous day", Slot.DATE)) == ["2022-03-02"]
    assert resolved("The next day it froze.", "The next day", Slot.DATE) == []


def test_most_dates_of_a_text_give_the_year_of_a_day_without_one() -> None:
    """Another section's year is lent to a day only where no year stands out in the text."""
    lines = ("Between 24 February 2022 and 20 May 2022.", "In August 2014.", "On 3 March it fell.")
    text = "\n\n".join(lines)
    starts = [text.index(line) for line in lines]
    sections = tuple(
        Section(SectionKind.PARAGRAPH, start, start + len(line))
        for start, line in zip(starts, lines, strict=True)
    )
    found = _resolved(make_document(text, sections=sections), "3 March", Slot.DATE)
    assert edtf(found) == ["2022-03-03"]


def test_a_heading_gives_the_year() -> None:
    """Under `Use in 2020`, a day without a year is one of 2020."""
    text = "Use in 2020\n\nThey fired on 28 October."
    heading = Section(SectionKind.HEADING, 0, 11, level=2)
    body = Section(SectionKind.PARAGRAPH, 13, len(text), heading=0)
    document = make_document(text, sections=(heading, body))
    (found,) = _resolved(document, "28 October", Slot.DATE)
    assert found.value == DateInterval("2020-10-28")


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("killed at least 21 people", "21", Quantity(21, None)),
        ("killed more than 400", "more than 400", Quantity(401, None)),
        ("killed a child and two adults", "a child and two adults", Quantity(3, 3)),
        ("a man woman and child died", "a man woman and child", Quantity(3, 3)),
        ("a woman and her daughter died", "a woman and her daughter", Quantity(2, 2)),
        ("killed 27 including three", "27 including three", Quantity(27, 27)),
        ("killed civilians", "civilians", Quantity(1, None)),
        ("no casualties", "no casualties", Quantity(0, 0)),
    ],
)
def test_quantities(text: str, words: str, expected: Quantity) -> None:
    """A figure has the bounds of the words around it; people without a figure are at least one."""
    (found,) = resolved(text, words, Slot.KILLED)
    assert found.value == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("It joined the Mine Ban Treaty.", "Mine Ban Treaty", "MBT"),
        ("The Convention on Cluster Munitions: it joined the convention.", "the convention", "CCM"),
        ("It used cluster bombs. It is not party to the convention.", "the convention", "CCM"),
        ("It ratified the Treaty of Nowhere.", "Treaty of Nowhere", "Treaty of Nowhere"),
    ],
)
def test_treaties(text: str, words: str, expected: str) -> None:
    """A treaty is known by name, by reference back, or by what the document is about."""
    assert names(resolved(text, words, Slot.TREATY)) == [expected]


@given(
    st.text(
        alphabet="Azerbaijan i and Syria 21 October2016 M095 the of, ", min_size=1, max_size=60
    ),
    st.sampled_from(list(Slot)),
)
def test_any_words_resolve_without_changing_the_claim(text: str, slot: Slot) -> None:
    """Whatever the words, the claim stays the same and scores lie between 0 and 1."""
    document = make_document(text)
    mention = Mention(slot, document.span(0, len(text)))
    claim = Claim("c", ClaimKind.USE, mention.span, mentions=(mention,))
    (result,) = resolve((claim,), document=document, knowledge=KNOWLEDGE)
    assert result.claim == claim
    for one in result.resolutions:
        assert one.mention == mention
        assert all(0.0 <= candidate.score <= 1.0 for candidate in one.candidates)


def test_no_claims_resolve_to_nothing() -> None:
    """A document without claims gives an empty tuple."""
    assert resolve((), document=make_document("Nothing."), knowledge=KNOWLEDGE) == ()


@pytest.mark.parametrize(("carried", "expected"), [(False, ["Central Asia"]), (True, [])])
def test_a_part_of_the_world_is_not_where_something_was(
    *, carried: bool, expected: list[str]
) -> None:
    """Central Asia, named as an office's field, is not the place of an attack told later."""
    text = "An expert on Central Asia condemned it. The capital was shelled."
    document = make_document(text)
    start = text.index("Central Asia")
    span = document.span(start, start + len("Central Asia"))
    mention = Mention(Slot.PLACE, span, carried=carried)
    last = document.span(text.index("The capital"), len(text))
    claim = Claim("c", ClaimKind.USE, last, mentions=(mention,))
    (result,) = resolve((claim,), document=document, knowledge=KNOWLEDGE)
    assert names(list(result.resolutions)) == expected


DAMASCUS = (
    "Shelling of Syrian towns went on in Syria, the civil defence said. A war monitor counted ten "
    "dead. The Syrian Observatory for Human Rights, in Syria, gave their names. Homs governor Omar "
    "Doe spoke, and the governor left. Syrian Coalition Jane Roe said no."
)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("civil defence", "Syria Civil Defence"),
        ("war monitor", "Syrian Observatory for Human Rights"),
        ("governor", "Omar Doe"),
        ("Roe", "Syrian Coalition"),
    ],
)
def test_bodies_and_holders_of_offices_are_found_by_what_they_are(words: str, name: str) -> None:
    """A body without its nationality, a described monitor, an office and its holder are named."""
    assert names(resolved(DAMASCUS, words, Slot.SPEAKER)) == [name]


def test_a_monitor_in_a_text_that_names_none_stays_as_described() -> None:
    """Without an observatory in the text, nothing says which monitor speaks."""
    assert names(resolved("A war monitor spoke of Syria.", "war monitor", Slot.SPEAKER)) != [
        "Syrian Observatory for Human Rights"
    ]


def test_a_person_speaks_for_whom_any_mention_says() -> None:
    """An office that is told only later in the text still says for which state a person speaks."""
    text = "Jane Doe denied it. Later, Armenian Ambassador Jane Doe left. Doe spoke."
    assert names(resolved(text, "Doe", Slot.SPEAKER)) == ["Armenia"]


def test_a_body_ending_in_its_noun_is_no_person_and_no_state() -> None:
    """A commission with a nationality in its name keeps its name."""
    text = "Syria. Activists in Syria spoke for the Syrian Revolution General Commission."
    found = resolved(text, "Syrian Revolution General Commission", Slot.SPEAKER)
    assert names(found) == ["Syrian Revolution General Commission"]


def test_who_publishes_for_a_party_speaks_for_it() -> None:
    """A publisher given as a person and a body says for whom the person speaks."""
    metadata = make_metadata(publisher="Jane Doe, Green Party")
    document = make_document("Jane Doe called for talks. Doe said so.", metadata=metadata)
    assert names(_resolved(document, "Doe", Slot.SPEAKER)) == ["Green Party"]
