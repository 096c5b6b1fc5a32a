"""`remnant decide` and `remnant agreement`: a person's word on lineage and grades."""

from dataclasses import asdict
from typing import Annotated

import typer

from remnant.assess import Agreement, agreement
from remnant.cli.console import print_json, print_line, print_table
from remnant.cli.finding import only
from remnant.cli.options import (
    HERE,
    AsOfOption,
    DossierOption,
    JsonOption,
    open_dossier,
    read_record,
)
from remnant.dossier import utc_now
from remnant.errors import UsageError
from remnant.model.assessment import Grade
from remnant.model.decision import ON_WORKS, Decision, Judgement, latest
from remnant.model.ids import content_id
from remnant.store import Named, Reader


def decide(
    judgement: Annotated[
        str, typer.Argument(metavar="WHAT", help="cut, add, confirm, grade or note.")
    ],
    left: Annotated[str, typer.Argument(metavar="ID", help="A document, or an incident's number.")],
    right: Annotated[
        str, typer.Argument(metavar="ID|GRADE", help="A work, the grade, or what is noted.")
    ],
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who decides.")],
    note: Annotated[str, typer.Option("--note", metavar="TEXT", help="Why.")] = "",
    dossier: DossierOption = HERE,
    as_json: JsonOption = False,
) -> None:
    """Cut, add or confirm an edge of the lineage, grade an incident, or note a contradiction.

    `cut A B`: document A does not rest on work B. `add A B`: all of A rests on B. `confirm A
    B`: A rests on B, as the machine says. `grade R-0001 probable`: your grade, shown beside
    the computed one. The next `remnant build` brings these into force. `note R-0001 when`:
    your `--note` stands in public beside what the accounts differ in.
    """
    opened, settings = open_dossier(dossier)
    what = _judgement(judgement)
    if not by.strip():
        message = "--by is empty; say who decides"
        raise UsageError(message)
    with read_record(opened, settings) as reader:
        pair = SUBJECTS.get(what, _ends)(reader, left, right)
    held = latest(opened.decisions(), ON_WORKS if what in ON_WORKS else [what])
    key = (pair[0], "") if what is Judgement.GRADE else pair
    before = held[key].id if key in held else ""
    at = utc_now()
    decision = Decision(
        content_id("j", (what.value, *pair, by, at, note)), *pair, what, by, at, note, before
    )
    opened.decisions_journal.append(asdict(decision))
    if as_json:
        print_json(asdict(decision))
        return
    command = "publish" if what is Judgement.NOTE else "build"
    print_line(f"Decided: {what.value} {pair[0]} {pair[1]}. Run `remnant {command}` to apply it.")


def _judgement(typed: str) -> Judgement:
    offered = (*sorted(ON_WORKS), Judgement.GRADE, Judgement.NOTE)
    for one in offered:
        if typed == one.value:
            return one
    message = f"{typed!r} cannot be decided; use one of {', '.join(one.value for one in offered)}"
    raise UsageError(message)


def _graded(reader: Reader, number: str, grade: str) -> tuple[str, str]:
    found = only(reader, number)
    if found.named is not Named.INCIDENT:
        message = f"{number} is no incident; grade one such as R-0001"
        raise UsageError(message)
    if grade not in list(Grade):
        message = f"{grade!r} is no grade; use one of {', '.join(Grade)}"
        raise UsageError(message)
    return reader.incident(found.id).number, grade


def _noted(reader: Reader, number: str, about: str) -> tuple[str, str]:
    found = only(reader, number)
    if found.named is not Named.INCIDENT:
        message = f"{number} is no incident; a note is on one such as R-0001"
        raise UsageError(message)
    number = reader.incident(found.id).number
    held = dict.fromkeys(one.conflict.value for one in reader.assessment(number).contradictions)
    if about not in held:
        known = "; ".join(held) or "nothing"
        message = f"the accounts of {number} do not differ in {about!r}; they differ in: {known}"
        raise UsageError(message)
    return number, about


def _ends(reader: Reader, left: str, right: str) -> tuple[str, str]:
    child, parent = only(reader, left), only(reader, right)
    if child.named is not Named.DOCUMENT:
        message = f"{left} is no document; an edge leads from a document to what it rests on"
        raise UsageError(message)
    if parent.named not in (Named.DOCUMENT, Named.WORK):
        message = f"{right} is neither a document nor a named work"
        raise UsageError(message)
    if child.id == parent.id:
        message = f"{left} cannot rest on itself; name two different works"
        raise UsageError(message)
    return child.id, parent.id


SUBJECTS = {Judgement.GRADE: _graded, Judgement.NOTE: _noted}
"""How the subject of a decision is found, where it is not two works."""


def agreement_command(
    dossier: DossierOption = HERE, as_of: AsOfOption = None, as_json: JsonOption = False
) -> None:
    """Compare reviewers' grades with the computed ones."""
    opened, settings = open_dossier(dossier)
    with read_record(opened, settings, as_of=as_of) as reader:
        found = agreement(reader.assessment(one.number) for one in reader.incidents())
    if as_json:
        print_json(agreement_figures(found))
        return
    if not found.reviewed:
        print_line("No incident has a reviewer's grade; give one with `remnant decide grade`.")
        return
    print_table(
        ["computed", "reviewer", "incidents"],
        [(one.value, other.value, count) for one, other, count in found.pairs],
    )
    kappa = "not defined" if found.kappa is None else f"{found.kappa:.2f}"
    print_line(f"{found.equal} of {found.reviewed} agree; Cohen's kappa {kappa}.")


def agreement_figures(found: Agreement) -> dict[str, object]:
    """Return the figures as a JSON value."""
    return {
        "reviewed": found.reviewed,
        "equal": found.equal,
        "share": found.share,
        "kappa": found.kappa,
        "pairs": [
            {"computed": one.value, "reviewer": other.value, "incidents": count}
            for one, other, count in found.pairs
        ],
    }
