import signal
import subprocess
import sys
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from random import Random

import pytest

from remnant.build import plan
from remnant.dossier import Dossier
from remnant.knowledge import Knowledge, load_knowledge
from remnant.model.assessment import Grade
from remnant.pipeline import reconcile
from remnant.store import Store
from tests.dossiers import REPORTS, add_report, build, exports, preserve


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    """Give the knowledge that comes with the program."""
    return load_knowledge()


@pytest.fixture
def dossier(tmp_path: Path) -> Dossier:
    """Give an empty dossier."""
    return Dossier.create(tmp_path / "dossier", title="Test")


def filled(folder: Path, names: tuple[str, ...] = tuple(REPORTS)) -> Dossier:
    """Return a dossier with some of the invented reports, not built."""
    dossier = Dossier.create(folder, title="Test")
    for name in names:
        add_report(dossier, name)
    return dossier


def test_a_second_build_does_nothing(tmp_path: Path, knowledge: Knowledge) -> None:
    """An unchanged dossier is left alone: nothing is read and no run is written."""
    dossier = filled(tmp_path / "d")
    build(dossier)
    before = (tmp_path / "d" / "record.sqlite").read_bytes()

    built = build(dossier)

    assert (built.processed, built.kept, built.outcome.assessed) == (0, len(REPORTS), 0)
    assert (tmp_path / "d" / "record.sqlite").read_bytes() == before
    assert exports(dossier, knowledge=knowledge)["incidents-csv"].count("\n") > 1


def test_a_removed_record_is_rebuilt_to_the_byte(tmp_path: Path, knowledge: Knowledge) -> None:
    """The record holds nothing that cannot be made again."""
    dossier = filled(tmp_path / "d")
    build(dossier)
    first = exports(dossier, knowledge=knowledge)
    (tmp_path / "d" / "record.sqlite").unlink()

    build(dossier)

    assert exports(dossier, knowledge=knowledge) == first


@pytest.mark.parametrize("order", list(permutations(range(3)))[:6])
def test_one_by_one_gives_what_all_at_once_gives(
    tmp_path: Path, knowledge: Knowledge, order: tuple[int, ...]
) -> None:
    """Documents that arrive one by one, in any order, give the record that all together give.

    Numbers are permanent, so they depend on arrival: the first dossier's journal of
    numbers is given to the second.
    """
    names = [list(REPORTS)[index] for index in (*order, 3, 4)]
    slow = filled(tmp_path / "slow", names=())
    for name in names:
        add_report(slow, name)
        build(slow)
    fast = filled(tmp_path / "fast", names=tuple(names))
    (fast.folder / "numbers.jsonl").write_bytes((slow.folder / "numbers.jsonl").read_bytes())
    build(fast)

    assert exports(slow, knowledge=knowledge) == exports(fast, knowledge=knowledge)


def quarrel(number: int) -> str:
    """Return an invented report of strikes and denials that meet those of other reports."""
    chance = Random(number)  # noqa: S311 - no secret is made
    parties = ("Azerbaijan", "Armenia")
    places = ("Stepanakert", "Barda", "Ganja", "Nagorno-Karabakh")
    sentences = (
        "{one} fired cluster munitions at {place} on {day} June {year}, {other} said.",
        "{one} used rockets in {place} in June {year}.",
        "{one} denied using cluster munitions in {place}.",
        "{one} denied that it had shelled {place} on {day} June {year}.",
        "{one} denies all use of cluster munitions.",
        "{one} attacked {place}, killing {day} civilians.",
    )
    told = [
        chance.choice(sentences).format(
            one=chance.choice(parties),
            other=chance.choice((*parties, "Human Rights Watch")),
            place=chance.choice(places),
            day=chance.randrange(1, 4),
            year=chance.choice((2020, 2021)),
        )
        for _ in range(3)
    ]
    return "\n\n".join(told) + "\n"


def test_denials_reach_the_same_incidents_one_by_one(tmp_path: Path, knowledge: Knowledge) -> None:
    """Reports that accuse and deny, built one by one, give what a look at all of them gives."""
    slow, fast = filled(tmp_path / "slow", names=()), filled(tmp_path / "fast", names=())
    for number in range(14):
        for dossier in (slow, fast):
            preserve(
                dossier.vault,
                f"{number}.txt",
                quarrel(number).encode(),
                publisher=("Azerbaijan", "Reuters", "Human Rights Watch")[number % 3],
                published=f"{2020 + number % 2}-{6 + number % 5:02d}-20",
                at=f"2021-08-01T00:00:{number:02d}Z",
            )
        build(slow)
    (fast.folder / "numbers.jsonl").write_bytes((slow.folder / "numbers.jsonl").read_bytes())
    build(fast)

    found = exports(slow, knowledge=knowledge)
    assert found == exports(fast, knowledge=knowledge)
    with Store.open(slow.record_url("")) as store, store.read() as record:
        whole = reconcile(
            tuple(record.results()), decisions=(), foundings=slow.foundings(), knowledge=knowledge
        )
        kept = tuple(record.assessment(one.number) for one in whole.incidents)
        assert record.lineage() == whole.lineage
    assert kept == whole.assessments
    assert any(denial for one in kept for denial in one.denials)


def test_two_processes_give_what_one_gives(tmp_path: Path, knowledge: Knowledge) -> None:
    """Reading documents side by side changes nothing."""
    one, two = filled(tmp_path / "one"), filled(tmp_path / "two")
    build(one)
    build(two, processes=2)

    assert exports(one, knowledge=knowledge) == exports(two, knowledge=knowledge)


def test_a_copy_never_raises_a_grade(tmp_path: Path, knowledge: Knowledge) -> None:
    """The same text under another name adds a document and no origin."""
    dossier = filled(tmp_path / "d", names=("watch.txt",))
    build(dossier)
    before = grades(dossier)
    text = REPORTS["watch.txt"][2] + "Copyright.\n"
    preserve(
        dossier.vault,
        "copy.txt",
        text.encode(),
        publisher="Daily News",
        published="2021-06-06",
        at="2021-08-02T00:00:00Z",
    )

    build(dossier)

    after = grades(dossier)
    assert after == before
    assert exports(dossier, knowledge=knowledge)["sources-csv"].count("copy.txt") >= 1


def grades(dossier: Dossier) -> list[tuple[Grade, int]]:
    """Return the grade and number of origins of each incident, in order of number."""
    with Store.open(dossier.record_url("")) as store, store.read() as record:
        found = [record.assessment(one.number) for one in record.incidents()]
        return [(one.grade, len(one.origins)) for one in found]


def test_a_bad_document_stops_nothing(tmp_path: Path) -> None:
    """An unreadable document is kept with an issue, and the others are built."""
    dossier = filled(tmp_path / "d", names=("amnesty.txt",))
    dossier.vault.preserve(
        b"%PDF-1.4 not really",
        origin="broken.pdf",
        at="2021-08-02T00:00:00Z",
        media_type="application/pdf",
    )

    built = build(dossier)

    assert built.counts.documents == 2
    assert built.counts.claims > 0
    assert any("broken.pdf" in line for line in built.issues)


def test_a_document_that_is_gone_is_withdrawn(tmp_path: Path, knowledge: Knowledge) -> None:
    """An original that leaves the vault takes its claims and its incidents along."""
    whole = filled(tmp_path / "whole")
    build(whole)
    lines = (whole.folder / "vault" / "captures.jsonl").read_bytes().splitlines(keepends=True)
    (whole.folder / "vault" / "captures.jsonl").write_bytes(b"".join(lines[:-1]))
    fewer = filled(tmp_path / "fewer", names=tuple(REPORTS)[:-1])
    (fewer.folder / "numbers.jsonl").write_bytes((whole.folder / "numbers.jsonl").read_bytes())

    built = build(whole)
    build(fewer)

    assert built.withdrawn == 1
    assert exports(whole, knowledge=knowledge) == exports(fewer, knowledge=knowledge)


def test_a_number_stays_with_its_passage_when_another_report_joins(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    """A number moves to what a document gives when read anew, and a later report finds it there."""
    dossier = filled(tmp_path / "d", ("watch.txt",))
    build(dossier)
    (first,) = dossier.foundings()
    path = dossier.numbers_journal.path
    path.unlink()
    (dossier.folder / "record.sqlite").unlink()
    dossier.give_out((replace(first, mention="m-of-an-earlier-version"),))
    build(dossier)
    add_report(dossier, "amnesty.txt")
    build(dossier)
    one_by_one = exports(dossier, knowledge=knowledge)
    assert len(dossier.foundings()) == 1

    (dossier.folder / "record.sqlite").unlink()
    build(dossier)
    assert exports(dossier, knowledge=knowledge) == one_by_one


def test_new_words_on_a_document_are_seen(tmp_path: Path, knowledge: Knowledge) -> None:
    """Metadata that a person gives later makes its document, and no other, be read again."""
    dossier = filled(tmp_path / "d")
    build(dossier)
    _, published, text = REPORTS["post.txt"]
    preserve(
        dossier.vault,
        "post.txt",
        text.encode(),
        publisher="The Washington Post Company",
        published=published,
        at="2021-08-03T00:00:00Z",
    )

    with Store.open(dossier.record_url("")) as store, store.begin() as session:
        todo = plan(session, dossier, knowledge=knowledge)

    assert [capture.origin for capture in todo.captures] == ["post.txt"]
    assert build(dossier).processed == 1


KILLED = """
import os, signal, sys
from pathlib import Path
from remnant import build as building
from remnant.cli import building as command
from remnant.dossier import Dossier
from remnant.reconciling import reconcile_touched
from remnant.settings import Settings
from remnant.store import Store

building.BATCH = 2
stop = sys.argv[2]
write = building.write

def write_then_die(*args, **kwargs):
    write(*args, **kwargs)
    if stop == "writing":
        os.kill(os.getpid(), signal.SIGKILL)

def die_after_linking(*args, **kwargs):
    reconcile_touched(*args, **kwargs)
    os.kill(os.getpid(), signal.SIGKILL)

building.write = write_then_die
if stop == "linking":
    command.reconcile_touched = die_after_linking
dossier = Dossier.open(Path(sys.argv[1]))
with Store.open(dossier.record_url("")) as store:
    command.bring_up_to_date(dossier, store, settings=Settings(), quiet=True)
"""


@pytest.mark.parametrize("stop", ["writing", "linking"])
def test_a_killed_build_goes_on(tmp_path: Path, knowledge: Knowledge, stop: str) -> None:
    """A build that is killed and run again gives the record of one that was not."""
    whole, killed = filled(tmp_path / "whole"), filled(tmp_path / "killed")
    build(whole)
    program = [sys.executable, "-c", KILLED, str(killed.folder), stop]
    ended = subprocess.run(program, check=False, capture_output=True)

    build(killed)

    assert ended.returncode == -signal.SIGKILL, ended.stderr.decode()
    assert exports(killed, knowledge=knowledge) == exports(whole, knowledge=knowledge)
