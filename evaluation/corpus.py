"""Generated documents for benchmarks: invented reports, the same ones for the same seed.

They are made to be processed, not to be read: accuracy is never measured on them.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

PLACES = (
    "Stepanakert", "Hadrut", "Martakert", "Barda", "Ganja", "Tartar", "Aleppo", "Idlib", "Homs",
    "Hama", "Deir ez-Zor", "Raqqa", "Kharkiv", "Mykolaiv", "Kherson", "Mariupol", "Okhtyrka",
    "Sanaa", "Taiz", "Hodeidah", "Tripoli", "Misrata", "Mosul", "Fallujah", "Kandahar", "Kunduz",
)  # fmt: skip
PARTIES = (
    "Azerbaijan", "Armenia", "Russian forces", "the Syrian army", "Ukrainian forces", "Turkey",
    "the Saudi-led coalition", "Houthi forces", "Islamic State", "the US-led coalition",
)  # fmt: skip
WEAPONS = (
    "cluster munitions", "rockets", "M095 submunitions", "Smerch rockets", "barrel bombs",
    "ballistic missiles", "artillery", "mortar shells", "incendiary weapons", "RBK-500 bombs",
)  # fmt: skip
SPEAKERS = (
    "Human Rights Watch", "Amnesty International", "the Syrian Observatory for Human Rights",
    "local officials", "residents", "the Ministry of Defence", "the mayor", "Reuters",
)  # fmt: skip
PUBLISHERS = (
    "Reuters", "Middle East Eye", "Human Rights Watch", "Amnesty International", "BBC", "TRT World",
    "Al Jazeera", "Associated Press",
)  # fmt: skip
TARGETS = ("a residential area", "a hospital", "a market", "a school", "an airfield", "the town")
CLAIMS = (
    "{Party} fired {weapon} at {target} {at} {place} on {day}, {speaker} {said}.",
    "According to {speaker}, {weapon} launched by {party} {hit} {place} on {day}.",
    "{Speaker} accused {party} of firing {weapon} {into} {place} on {day}.",
    "{Least} {n} {civilians} died and {m} were {wounded} when {weapon} {hit} {target} at {place}.",
    "An attack with {weapon} left {n} {civilians} dead {at} {place}, and {m} were {wounded}.",
    "{m} {civilians} of {place} were {wounded} on {day} and {n} lost their lives.",
    "{Party} {used} {weapon} {at} {place} on {day}, according to {speaker}.",
    "The use of {weapon} by {party} {at} {place} was documented by {speaker} on {day}.",
    "{Speaker} {said} that {weapon} had been {used} {at} {place} on {day} by {party}.",
    "{Speaker} {said} that {party} had shelled {target} {at} {place}, killing {n} {civilians}.",
    "Shelling by {party} damaged {target} {at} {place} on {day} and killed {n}, {speaker} {said}.",
    "{At} {place}, {target} came under bombardment from {party} on {day}; {least} {n} died.",
    "{Party} denied using {weapon} {at} {place}.",
    "{Party} rejected reports about {weapon} {at} {place} as false.",
    "A spokesperson for {party} {said} that it had not {used} {weapon} {at} {place}.",
    "Remnants of {weapon} were {found} {at} {place} on {day}.",
    "Deminers {found} unexploded {weapon} {at} {place} on {day}.",
    "{Speaker} {found} fragments of {weapon} beside {target} {at} {place}.",
    "It is unclear whether {party} or its allies carried out the strike {at} {place}.",
    "Who was behind the explosion of {day} {at} {place} could not be verified by {speaker}.",
    "{Speaker} could not confirm that {party} attacked {place} on {day}.",
    "{Party} is not party to the Convention on Cluster Munitions.",
    "{Party} has never joined any treaty against {weapon}, {speaker} {said}.",
    "Stocks of {weapon} are held by {party}, {speaker} {said}.",
)
"""Three wordings of each kind of claim, each with words of choice."""

CHOICES = {
    "at": ("in", "near", "outside", "north of", "south of", "at", "west of", "around"),
    "said": ("said", "reported", "stated", "wrote", "announced", "added", "noted", "declared"),
    "hit": ("hit", "struck", "fell on", "landed on"),
    "into": ("into", "towards", "at", "on"),
    "least": ("at least", "more than", "some", "about", "no fewer than", "up to"),
    "civilians": ("civilians", "people", "residents", "villagers", "men and women", "inhabitants"),
    "wounded": ("wounded", "injured", "hurt", "maimed"),
    "used": ("used", "employed", "fired", "deployed"),
    "found": ("found", "photographed", "collected", "cleared", "identified", "recorded"),
}

QUALITIES = (
    "old", "new", "small", "large", "northern", "southern", "eastern", "western", "public",
    "private", "rural", "former", "local", "regional", "annual", "cheap", "costly", "narrow",
    "wide", "empty", "crowded", "quiet", "famous", "modest", "wooden", "brick", "stone", "seasonal",
    "late", "early", "second", "third", "open", "closed", "repaired", "rented", "borrowed",
    "painted", "municipal", "coastal", "upper", "lower", "nearby", "distant", "ordinary", "popular",
    "careful", "joint", "temporary",
)  # fmt: skip
THINGS = (
    "school", "bridge", "mill", "bakery", "railway", "dam", "pharmacy", "library", "waterworks",
    "cattle market", "harbour", "theatre", "orchard", "vineyard", "quarry", "ferry", "museum",
    "post office", "stadium", "warehouse", "canal", "workshop", "laundry", "greenhouse", "archive",
    "printing house", "dairy", "tannery", "brewery", "tram line", "bus depot", "court", "kitchen",
    "garden", "lighthouse", "observatory", "sawmill", "fishery", "reservoir", "well", "granary",
    "bank", "hotel", "clinic", "nursery", "choir", "orchestra", "exhibition", "festival", "census",
)  # fmt: skip
DEEDS = (
    "opened", "repaired", "visited", "sold", "bought", "counted", "measured", "painted", "cleaned",
    "photographed", "described", "inspected", "leased", "insured", "catalogued", "planned",
    "expanded", "moved", "reopened", "surveyed", "funded", "equipped", "heated", "renamed",
    "restored", "drained", "mapped", "praised", "discussed", "financed",
)  # fmt: skip
PEOPLE = (
    "teachers", "farmers", "engineers", "students", "pensioners", "carpenters", "drivers", "nurses",
    "musicians", "historians", "bakers", "sailors", "gardeners", "librarians", "merchants",
    "surveyors", "weavers", "miners", "painters", "clerks", "plumbers", "tailors", "cooks",
)  # fmt: skip
TIMES = (
    "on Monday", "in spring", "before the harvest", "after the holidays", "at weekends", "by noon",
    "during the fair", "since last winter", "within a week", "in the evening",
    "throughout the summer", "despite the rain", "ahead of schedule", "for the first time",
)  # fmt: skip
NEAR = (
    "beside", "behind", "above", "near", "opposite", "beyond", "past", "along", "below", "around",
    "across from", "close to", "far from", "not for", "instead of", "without", "besides", "like",
)  # fmt: skip
FILLERS = (
    "{People} {deed} {a} {thing} {near} {b} {other} {time}.",
    "{Time}, {people} {near} {c} {third} {deed} {b} {other}.",
    "{A} {thing} {near} {b} {other} was {deed} {time}.",
    "{A} {thing} is {d}, {b} {other} {e}, {c} {third} {f}.",
    "Some {people} {deed} {other} {near} {thing}; {folk} {done} {b} {third} {time}.",
    "{Folk} {near} {a} {thing} {deed}, {people} {done} {m} {d} {other} tickets.",
)
"""Sentences about something else. They share few pairs of words: reports are no copies."""


@dataclass(frozen=True, slots=True)
class Generated:
    """One generated document."""

    name: str
    publisher: str
    published: str
    text: str


def generated(count: int, *, seed: int = 1, start: int = 0) -> Iterator[Generated]:
    """Yield documents of about 250 words, the same for the same seed and number."""
    for number in range(start, start + count):
        chance = random.Random(f"{seed}:{number}")  # noqa: S311 - no secret is made
        day = date(2015, 1, 1) + timedelta(days=chance.randrange(3000))
        paragraphs = [_paragraph(chance, day) for _ in range(4)]
        yield Generated(
            name=f"report-{number:06d}.txt",
            publisher=chance.choice(PUBLISHERS),
            published=(day + timedelta(days=chance.randrange(1, 5))).isoformat(),
            text="\n\n".join(paragraphs) + "\n",
        )


def _paragraph(chance: random.Random, day: date) -> str:
    place, party = chance.choice(PLACES), chance.choice(PARTIES)
    speaker = chance.choice(SPEAKERS)
    sentences = [
        chance.choice(CLAIMS).format(
            **_chosen(chance),
            place=place,
            party=party,
            Party=party[0].upper() + party[1:],
            speaker=speaker,
            Speaker=speaker[0].upper() + speaker[1:],
            weapon=chance.choice(WEAPONS),
            target=chance.choice(TARGETS),
            day=f"{day.day} {day:%B %Y}",
            n=chance.randrange(2, 40),
            m=chance.randrange(2, 90),
        )
        for _ in range(2)
    ]
    sentences += [_filler(chance, words) for words in chance.sample(FILLERS, 3)]
    chance.shuffle(sentences)
    return " ".join(sentences)


def _chosen(chance: random.Random) -> dict[str, str]:
    chosen = {name: chance.choice(words) for name, words in CHOICES.items()}
    return {**chosen, "At": chosen["at"].capitalize(), "Least": chosen["least"].capitalize()}


def _filler(chance: random.Random, words: str) -> str:
    """Return a sentence about something else, seldom the same twice."""
    parts = {
        **_sample(chance, ("thing", "other", "third"), THINGS),
        **_sample(chance, ("a", "b", "c", "d", "e", "f"), QUALITIES),
        **_sample(chance, ("deed", "done"), DEEDS),
        **_sample(chance, ("people", "folk"), PEOPLE),
        **_sample(chance, ("time",), TIMES),
        **_sample(chance, ("near",), NEAR),
        "m": str(chance.randrange(60, 900)),
    }
    for article in "abc":
        parts[article] = f"the {parts[article]}"
    parts.update({name.capitalize(): text.capitalize() for name, text in parts.items()})
    return words.format(**parts)


def _sample(
    chance: random.Random, names: tuple[str, ...], among: tuple[str, ...]
) -> dict[str, str]:
    return dict(zip(names, chance.sample(among, len(names)), strict=True))
