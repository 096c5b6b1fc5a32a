"""What carries a grade, and what would change it: found by asking the rule table again."""

from collections import ChainMap
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from remnant.assess.evidence import SUPPORTING, Header, Said
from remnant.assess.grade import Case, deciding
from remnant.assess.origins import EXAMINED
from remnant.assess.speakers import Speaker, speaker_of
from remnant.model.assessment import Change, Grade, Origin
from remnant.model.claim import Basis, ClaimKind, Commitment, Stance

LARGEST = 3
"""Claims that the smallest set is looked for among; no rule of the table needs more."""

KEPT = 8
"""Claims tried, one of each sort, the strongest first."""

SUPPOSED = "supposed"
"""Identifier of what is only supposed, to see what it would change."""


def carrying(case: Case, grade: Grade, claims: Sequence[str]) -> tuple[str, ...]:
    """Return the smallest set of the deciding claims that gives the grade by itself.

    If no set of up to three does, because the grade rests on claims outside the incident,
    all of them are returned.
    """
    tried = _sorts(case, claims)[:KEPT]
    for size in range(1, LARGEST + 1):
        for chosen in combinations(tried, size):
            if deciding(only(case, frozenset(chosen)))[0] is grade:
                return tuple(sorted(chosen))
    return tuple(claims)


def _sorts(case: Case, claims: Sequence[str]) -> list[str]:
    """Return one claim of each sort: its origins, what it rests on, whom it accuses, how surely."""
    wanted = set(claims)
    found: dict[tuple[object, ...], str] = {}
    ordered = sorted(
        (one for one in case.said if one.claim.id in wanted),
        key=lambda one: (_rank(one), one.claim.id),
    )
    for one in ordered:
        origins = tuple(x.id for x in case.origins if one.claim.id in x.claims)
        sort = (origins, _rank(one), tuple(sorted(one.accused)), one.claim.kind)
        found.setdefault(sort, one.claim.id)
    return list(found.values())


def _rank(said: Said) -> tuple[bool, bool]:
    firm = said.claim.stance is Stance.AFFIRMED
    return (not set(said.claim.basis) & set(EXAMINED), not firm)


def only(case: Case, claims: frozenset[str]) -> Case:
    """Return the case with some of its claims alone."""
    said = {one.claim.id: one for one in case.said if one.claim.id in claims}
    origins = tuple(
        _left(one, [said[name] for name in one.claims if name in said])
        for one in case.origins
        if not claims.isdisjoint(one.claims)
    )
    return replace(case, said=tuple(said.values()), origins=origins)


def _left(origin: Origin, said: Sequence[Said]) -> Origin:
    """Return an origin with some of its claims alone."""
    stated = {x for one in said if one.claim.stance in SUPPORTING for x in one.claim.basis}
    return replace(
        origin,
        claims=tuple(one.claim.id for one in said),
        documents=tuple(sorted({one.document for one in said})),
        basis=tuple(basis for basis in origin.basis if basis in stated),
    )


def changes(case: Case, grade: Grade) -> tuple[Change, ...]:
    """Return what would give another grade, each tried on the rule table."""
    found = (
        Change(sentence, result, claims)
        for sentence, changed, claims in (*_supposed(case), *_fallen(case))
        if (result := deciding(changed)[0]) is not grade
    )
    return tuple(dict.fromkeys(found))


Tried = tuple[str, Case, tuple[str, ...]]


def _supposed(case: Case) -> Iterator[Tried]:
    """Yield the case with something more."""
    template = next((one for one in case.said if one.claim.stance in SUPPORTING), None)
    if template is None:
        return
    yield "One more independent origin that says so.", _with_origin(case, template, ()), ()
    examined = (Basis.SITE_VISIT,)
    sentence = "One more independent origin that says so and examined evidence."
    yield sentence, _with_origin(case, template, examined), ()
    for origin in case.independent()[:1]:
        if not set(origin.basis) & set(EXAMINED):
            stated = replace(origin, basis=examined)
            others = tuple(stated if one is origin else one for one in case.origins)
            sentence = f"{origin.label} says that it examined evidence."
            yield sentence, replace(case, origins=others), ()
    accused = sorted({key for one in case.said for key in one.accused})
    for key in accused[:2]:
        name = speaker_of(key, case.knowledge, actor=key)
        yield f"{name.name} admits it.", _with_admission(case, template, name), ()
    if accused:
        rival = replace(template, accused=frozenset({SUPPOSED}))
        sentence = "An independent origin that says another party did it."
        contrary = _with_origin(case, rival, ())
        if deciding(contrary)[0] is Grade.CONTESTED:  # of a whole war it contradicts nobody
            yield sentence, contrary, ()


def _fallen(case: Case) -> Iterator[Tried]:
    """Yield the case without one of its independent origins."""
    for origin in case.independent()[:KEPT]:
        yield f"Without what {origin.label} says.", _without(case, origin), origin.claims


def _without(case: Case, origin: Origin) -> Case:
    """Return the case without one origin; a claim that rests on another too stays with that."""
    others = tuple(one for one in case.origins if one is not origin)
    gone = set(origin.claims).difference(*(one.claims for one in others))
    said = tuple(one for one in case.said if one.claim.id not in gone)
    return replace(case, said=said, origins=others)


def _with_origin(case: Case, template: Said, basis: tuple[Basis, ...]) -> Case:
    said = _as_supposed(template, basis)
    origin = Origin(SUPPOSED, "another origin", party=False, claims=(SUPPOSED,), documents=())
    return case.joined(said, replace(origin, basis=basis))


def _with_admission(case: Case, template: Said, party: Speaker) -> Case:
    said = replace(
        _as_supposed(template, ()),
        speakers=(party,),
        attributed=False,
        accused=frozenset({party.key}),
    )
    supposed = {SUPPOSED: Header(SUPPOSED, party, None, "")}
    headers = ChainMap(supposed, case.evidence.headers)  # a copy would cost all documents
    return replace(case, said=(*case.said, said), evidence=replace(case.evidence, headers=headers))


def _as_supposed(template: Said, basis: tuple[Basis, ...]) -> Said:
    claim = replace(
        template.claim,
        id=SUPPOSED,
        kind=ClaimKind.USE,
        stance=Stance.AFFIRMED,
        commitment=Commitment(),
        passage=replace(template.claim.passage, document=SUPPOSED),
        role=None,
        basis=basis,
    )
    resolved = replace(template.resolved, claim=claim)
    return replace(template, resolved=resolved, speakers=(), attributed=False)
