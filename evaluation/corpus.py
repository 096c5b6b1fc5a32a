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
    "Schools in the province reopened after the holiday, and prices in the shops rose again.",
    "The road to the north was closed for repairs until the end of the month.",
    "Officials met for a third day to discuss the supply of water and electricity.",
    "Many families have left their homes since the spring and live with relatives in other towns.",
    "Negotiators were expected to return to the capital before the end of the week.",
    "The harvest has been poor this year because of drought, farmers in the region told reporters.",
)


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
    sentences += chance.sample(FILLERS, 3)
    chance.shuffle(sentences)
    return " ".join(sentences)
