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
    "{Party} fired {weapon} at {target} in {place} on {day}, {speaker} said.",
    "At least {n} civilians were killed and {m} wounded when {weapon} hit {target} in {place}.",
    "{Party} used {weapon} in {place} on {day}, according to {speaker}.",
    "{Speaker} reported that {party} had shelled {target} in {place}, killing {n} people.",
    "{Party} denied using {weapon} in {place}.",
    "Remnants of {weapon} were found near {place} on {day}.",
    "It is unclear whether {party} or its allies carried out the strike on {place}.",
    "{Party} is not party to the Convention on Cluster Munitions.",
)
FILLERS = (
    "{Thing} in the province opened after {n} days on {weekday}, and {price} rose by {m} coins.",
    "The road to the {side} was closed for repairs of {thing} until the end of {month}.",
    "Officials met for {n} hours on {weekday} to discuss {thing} and the supply of {price}.",
    "Some {m} families have left {thing} since {month} and live with relatives in the {side}.",
    "Negotiators were expected to return from the {side} with a list of {n} points on {weekday}.",
    "The harvest of {month} has been poor because of drought, and {price} cost {m} coins a bag.",
    "On {weekday} {n} teachers returned to {thing} in the {side}, and asked for {price}.",
    "A ship with {m} sacks of {price} arrived in {month}, bound for {thing}.",
)
THINGS = (
    "the schools", "the old bridge", "the mills", "the bakeries", "the railway", "the dam",
    "the pharmacies", "the libraries", "the water works", "the cattle market",
)  # fmt: skip
PRICES = ("bread", "fuel", "flour", "rice", "firewood", "medicine", "seed", "sugar", "tea")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "March", "April", "June", "July", "September", "October", "December")
SIDES = ("north", "south", "east", "west", "coast", "hills", "capital", "valley")


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


def _filler(chance: random.Random, words: str) -> str:
    """Return a sentence about something else, seldom the same twice: reports are no copies."""
    thing = chance.choice(THINGS)
    return words.format(
        thing=thing,
        Thing=thing[0].upper() + thing[1:],
        price=chance.choice(PRICES),
        weekday=chance.choice(WEEKDAYS),
        month=chance.choice(MONTHS),
        side=chance.choice(SIDES),
        n=chance.randrange(2, 60),
        m=chance.randrange(2, 900),
    )
