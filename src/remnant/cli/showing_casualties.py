"""Casualties and contradictions in plain lines: headline, figures, sides, notes."""

from collections.abc import Iterator

from remnant.model.casualties import CasualtyRange, Figure, Group
from remnant.model.contradictions import Contradiction
from remnant.model.value import Quantity
from remnant.model.words import date_words, number

INDENT = "    "


def casualty_lines(toll: CasualtyRange, *, why: bool) -> Iterator[str]:
    """Yield the killed and injured with the rule; why, with every figure."""
    yield (
        f"killed: {_said(toll.killed)}; injured: {_said(toll.injured)}; rule: {toll.rule or 'none'}"
    )
    for group in toll.groups:
        yield f"{INDENT}said to be {group.name}: {_group(group)}"
    for reason in toll.reasons:
        yield f"{INDENT}{reason.sentence} [{reason.rule}]"
    if not why:
        return
    for standing, figures in (
        ("earlier", toll.superseded),
        ("stands", toll.figures),
        ("covers something else", toll.apart),
        ("died later", toll.later),
    ):
        for one in figures:
            yield f"{INDENT}figure, {standing}: {_figure(one)} [{one.claim}]"


def _said(quantity: Quantity | None) -> str:
    return "unknown" if quantity is None else number(quantity)


def _group(group: Group) -> str:
    parts = [f"{number(group.killed)} killed"] if group.killed else []
    parts += [f"{number(group.injured)} injured"] if group.injured else []
    return ", ".join(parts)


def _figure(one: Figure) -> str:
    parts = [f"{number(one.killed)} killed"] if one.killed else []
    parts += [f"{number(one.injured)} injured"] if one.injured else []
    parts += [one.covers] if one.covers else []
    parts += [f"said on {date_words(one.said)}"] if one.said else []
    parts += ["hedged"] if one.hedged else []
    return ", ".join(parts)


def contradiction_lines(one: Contradiction, *, why: bool) -> Iterator[str]:
    """Yield what accounts differ in, how, and what a person noted; why, with the claims."""
    yield f"differs, {one.conflict.value} ({one.clash.value}): {one.sentence}"
    if one.note:
        yield f"{INDENT}note by {one.noted_by}: {one.note}"
    if why:
        for side in one.sides:
            yield f"{INDENT}{side.value}: {', '.join(side.claims)}"
