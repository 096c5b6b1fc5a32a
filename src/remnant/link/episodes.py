"""Episodes compared: wars, campaigns and regions, by area and period."""

from datetime import timedelta

from remnant.link.blocking import area_of
from remnant.link.columns import key_of
from remnant.link.explaining import UNSAID
from remnant.model.finding import Reason
from remnant.model.incident import EventMention, Link, Verdict
from remnant.model.value import DateInterval

LONGEST_EPISODE = 400
"""Days. A period longer than this is joined only to one of similar length."""

SIMILAR = 0.5
"""Share of the longer of two long periods that the shorter must reach."""

LOOK_BACK = 366
"""Days before publication in which a general claim without a date is taken to fall."""


def compare_episodes(left: EventMention, right: EventMention) -> Link | None:
    """Return the link of two general mentions, or `None` if nothing speaks for one.

    They are of one episode if they accuse one party in one area, their weapons can go
    together, and their periods overlap; a claim without a period joins one that
    lies within the year before it was published.
    """
    areas = {area_of(place) for place in left.places} & {area_of(place) for place in right.places}
    if not areas or not _alike(left, right):
        return None
    period = _period(left, right)
    if period is None:
        return None
    names = (
        ", ".join(sorted({p.name for p in left.places})),
        ", ".join(sorted({p.name for p in right.places})),
    )
    claims = (*left.claims, *right.claims)
    place = Reason("area", "Both are about the same area.", *names, claims=claims)
    probability, verdict = (0.97, Verdict.SAME) if period[1] else (0.5, Verdict.ASK)
    first, second = sorted((left.id, right.id))
    return Link(first, second, probability, verdict, (place, period[0]))


def _alike(left: EventMention, right: EventMention) -> bool:
    """Say whether party and weapon agree; each party's use in a war is an episode of its own."""
    actors = {key_of(actor) for actor in left.actors}
    others = {key_of(actor) for actor in right.actors}
    if bool(actors) != bool(others) or (actors and actors.isdisjoint(others)):
        return False
    weapons = {key_of(weapon) for weapon in left.weapons}
    theirs = {key_of(weapon) for weapon in right.weapons}
    if weapons and theirs:
        return bool(weapons & theirs or weapons & set(right.weapon_kin))
    return bool(actors)


def _period(left: EventMention, right: EventMention) -> tuple[Reason, bool] | None:
    """Return what the periods say, and whether they suffice to join."""
    claims = (*left.claims, *right.claims)
    values = _words(left), _words(right)
    if left.date is not None and right.date is not None:
        if not left.date.overlaps(right.date):
            return None
        if not similar(left.date, right.date):
            return None
        return Reason("period", "The periods overlap.", *values, claims=claims), True
    dated, undated = (left, right) if right.date is None else (right, left)
    if dated.date is None:
        return _both_undated(left, right, values)
    if undated.known_by is None or not _recent(undated.known_by, dated.date):
        return None
    sentence = "One gives no period, but was published within a year after the other's began."
    return Reason("period", sentence, *values, claims=claims), True


def _both_undated(
    left: EventMention, right: EventMention, values: tuple[str, str]
) -> tuple[Reason, bool] | None:
    claims = (*left.claims, *right.claims)
    if left.document == right.document:
        return Reason("document", "One document says both.", *values, claims=claims), True
    first, second = _known(left), _known(right)
    if first is None or second is None:
        return None
    if abs(first - second) > LOOK_BACK:
        return None
    sentence = "Neither gives a period; they were published within a year of each other."
    return Reason("period", sentence, *values, claims=claims), False


def similar(first: DateInterval, second: DateInterval) -> bool:
    """Say whether two periods can be one episode's: both short, or of like length."""
    days = sorted((first.days or 10**6, second.days or 10**6))
    return days[1] <= LONGEST_EPISODE or days[0] >= SIMILAR * days[1]


def _recent(known: DateInterval, period: DateInterval) -> bool:
    day, first = known.latest, period.earliest
    return day is not None and first is not None and first <= day <= first + timedelta(LOOK_BACK)


def _known(mention: EventMention) -> int | None:
    if mention.known_by is None or mention.known_by.latest is None:
        return None
    return mention.known_by.latest.toordinal()


def _words(mention: EventMention) -> str:
    if mention.date is not None:
        return mention.date.edtf
    return f"{UNSAID}, known by {mention.known_by.edtf}" if mention.known_by else UNSAID
