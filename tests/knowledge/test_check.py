"""The linter of the knowledge files, and additions of a dossier."""

from pathlib import Path

import pytest

from remnant.errors import KnowledgeError
from remnant.knowledge import load_knowledge
from remnant.knowledge.check import check, main


def test_the_package_files_are_in_order() -> None:
    """The linter has nothing to say of the files that are shipped."""
    assert check() == ()


def _folder(path: Path, name: str, content: str) -> Path:
    (path / name).write_text(content, encoding="utf-8")
    return path


def test_an_addition_adds_and_replaces(tmp_path: Path) -> None:
    """A dossier's file adds entries and replaces those of the same id."""
    content = (
        '- {id: new-rocket, name: New Rocket, level: carrier, citations: ["usage: known"]}\n'
        '- {id: m095, name: M095, level: other, aliases: [Em95], citations: ["usage: known"]}\n'
    )
    knowledge = load_knowledge(_folder(tmp_path, "weapons.yaml", content))
    assert knowledge.weapons.get("new-rocket").name == "New Rocket"
    assert [weapon.id for weapon in knowledge.weapons.named("Em95")] == ["m095"]
    assert knowledge.weapons.named("Mo95") == ()
    assert knowledge.digest != load_knowledge().digest


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (
            '- {id: x, name: X, level: carrier, parents: [none], citations: ["usage: known"]}',
            "unknown weapon 'none'",
        ),
        ("- {id: x, name: X, level: carrier}", "has no citation"),
        ('- {id: x, name: Grad, level: carrier, citations: ["usage: known"]}', "share the name"),
    ],
)
def test_mistakes_are_named(tmp_path: Path, content: str, message: str) -> None:
    """A wrong reference, a missing citation and a shared name are each reported."""
    found = check(_folder(tmp_path, "weapons.yaml", content))
    assert any(message in line for line in found)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("- {id: x, name: X, level: gun}", "use one of"),
        ("- {id: x, nam: X}", "unknown field 'nam'"),
        ("- [", "not valid YAML"),
        ("id: x", "must be a list"),
        ('- {id: x, name: X, level: carrier, citations: ["nobody: known"]}', "unknown source"),
    ],
)
def test_a_malformed_file_names_itself_and_the_entry(
    tmp_path: Path, content: str, message: str
) -> None:
    """A file that cannot be loaded gives one sentence with its name and what to do."""
    folder = _folder(tmp_path, "weapons.yaml", content)
    with pytest.raises(KnowledgeError, match=r"weapons\.yaml.*" + message):
        load_knowledge(folder)
    assert main([str(folder)]) == 1


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    """A folder of additions must exist."""
    with pytest.raises(KnowledgeError, match="no such folder"):
        load_knowledge(tmp_path / "none")


def test_ballots_are_no_more_than_were_counted(tmp_path: Path) -> None:
    """Two states that abstained where one was counted is reported."""
    content = (
        "- {id: r, symbol: A/RES/1/1, title: R, date: '2015-12-07', in_favour: 1, against: 0, "
        "abstaining: 1, treaty: ccm, ballots: [{abstain: [armenia, russia]}], "
        'citations: ["usage: known"]}\n'
    )
    found = check(_folder(tmp_path, "votes.yaml", content))
    assert any("2 ballots 'abstain' are recorded, but 1 were counted" in line for line in found)


def test_a_state_casts_one_ballot(tmp_path: Path) -> None:
    """A state that stands both for and against is reported, and one that stands once is not."""
    content = (
        "- {id: r, symbol: A/RES/1/1, title: R, date: '2015-12-07', treaty: ccm, "
        "ballots: [{in_favour: [armenia, norway], against: [armenia]}], "
        'citations: ["usage: known"]}\n'
    )
    found = check(_folder(tmp_path, "votes.yaml", content))
    assert found == ("votes.yaml, entry 'r': 'armenia' stands under two ballots; keep one",)
