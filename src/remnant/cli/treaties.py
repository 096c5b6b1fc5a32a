"""`remnant treaty`: who was party to a treaty on a day, and how many were."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from remnant.assess.deadlines import deadlines_on
from remnant.assess.standings import Case, day_words, reasons, sentence
from remnant.cli.console import print_json, print_line
from remnant.cli.options import HERE, DossierOption, JsonOption
from remnant.dossier import SETTINGS_FILE, Dossier, utc_now
from remnant.errors import UsageError
from remnant.knowledge import Knowledge, Treaty, load_knowledge
from remnant.model.obligation import Standing
from remnant.model.value import DateInterval

INDENT = "    "


def treaty(
    name: Annotated[str, typer.Argument(metavar="TREATY", help="Such as CCM or MBT.")],
    states: Annotated[
        list[str] | None, typer.Argument(metavar="STATE…", help="Their standing, with reasons.")
    ] = None,
    on: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day; a month or year means its end.")
    ] = None,
    names: Annotated[bool, typer.Option(help="Name the states of each standing.")] = False,
    dossier: DossierOption = HERE,
    as_json: JsonOption = False,
) -> None:
    """Count the members of a treaty on a day, by deposit and by entry into force.

    With states, say for each whether it was party, signatory or neither, by which acts, and
    which deadlines it had. It needs no dossier; one adds its own knowledge.
    """
    knowledge = _knowledge(dossier)
    entry, day = _entry(knowledge, name), _day(on)
    cases = [_case(knowledge, entry, state, day) for state in states or ()]
    if as_json:
        print_json(_figures(knowledge, entry, day) | {"states": [_state(one) for one in cases]})
        return
    if not cases:
        _print_members(knowledge, entry, day, names=names)
    for case in cases:
        print_line(sentence(case))
        for reason in reasons(case):
            print_line(INDENT + reason.sentence)
        for deadline in deadlines_on(case):
            print_line(f"{INDENT}{deadline.sentence} [deadline, {deadline.status.value}]")


def _knowledge(folder: Path) -> Knowledge:
    held = (folder / SETTINGS_FILE).is_file()
    return Dossier.open(folder).knowledge() if held else load_knowledge()


def _entry(knowledge: Knowledge, name: str) -> Treaty:
    acted = knowledge.treaties.acted_on()
    found = [one for one in knowledge.treaties.named(name) if one.id in acted]
    if not found:
        known = ", ".join(knowledge.treaties.get(one).name for one in acted)
        message = f"no acts are recorded towards {name!r}; choose one of {known}"
        raise UsageError(message)
    return found[0]


def _day(typed: str | None) -> date:
    try:
        last = DateInterval(typed or utc_now()[:10]).latest
    except ValueError:
        last = None
    if last is None:
        message = f"{typed!r} is no day, month or year; write 2020-10-30"
        raise UsageError(message)
    return last


def _case(knowledge: Knowledge, entry: Treaty, name: str, day: date) -> Case:
    register = knowledge.actors
    found = (register.get(name),) if name in register else register.named(name)
    if not found:
        message = f"no state or territory is called {name!r}; write its name in English"
        raise UsageError(message)
    return Case(register.speaks_as(found[0].id), entry, day, day, knowledge)


def _state(case: Case) -> dict[str, object]:
    return {
        "state": case.actor.id,
        "standing": case.standing(case.first).value,
        "sentence": sentence(case),
        "reasons": [one.sentence for one in reasons(case)],
        "deadlines": [
            {
                "article": one.article,
                "due": one.due,
                "status": one.status.value,
                "sentence": one.sentence,
            }
            for one in deadlines_on(case)
        ],
    }


def _figures(knowledge: Knowledge, entry: Treaty, day: date) -> dict[str, object]:
    ledger = knowledge.treaties
    parties, signatories = ledger.members(entry.id, day), ledger.signatories(entry.id, day)
    return {
        "treaty": entry.name,
        "on": day.isoformat(),
        "parties_by_deposit": parties,
        "parties_in_force": ledger.members(entry.id, day, "force"),
        "signatories": signatories,
        "joined": parties + signatories,
        "ever_signed": ledger.ever_signed(entry.id, day),
        "recorded_until": entry.recorded_until or None,
    }


def _print_members(knowledge: Knowledge, entry: Treaty, day: date, *, names: bool) -> None:
    figures = _figures(knowledge, entry, day)
    print_line(f"{entry.title} ({entry.name}) on {day_words(day)}")
    for words, key, standing in (
        ("States Parties, by deposit", "parties_by_deposit", Standing.PARTY),
        ("bound, by entry into force", "parties_in_force", None),
        ("signatories that had not joined", "signatories", Standing.SIGNATORY),
        ("signed or joined", "joined", None),
        ("had signed, whatever they did after", "ever_signed", None),
    ):
        print_line(f"{figures[key]:>5}  {words}")
        if names and standing:
            print_line(f"{INDENT}   {', '.join(_named(knowledge, entry, day, standing))}")
    if not entry.recorded_on(day):
        until = day_words(entry.recorded_until)
        print_line(f"Acts are recorded up to {until}; who joined later is not counted.")


def _named(knowledge: Knowledge, entry: Treaty, day: date, standing: Standing) -> list[str]:
    ledger = knowledge.treaties
    acting = dict.fromkeys(act.actor for act in ledger.of_treaty(entry.id))
    held = (one for one in acting if ledger.standing(one, entry.id, day, "deposit") is standing)
    return sorted(knowledge.actors.get(one).name for one in held)
