import inspect
import re
from dataclasses import fields
from enum import StrEnum

import pytest
import typer

import remnant
from remnant import errors, model
from remnant.cli.app import app
from remnant.model import assessment, claim, decision, document, finding, incident, source
from remnant.model.assessment import DenialScope, Grade
from remnant.model.claim import ActorRole, Ballot, Basis, ClaimKind, Membership, Stance
from remnant.model.contradictions import Conflict
from remnant.model.decision import Judgement
from remnant.model.incident import Verdict
from remnant.model.lineage import Derivation
from remnant.model.obligation import Standing
from remnant.publish.datasets import EXPORTS
from remnant.settings import HELP, Settings
from tools.make_docs import DOCS, ROOT, commands_page, data_page, errors_page, settings_page

CLAIMS = (DOCS / "reference" / "claims.md").read_text("utf-8")
GLOSSARY = (DOCS / "glossary.md").read_text("utf-8")
GRADES = (DOCS / "how-to" / "read-a-grade.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "current"),
    [
        ("commands.md", commands_page()),
        ("data.md", data_page()),
        ("settings.md", settings_page()),
        ("errors.md", errors_page()),
    ],
)
def test_a_generated_page_is_current(name: str, current: str) -> None:
    """A reference page says what the program says; `make docs` writes it anew."""
    assert (DOCS / "reference" / name).read_text("utf-8") == current


def test_every_command_has_help_and_an_example() -> None:
    """Each command says what it does and shows how to call it."""
    group = typer.main.get_command(app)
    for name, command in group.commands.items():  # type: ignore[attr-defined] # an app of several commands is a group
        whole = f"{command.help or ''}\n{command.epilog or ''}"
        assert command.help, f"remnant {name} has no help"
        assert f"remnant {name}" in whole, f"remnant {name} has no example in its help"


def test_every_export_is_listed() -> None:
    """The page on taking data elsewhere names every export."""
    page = (DOCS / "how-to" / "export.md").read_text("utf-8")

    assert [name for name in EXPORTS if f"`{name}`" not in page] == []


def test_every_setting_has_help() -> None:
    """Each setting is described, and nothing else is."""
    assert {one.name for one in fields(Settings)} == set(HELP)


def test_the_tree_of_errors_is_drawn_in_full() -> None:
    """The docstring of the module of errors names every error."""
    drawn = set(re.findall(r"\w+Error", inspect.getdoc(errors) or ""))
    classes = {name for name, one in inspect.getmembers(errors, inspect.isclass)}

    assert drawn == classes


@pytest.mark.parametrize("words", [ClaimKind, Stance, ActorRole, Ballot, Membership])
def test_every_word_of_the_interchange_form_is_in_the_reference_of_claims(
    words: type[StrEnum],
) -> None:
    """Kinds, stances, roles, ballots and standings stand in the page of claims."""
    missing = [word.value for word in words if f"`{word.value}`" not in CLAIMS]

    assert not missing


@pytest.mark.parametrize("words", [Grade, Derivation, Verdict, Judgement, DenialScope, Standing])
def test_every_word_of_an_assessment_is_in_the_glossary(words: type[StrEnum]) -> None:
    """Grades, derivations, verdicts, scopes and standings stand in the glossary."""
    plain = " ".join(GLOSSARY.split())
    missing = [word.value for word in words if word.value not in plain]

    assert not missing


@pytest.mark.parametrize("words", [Grade, Conflict, Basis])
def test_every_word_on_an_incident_page_is_explained(words: type[StrEnum]) -> None:
    """The page on reading a grade explains every grade, basis and kind of contradiction."""
    plain = " ".join(GRADES.split())
    missing = [word.value for word in words if word.value not in plain]

    assert not missing


def test_every_noun_is_in_the_glossary() -> None:
    """Each value class of the model is defined under its plain name."""
    rooms = (assessment, claim, decision, document, finding, incident, source)
    defined = GLOSSARY.lower()
    names = {
        name
        for room in rooms
        for name, one in inspect.getmembers(room, inspect.isclass)
        if one.__module__ == room.__name__
    }
    plain = {name: re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower() for name in names}
    unexplained = sorted(name for name, word in plain.items() if word not in defined)

    assert model.__doc__
    assert unexplained == []


def test_the_changelog_speaks_of_this_version() -> None:
    """The first heading is Unreleased or the version of the program."""
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    first = re.search(r"^## \[?([^\]\s]+)", changelog, flags=re.MULTILINE)

    assert first is not None
    assert first[1] in {"Unreleased", remnant.__version__}
