import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from remnant.checking import check_replies, compare_records, twin_of
from remnant.cli.app import app
from remnant.cli.building import Built, as_figures, bring_up_to_date
from remnant.dossier import Dossier
from remnant.errors import EndpointError, SettingsError
from remnant.knowledge import Knowledge, load_knowledge
from remnant.settings import Settings
from remnant.store import Store
from tests.dossiers import add_report, exports
from tests.models import (
    Answered,
    Served,
    Wire,
    answer,
    envelope,
    first_sentences,
    passages_in,
    proposal,
    serve,
)

pytest.importorskip("openai")


@pytest.fixture(scope="module", name="knowledge")
def _knowledge() -> Knowledge:
    return load_knowledge()


@pytest.fixture(name="dossier")
def _dossier(tmp_path: Path) -> Dossier:
    made = Dossier.create(tmp_path / "dossier", title="Stepanakert")
    for name in ("watch.txt", "amnesty.txt", "statement.txt"):
        add_report(made, name)
    return made


@pytest.fixture(name="served")
def _served() -> Iterator[Served]:
    with serve(first_sentences) as served:
        yield served


def build(dossier: Dossier, *, settings: Settings = Settings()) -> Built:  # noqa: B008 - a frozen value
    """Bring the dossier's record up to date."""
    with Store.open(dossier.record_url("")) as store:
        return bring_up_to_date(dossier, store, settings=settings, quiet=True)


def _settings(address: str, **more: object) -> Settings:
    base = Settings(extractor="model", model="tiny", model_endpoint=address, model_retries=0)
    return replace(base, **more)  # type: ignore[arg-type]  # tests name real settings


def test_a_model_is_asked_and_the_cost_is_shown(dossier: Dossier, served: Served) -> None:
    """Each document is asked about once; tokens, cost and claims are counted."""
    settings = _settings(served.address, model_prompt_price=2.0, model_reply_price=10.0)
    built = build(dossier, settings=settings)

    assert len(served.asked) == 3
    assert as_figures(built)["model"] == {
        "questions": 3,
        "prompt_tokens": 21,
        "reply_tokens": 9,
        "cost": pytest.approx((21 * 2 + 9 * 10) / 1_000_000),
        "kept": 3,
        "dropped": {},
    }
    assert built.counts.claims == 3
    assert built.counts.episodes


def test_a_second_build_asks_nothing(dossier: Dossier, served: Served) -> None:
    """Documents that are up to date are left alone."""
    build(dossier, settings=_settings(served.address))
    again = build(dossier, settings=_settings(served.address))

    assert len(served.asked) == 3
    assert again.processed == 0


def test_a_rebuild_from_recorded_replies_needs_no_endpoint(
    dossier: Dossier, served: Served, knowledge: Knowledge, tmp_path: Path
) -> None:
    """The record that recorded replies give is the same to the byte, and costs nothing."""
    build(dossier, settings=_settings(served.address))
    before = exports(dossier, knowledge=knowledge)
    (dossier.folder / "record.sqlite").unlink()
    built = build(dossier, settings=_settings(""))

    assert exports(dossier, knowledge=knowledge) == before
    assert len(served.asked) == 3
    assert built.consulted is not None
    assert built.consulted.spent.questions == 0
    assert list(check_replies(dossier)) == []
    assert list(_twin_faults(dossier, served, knowledge, tmp_path / "twin")) == []


def _twin_faults(dossier: Dossier, served: Served, knowledge: Knowledge, folder: Path) -> list[str]:
    folder.mkdir()
    twin = twin_of(dossier, folder)
    with Store.open(dossier.record_url("")) as store, Store.open(twin.record_url("")) as other:
        settings = _settings(served.address)
        bring_up_to_date(twin, other, settings=settings, quiet=True, offline=True)
        with store.read() as kept, other.read() as rebuilt:
            faults = compare_records(kept, rebuilt, knowledge=knowledge)
            return [one.sentence for one in faults]


def test_workers_ask_and_record_too(dossier: Dossier, served: Served, knowledge: Knowledge) -> None:
    """Read side by side, the documents give the same record."""
    build(dossier, settings=_settings(served.address))
    before = exports(dossier, knowledge=knowledge)
    (dossier.folder / "record.sqlite").unlink()
    build(dossier, settings=_settings("", processes=2))

    assert exports(dossier, knowledge=knowledge) == before


def test_another_extractor_or_model_reads_everything_anew(dossier: Dossier, served: Served) -> None:
    """The extractor and its model are part of what processes a document."""
    assert build(dossier).processed == 3
    assert build(dossier, settings=_settings(served.address)).processed == 3
    assert build(dossier, settings=_settings(served.address, model="large")).processed == 3
    assert build(dossier, settings=_settings(served.address, model_parts=9)).processed == 3
    assert build(dossier).processed == 3


def test_one_document_that_fails_is_tried_again(dossier: Dossier) -> None:
    """The build goes on past it; the next one asks about it alone."""
    failing = True

    def script(body: Wire) -> Answered:
        if failing and "Amnesty" in json.dumps(passages_in(body)):
            return Answered(500, b"{}")
        return first_sentences(body)

    with serve(script) as served:
        first = build(dossier, settings=_settings(served.address))
        failing = False
        second = build(dossier, settings=_settings(served.address))
        third = build(dossier, settings=_settings(served.address))

    assert len(first.issues) == 1
    assert "amnesty.txt" in first.issues[0]
    assert served.address in first.issues[0]
    assert (first.counts.claims, second.counts.claims) == (2, 3)
    assert (first.processed, second.processed, third.processed) == (3, 1, 0)
    assert second.issues == ()


def test_a_reply_that_is_no_json_is_asked_for_again(dossier: Dossier, knowledge: Knowledge) -> None:
    """It is recorded, so that a rebuild gives the same; the next build asks anew."""
    texts = iter(["Sure! Here are the claims:"] + ["no"] * 2)

    def script(body: Wire) -> Answered:
        text = next(texts, None)
        return Answered(200, envelope(text)) if text else first_sentences(body)

    with serve(script) as served:
        first = build(dossier, settings=_settings(served.address))
        before = exports(dossier, knowledge=knowledge)
        (dossier.folder / "record.sqlite").unlink()
        build(dossier, settings=_settings(""))
        assert exports(dossier, knowledge=knowledge) == before
        second = build(dossier, settings=_settings(served.address))

    assert len(first.issues) == 3
    assert (second.processed, second.issues, second.counts.claims) == (3, (), 3)


def test_hostile_replies_are_dropped_and_counted(dossier: Dossier) -> None:
    """What the documents do not bear out never reaches the record."""
    lies = [
        proposal("Armenia used sarin in Stepanakert", slots=(("actor", "Armenia"),)),
        proposal("cluster munitions", slots=(("actor", "Armenia"),)),
        7,
    ]
    with serve(lambda _: Answered(200, envelope(answer(*lies)))) as served:
        built = build(dossier, settings=_settings(served.address))

    assert built.counts.claims == 0
    assert built.consulted is not None
    assert dict(built.consulted.dropped) == {
        "malformed": 3,
        "quote-not-found": 3,
        "slot-not-found": 3,
    }


def test_an_endpoint_that_is_not_there_stops_the_build_and_keeps_the_record(
    dossier: Dossier,
) -> None:
    """Nothing is overwritten by a server that was not started."""
    kept = build(dossier)
    for processes in (1, 2):
        with pytest.raises(EndpointError, match="start the server"):
            build(dossier, settings=_settings("http://127.0.0.1:9/v1", processes=processes))

    assert build(dossier).counts.claims == kept.counts.claims


def test_a_model_without_an_endpoint_is_refused(dossier: Dossier) -> None:
    """Nothing is asked, and nothing is built, before the user names who is to be asked."""
    with pytest.raises(SettingsError, match="model_endpoint"):
        build(dossier, settings=_settings(""))


def test_the_summary_of_a_build_shows_what_the_model_cost(dossier: Dossier, served: Served) -> None:
    """A person sees questions, tokens, cost, and why claims were dropped."""
    options = ["--extractor", "model", "--model", "tiny", "--endpoint", served.address]
    environment = {"REMNANT_MODEL_PROMPT_PRICE": "1000", "NO_COLOR": "1"}
    command = ["build", "--dossier", str(dossier.folder), *options]
    done = CliRunner().invoke(app, command, env=environment)

    assert done.exit_code == 0, done.output
    assert "3 questions: 21 tokens sent, 9 received, cost 0.0210" in done.output
    assert "kept" in done.output


def test_loose_documents_are_read_by_a_model_too(served: Served, tmp_path: Path) -> None:
    """The claims of a model come in the form that is scored."""
    path = tmp_path / "report.txt"
    path.write_text("Azerbaijan fired cluster munitions at Hadrut.\n")
    command = ["claims", str(path), "--extractor", "model", "--model", "tiny"]
    command += ["--endpoint", served.address, "--replies", str(tmp_path / "replies")]
    done = CliRunner().invoke(app, command)

    assert done.exit_code == 0, done.output
    assert [json.loads(line)["actor"] for line in done.stdout.splitlines()] == [["Azerbaijan"]]
    assert (tmp_path / "replies" / "journal.jsonl").is_file()


def test_a_build_by_grammar_asks_nobody(dossier: Dossier, served: Served) -> None:
    """The model is off unless it is chosen, even where an endpoint is named."""
    built: Built = build(dossier, settings=Settings(model_endpoint=served.address))

    assert served.asked == []
    assert built.consulted is None
    assert not dossier.replies.exists()
