from dataclasses import asdict
from pathlib import Path

import pytest

from remnant.cli.options import public_notes
from remnant.dossier import Dossier
from remnant.errors import UsageError
from remnant.knowledge import load_knowledge
from remnant.model.decision import Decision, Judgement
from remnant.model.lineage import Derivation
from remnant.pipeline import reconcile
from remnant.store import Store
from tests.cli.test_commands import as_json, run
from tests.dossiers import REPORTS, build, preserve


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a built dossier of a report and a paper's copy of it."""
    folder = tmp_path_factory.mktemp("deciding") / "d"
    opened = Dossier.create(folder, title="Invented reports")
    publisher, published, text = REPORTS["watch.txt"]
    papers = (("watch.txt", publisher, published), ("copy.txt", "Daily News", "2021-06-06"))
    for name, who, day in papers:
        content = text if name == "watch.txt" else text + "Copyright.\n"
        preserve(
            opened.vault,
            name,
            content.encode(),
            publisher=who,
            published=day,
            at="2021-08-02T00:00:00Z",
        )
    build(opened)
    return folder


def _edges(folder: Path) -> dict[tuple[str, str], bool]:
    with Store.open(Dossier.open(folder).record_url("")) as store, store.read() as record:
        found = record.lineage().edges
    return {(e.child, e.parent): e.cut for e in found if e.kind is Derivation.COPIES}


def test_an_edge_is_cut_and_taken_back(dossier: Path) -> None:
    """A cut holds from the next build, as in a full rebuild; confirming the edge undoes it."""
    ((child, parent),) = _edges(dossier)
    decide = ("-d", str(dossier), "--by", "EK", "--note", "They wrote it first.")

    run("decide", "cut", child, parent, *decide)
    run("build", "-d", str(dossier))

    assert _edges(dossier) == {(child, parent): True}
    assert "copies, cut," in run("show", child, "-d", str(dossier)).stdout
    assert "They wrote it first." in run("show", child, "-d", str(dossier)).stdout
    assert _as_rebuilt(dossier)
    assert "Nothing to do" in run("build", "-d", str(dossier)).stdout

    run("decide", "confirm", child, parent, *decide)
    run("build", "-d", str(dossier))

    assert _edges(dossier) == {(child, parent): False}
    assert _as_rebuilt(dossier)


def _as_rebuilt(folder: Path) -> bool:
    """Say whether the record is what the main path makes of all documents and decisions."""
    opened = Dossier.open(folder)
    with Store.open(opened.record_url("")) as store, store.read() as record:
        whole = reconcile(
            tuple(record.results()),
            decisions=opened.decisions(),
            foundings=opened.foundings(),
            knowledge=load_knowledge(),
        )
        found = tuple(record.assessment(one.number) for one in record.incidents())
        return (record.lineage(), found) == (whole.lineage, whole.assessments)


def test_a_grade_stands_beside_the_computed_one(dossier: Path) -> None:
    """A reviewer's grade is shown with its note, and the agreement is counted."""
    assert "No incident has" in run("agreement", "-d", str(dossier)).stdout
    number = _number(dossier)

    note = ("--note", "Seen on site.")
    run("decide", "grade", number, "probable", "--by", "EK", *note, "-d", str(dossier))
    run("build", "-d", str(dossier))

    shown = run("show", number, "--why", "-d", str(dossier)).stdout
    assert "reviewer's grade: probable, other than the computed one: Seen on site." in shown
    assert "what would change it:" in shown
    assert "at Airwars: weak" in shown
    assert as_json("agreement", dossier=dossier) == {
        "reviewed": 1,
        "equal": 0,
        "share": 0.0,
        "kappa": 0.0,
        "pairs": [{"computed": "single origin", "reviewer": "probable", "incidents": 1}],
    }
    assert _as_rebuilt(dossier)


def _number(folder: Path) -> str:
    with Store.open(Dossier.open(folder).record_url("")) as store, store.read() as record:
        return next(one.number for one in record.incidents())


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("burn", "d-", "d-"), "cannot be decided"),
        (("grade", "R-0001", "excellent"), "is no grade"),
        (("grade", "R-0009", "probable"), "R-0009"),
        (("note", "R-0001", "the weather"), "do not differ in 'the weather'"),
    ],
)
def test_what_cannot_be_decided(dossier: Path, arguments: tuple[str, ...], message: str) -> None:
    """An unknown judgement, grade or incident is refused, with what can be given."""
    with pytest.raises(UsageError, match=message):
        run("decide", *arguments, "--by", "EK", "-d", str(dossier))


def test_a_document_does_not_rest_on_itself(dossier: Path) -> None:
    """Both ends must differ, and somebody must decide."""
    ((child, parent),) = _edges(dossier)
    with pytest.raises(UsageError, match="cannot rest on itself"):
        run("decide", "add", child, child, "--by", "EK", "-d", str(dossier))
    with pytest.raises(UsageError, match="say who decides"):
        run("decide", "add", child, parent, "--by", " ", "-d", str(dossier))


def test_decisions_are_kept_in_a_chained_journal(dossier: Path) -> None:
    """Each decision names the one that it replaces, and who made it."""
    ((child, parent),) = _edges(dossier)
    before = len(Dossier.open(dossier).decisions())
    for judgement in ("cut", "confirm"):
        run("decide", judgement, child, parent, "--by", "EK", "-d", str(dossier))
    found = Dossier.open(dossier).decisions()[before:]
    assert [one.judgement for one in found] == [Judgement.CUT, Judgement.CONFIRM]
    assert found[1].supersedes == found[0].id
    assert {one.by for one in found} == {"EK"}


def test_a_note_shows_from_the_day_it_was_written(dossier: Path) -> None:
    """A note is read with the record of now, and not with that of a day before it."""
    opened = Dossier.open(dossier)
    note = Decision(
        "j-1", "R-0001", "when", Judgement.NOTE, "EK", "2024-05-02T10:00:00Z", "Seen twice."
    )
    opened.decisions_journal.append(asdict(note))
    assert note in public_notes(opened)
    assert note in public_notes(opened, "2024-05-02")
    assert note not in public_notes(opened, "2024-05-01")
