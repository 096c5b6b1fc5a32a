"""How parties, speakers, weapons and places are named in generated sentences.

Names are those of the reviewed knowledge; a label that only one side uses is never
printed as a name. A speaker whom no knowledge entry names is quoted in the source's words.
"""

from collections.abc import Iterable, Sequence

from remnant.errors import KnowledgeError
from remnant.knowledge import Actor, ActorKind, ClusterStatus, Knowledge, Weapon, WeaponLevel
from remnant.model.value import Location, Reference, ReferenceKind
from remnant.publish.sentences_words import article, listed, plural

CLUSTER = "cluster munition"
"""Normal form of cluster munitions in general."""

ACTS = {
    "airstrike": "airstrikes",
    "shelling": "shelling",
    "artillery": "artillery fire",
    "suicide bomb": "suicide bombings",
    "bombardment": "bombardment",
}
"""Weapon words that name an act: one carries them out."""

BODIES = frozenset(
    [
        "agency",
        "army",
        "authority",
        "centre",
        "center",
        "coalition",
        "command",
        "commission",
        "committee",
        "council",
        "court",
        "defence",
        "department",
        "directorate",
        "embassy",
        "federation",
        "forces",
        "government",
        "group",
        "guardian",
        "hub",
        "infocenter",
        "infocentre",
        "initiative",
        "institute",
        "kingdom",
        "league",
        "ministry",
        "mission",
        "monitor",
        "movement",
        "nations",
        "network",
        "news",
        "observatory",
        "office",
        "opposition",
        "organisation",
        "organization",
        "parliament",
        "police",
        "post",
        "presidency",
        "prosecutor",
        "republic",
        "service",
        "state",
        "states",
        "telegraph",
        "times",
        "tribunal",
        "trust",
        "union",
        "washington",
    ]
)
"""Last words of names that take the definite article."""

BARE = frozenset({"islamic state", "human rights watch", "amnesty international"})
"""Names that take no article in spite of their last word."""


LINKS = frozenset({"of", "for", "on", "to", "against"})
"""Words behind the head of a name: in `Commission of Inquiry`, the head is `Commission`."""


def named(name: str) -> str:
    """Return a name with `the` where English has it: `the Washington Post`."""
    name = name.replace("'", "’")
    words = name.split()
    if not words or name.lower().startswith("the ") or name.lower() in BARE:
        return name
    if name in SPELLED:
        return f"the {name}"
    if len(words) > 1 and words[0].endswith("’s"):
        return name
    linked = next((place for place, word in enumerate(words) if word.lower() in LINKS), 0)
    head = words[linked - 1].lower() if linked else words[-1].lower()
    return f"the {name}" if head in BODIES or head in COUNTRIES else name


SPELLED = frozenset({"BBC", "UN", "EU", "ICRC", "OPCW", "IAEA", "OSCE", "OHCHR", "CIA", "FBI"})
"""Abbreviations said letter by letter that take the definite article."""

COUNTRIES = frozenset({"states", "netherlands", "philippines", "emirates", "maldives", "bahamas"})
"""Last words of states that take the definite article."""


class Names:
    """The names of one knowledge, as printed."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge

    def actor(self, reference: Reference) -> str:
        """Return a party or speaker as printed: by its entry, or quoted if nothing names it."""
        if reference.id or not reference.name[:1].islower():
            return named(reference.name)
        sources = "sources" if reference.name.endswith("s") else "a source"
        return f"{sources} described only as “{reference.name}”"

    def publisher(self, words: str) -> tuple[str, str]:
        """Return identifier and printed name of a document's publisher.

        An office speaks as its state. The identifier is empty for an unknown publisher.
        """
        found = self._actor_named(words)
        if found is None:
            return "", named(words)
        return found.id, named(found.name)

    def is_party(self, actor: str) -> bool:
        """Say whether an actor is a state, territory or armed group, not a reporter."""
        parties_ = {ActorKind.STATE, ActorKind.TERRITORY, ActorKind.GROUP, ActorKind.COALITION}
        return self._knowledge.actors.get(actor).kind in parties_

    def is_observer(self, reference: Reference) -> bool:
        """Say whether an actor only observes: an organisation or a news outlet."""
        entry = self._actor_named(reference.name)
        return entry is not None and entry.kind in {ActorKind.ORGANISATION, ActorKind.MEDIA}

    def is_place(self, reference: Reference) -> bool:
        """Say whether a name is that of a place and of no actor."""
        if reference.id or self._actor_named(reference.name) is not None:
            return False
        return self._knowledge.places.known(reference.name)

    def forces(self, references: Sequence[Reference], word: str) -> str:
        """Return several parties as one subject, their forces where all are states.

        `Armenian or Nagorno-Karabakh forces`; `NATO and the United States`.
        """
        entries = [self._actor_named(reference.name) for reference in references]
        wanted = {ActorKind.STATE, ActorKind.TERRITORY}
        found = [entry for entry in entries if entry is not None and entry.kind in wanted]
        if len(found) != len(references) or len(found) < 2:  # noqa: PLR2004 - alternatives
            return parties([self.actor(reference) for reference in references], word)
        adjectives = [
            entry.adjectives[0]
            if entry.kind is ActorKind.STATE and entry.adjectives
            else entry.name
            for entry in found
        ]
        return f"{listed(adjectives, word)} forces"

    def key(self, reference: Reference) -> str:
        """Return what tells one entry from another: its identifier, or its name."""
        return reference.id or reference.name

    def state(self, actor: str) -> Actor:
        """Return the entry of an actor."""
        return self._knowledge.actors.get(actor)

    def short(self, name: str) -> str:
        """Return the abbreviation by which a body may be named again, or empty."""
        bare = name.removeprefix("the ")
        found = self._actor_named(bare)
        letters = "".join(word[0] for word in bare.split() if word[0].isupper())
        if found is None or len(letters) < 3:  # noqa: PLR2004 - two letters are no abbreviation
            return ""
        article_ = "the " if name.startswith("the ") else ""
        last = bare.rsplit(" ", 1)[-1]
        for alias in found.aliases:
            if alias == letters or alias in {last, f"the {last}"}:
                return f"{article_}{alias.removeprefix('the ')}"
        return ""

    def weapon(self, reference: Reference) -> Weapon | None:
        """Return the entry of a weapon, or `None` if no knowledge file has it."""
        catalogue = self._knowledge.weapons
        if reference.id:
            try:
                return catalogue.get(reference.id)
            except KnowledgeError:
                return None
        found = catalogue.named(reference.name)
        return found[0] if found else None

    def is_specific(self, reference: Reference) -> bool:
        """Say whether a weapon is a catalogued type, not a generic word."""
        entry = self.weapon(reference)
        return entry is not None and entry.level is not WeaponLevel.CLASS

    def is_submunition(self, reference: Reference) -> bool:
        """Say whether a weapon is a catalogued submunition."""
        entry = self.weapon(reference)
        return entry is not None and entry.level is WeaponLevel.SUBMUNITION

    def concerns_cluster(self, references: Iterable[Reference]) -> bool:
        """Say whether one of the weapons is, or may be, a cluster munition."""
        wanted = {ClusterStatus.CLUSTER, ClusterStatus.DEPENDS}
        entries = (self.weapon(one) for one in references)
        return any(entry is not None and entry.cluster in wanted for entry in entries)

    def _actor_named(self, words: str) -> Actor | None:
        found = self._knowledge.actors.named(words)
        return self._knowledge.actors.speaks_as(found[0].id) if found else None


def parties(names: Sequence[str], word: str) -> str:
    """Return several parties as one subject: `Armenia or Nagorno-Karabakh`."""
    return listed(tuple(dict.fromkeys(names)), word)


def only_acts(weapons: Sequence[Reference]) -> bool:
    """Say whether all the weapon words name acts, such as `airstrike`."""
    return bool(weapons) and all(weapon.name in ACTS for weapon in weapons)


def acts(weapons: Sequence[Reference]) -> str:
    """Return acts as the object of `carried out`: `airstrikes and shelling`."""
    return listed([ACTS[weapon.name] for weapon in weapons if weapon.name in ACTS])


def arms(
    weapons: Sequence[Reference], names: Names, *, held: bool = False, found: bool = False
) -> str:
    """Return the weapons as a noun phrase: `LAR-160 rockets with M095 submunitions`.

    Args:
        weapons: The weapons of one claim, specific and generic.
        names: Names of the knowledge.
        held: They are held or passed on, not used: launchers are launchers.
        found: They were found after use: what is left of a launcher's fire is its rockets.
    """
    entries = [(weapon.name, names.weapon(weapon)) for weapon in weapons]
    generic = [n for n, e in entries if (e is None or e.level is WeaponLevel.CLASS)]
    generic = [name for name in generic if name not in ACTS]
    specific = [e for _, e in entries if e is not None and e.level is not WeaponLevel.CLASS]
    if not specific:
        return listed([plural(name) for name in generic])
    agents = [e.name for e in specific if e.level is WeaponLevel.AGENT]
    smaller = [e for e in specific if e.level is WeaponLevel.SUBMUNITION]
    larger = [e for e in specific if e.name not in agents and e not in smaller]
    if agents:
        others = [w for w in weapons if w.name not in {*agents, "chemical weapon"}]
        return listed([*agents, *([arms(others, names, held=held, found=found)] if others else [])])
    if not larger:
        return _small(smaller, generic)
    head = _head(generic) or _own(larger[0], names, held=held)
    if not smaller:
        return _headed([e.name for e in larger], head)
    join = " and " if held or found else " with "
    inner = _headed([e.name for e in smaller], "submunitions")
    return f"{_headed([e.name for e in larger], head)}{join}{inner}"


def _small(entries: Sequence[Weapon], generic: Sequence[str]) -> str:
    """Name submunitions, with what carried them where only its class was said."""
    found = [entry.name for entry in entries]
    head = _head(generic)
    if head in {"", plural(CLUSTER)}:
        return _headed(found, head or "submunitions")
    return f"{head} with {_headed(found, 'submunitions')}"


def _head(generic: Sequence[str]) -> str:
    others = [name for name in generic if name not in {CLUSTER, "submunition"}]
    if CLUSTER in generic:
        return f"{CLUSTER} {plural(others[0])}" if others else plural(CLUSTER)
    return plural(others[0]) if others else ""


def _own(entry: Weapon, names: Names, *, held: bool) -> str:
    if entry.level is WeaponLevel.LAUNCHER:
        return "launchers" if held else "rockets"
    for generic in entry.generic:
        found = names.weapon(Reference(ReferenceKind.WEAPON, generic, generic))
        if (
            found
            and found.level is WeaponLevel.CLASS
            and found.name not in {CLUSTER, "submunition"}
        ):
            return plural(found.name)
    if entry.cluster is ClusterStatus.CLUSTER:
        return plural(CLUSTER)
    return {WeaponLevel.MISSILE: "missiles", WeaponLevel.MINE: "mines"}.get(entry.level, "")


def _headed(names: Sequence[str], head: str) -> str:
    return f"{listed(tuple(dict.fromkeys(names)))} {head}".strip()


def targets(references: Sequence[Reference]) -> str:
    """Return what was attacked: `civilians and civilian objects`, `a hospital`."""
    return listed([_target(reference.name) for reference in references])


def _target(name: str) -> str:
    last = name.rsplit(" ", 1)[-1]
    countless = {"infrastructure", "property", "population", "housing", "personnel", "equipment"}
    one = not last.endswith("s") and last not in countless and last not in {"people", "children"}
    proper = name[:1].isupper() or name.lower().startswith(("the ", "a ", "an ", "his ", "their "))
    return article(name) if one and not proper else name


def places(locations: Sequence[Location]) -> str:
    """Return places as a list, countries with their article: `the United States`."""
    return listed([named(location.name) for location in locations])
