"""The weights of the comparison: fixed, documented, never trained.

Each level of a feature has two probabilities: `m`, how often two mentions of the
same event stand at that level, and `u`, how often two mentions of different
events that share a blocking key do. The weight in bits is log2(m / u). They are
judgements of the editors, set so that the sums in `docs/how-it-decides.md` come
out as described there; a dossier of some hundred documents is too small to learn
them from. The model is that of Fellegi and Sunter (1969).
"""

import math
from dataclasses import dataclass

PRIOR_BITS = -10.0
"""Before anything is compared: of 1,024 pairs of mentions, one is of the same event."""

SAME_FROM = 0.95
"""From this probability two mentions are linked without asking."""

ASK_FROM = 0.30
"""From this probability up to `SAME_FROM` a person is asked; below it nothing is kept."""


@dataclass(frozen=True, slots=True)
class Level:
    """One way in which two values may agree or differ.

    Attributes:
        name: Name of the level.
        condition: The test in SQL, over columns with the suffixes `_l` and `_r`.
        m: How often mentions of one event stand at this level.
        u: How often mentions of different events do.
        sentence: What it means, in words.
    """

    name: str
    condition: str
    m: float
    u: float
    sentence: str

    @property
    def bits(self) -> float:
        """The weight: log2(m / u), positive if it speaks for the same event."""
        return math.log2(self.m / self.u)


@dataclass(frozen=True, slots=True)
class Feature:
    """One property that is compared.

    Attributes:
        name: Name of the feature, also the column of its level.
        unknown: The test in SQL for a value missing on one side, which weighs nothing.
        levels: From the closest to the last, which takes what is left.
    """

    name: str
    unknown: str
    levels: tuple[Level, ...]


_LAST = "ELSE"

_GAP = "greatest(first_l, first_r) - least(last_l, last_r)"
_LONGER = "greatest(last_l - first_l, last_r - first_r) + 1"

DATE = Feature(
    "date",
    "first_l IS NULL OR first_r IS NULL",
    (
        Level(
            "same day",
            "first_l = last_l AND first_r = last_r AND first_l = first_r",
            0.62,
            0.002,
            "both name the same day",
        ),
        Level(
            "within a week",
            f"{_GAP} <= 0 AND {_LONGER} <= 7",
            0.13,
            0.01,
            "the two intervals overlap and neither is longer than a week",
        ),
        Level(
            "within a month",
            f"{_GAP} <= 0 AND {_LONGER} <= 31",
            0.08,
            0.05,
            "the two intervals overlap and the longer is at most a month",
        ),
        Level(
            "overlap",
            f"{_GAP} <= 0",
            0.06,
            0.12,
            "the two intervals overlap, but one is longer than a month",
        ),
        Level(
            "next day",
            f"{_GAP} <= 1",
            0.08,
            0.03,
            "the days named are one apart, as when one counts from the report",
        ),
        Level("apart", _LAST, 0.03, 0.788, "the dates exclude each other"),
    ),
)

_KM = (
    "2 * 6371.0 * asin(sqrt("
    "pow(sin(radians(latitude_r - latitude_l) / 2), 2) + "
    "cos(radians(latitude_l)) * cos(radians(latitude_r)) * "
    "pow(sin(radians(longitude_r - longitude_l) / 2), 2)))"
)
_FINE = "precision_l <= 3 AND precision_r <= 3"

PLACE = Feature(
    "place",
    "len(places_l) = 0 OR len(places_r) = 0",
    (
        Level(
            "same place",
            "list_has_any(places_l, places_r)",
            0.72,
            0.004,
            "both name the same place",
        ),
        Level(
            "within 5 km",
            f"latitude_l IS NOT NULL AND latitude_r IS NOT NULL AND {_FINE} AND {_KM} <= 5",
            0.10,
            0.006,
            "the places are at most 5 km apart",
        ),
        Level(
            "within 25 km",
            f"latitude_l IS NOT NULL AND latitude_r IS NOT NULL AND {_FINE} AND {_KM} <= 25",
            0.05,
            0.04,
            "the places are at most 25 km apart",
        ),
        Level(
            "one within the other",
            "list_has_any(places_l, within_r) OR list_has_any(within_l, places_r)",
            0.10,
            0.15,
            "one place lies in the other, larger one",
        ),
        Level("elsewhere", _LAST, 0.03, 0.80, "the places are more than 25 km apart"),
    ),
)

WEAPON = Feature(
    "weapon",
    "len(weapons_l) = 0 OR len(weapons_r) = 0",
    (
        Level(
            "same weapon",
            "list_has_any(weapons_l, weapons_r)",
            0.60,
            0.25,
            "both name the same weapon or class",
        ),
        Level(
            "compatible",
            "list_has_any(weapons_l, kin_r) OR list_has_any(kin_l, weapons_r)",
            0.32,
            0.25,
            "the weapons can belong to one attack: a class, its model, its carrier or launcher",
        ),
        Level("other weapon", _LAST, 0.08, 0.50, "the weapons do not go together"),
    ),
)

ACTOR = Feature(
    "actor",
    "len(actors_l) = 0 OR len(actors_r) = 0",
    (
        Level(
            "same party",
            "list_has_any(actors_l, actors_r)",
            0.75,
            0.45,
            "both accuse the same party, or share an alternative",
        ),
        Level(
            "other party",
            _LAST,
            0.25,
            0.55,
            "they accuse different parties, as both sides of a war do for one event",
        ),
    ),
)


def _crosses(name: str) -> str:
    return (
        f"(coalesce({name}_min_l, 0) <= coalesce({name}_max_r, 2000000000) AND "
        f"coalesce({name}_min_r, 0) <= coalesce({name}_max_l, 2000000000))"
    )


_NEITHER = "coalesce({0}_min_{1}, {0}_max_{1}) IS NULL"
_NO_KILLED = f"({_NEITHER.format('killed', 'l')} OR {_NEITHER.format('killed', 'r')})"
_NO_INJURED = f"({_NEITHER.format('injured', 'l')} OR {_NEITHER.format('injured', 'r')})"

CASUALTIES = Feature(
    "casualties",
    f"{_NO_KILLED} AND {_NO_INJURED}",
    (
        Level(
            "same figures",
            "(killed_min_l = killed_min_r AND killed_min_l > 1 AND "
            f"({_NO_INJURED} OR {_crosses('injured')})) OR "
            "(injured_min_l = injured_min_r AND injured_min_l > 1 AND "
            f"({_NO_KILLED} OR {_crosses('killed')}))",
            0.35,
            0.04,
            "they give the same number of people",
        ),
        Level(
            "compatible figures",
            f"({_NO_KILLED} OR {_crosses('killed')}) AND ({_NO_INJURED} OR {_crosses('injured')})",
            0.40,
            0.36,
            "one number could satisfy both figures",
        ),
        Level(
            "other figures",
            _LAST,
            0.25,
            0.60,
            "the figures differ, as in a rising toll or for two events",
        ),
    ),
)

LEAST_WORDS = 4
"""Telling words that the passages of each side must have before their wording is compared."""

MANY_WORDS = 8
"""Telling words from which one text given twice is no stock phrase."""

_COMMON_WORDS = "len(list_intersect(words_l, words_r))"
_FEWER = "least(len(words_l), len(words_r))"
_MORE = "greatest(len(words_l), len(words_r))"

WORDING = Feature(
    "wording",
    f"(first_l IS NOT NULL AND first_r IS NOT NULL) OR {_FEWER} < {LEAST_WORDS}",
    (
        Level(
            "word for word",
            f"first_l IS NULL AND first_r IS NULL AND known_l = known_r "
            f"AND document_l <> document_r AND {_FEWER} >= {MANY_WORDS} "
            f"AND {_COMMON_WORDS} >= 0.9 * {_MORE}",
            0.03,
            0.0002,
            "two documents of one day tell it word for word",
        ),
        Level(
            "much the same words",
            f"{_COMMON_WORDS} >= 0.7 * {_FEWER}",
            0.17,
            0.06,
            "they tell it in much the same words",
        ),
        Level("other words", _LAST, 0.80, 0.9398, "they tell it in other words"),
    ),
)
"""Asked only where a day is missing: with day and place on both sides nothing else is needed.

How often passages have that many words in common was counted in ECB+ (Cybulska and Vossen,
2014), topics 1 to 35: sentences of different articles with one kind of event in them. Of 9,636
pairs on one event 0.21 share seven tenths of the telling words of the one that has fewer, names
and days aside; of 8,509 pairs on different events of a topic 0.07 do. Much the same words
therefore never suffice to join two mentions, whatever else agrees: a reporter tells of each day
in much the same words. One long passage that two documents of one day have word for word does.
"""

FEATURES = (DATE, PLACE, WEAPON, ACTOR, CASUALTIES, WORDING)
"""All that is compared, in the order in which the reasons are printed."""
