"""The whole pipeline beside the bare parser, with one and two processes."""

import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from evaluation.benchmarks.figures import Figure, seconds
from evaluation.corpus import Generated, generated
from remnant.cli.building import bring_up_to_date
from remnant.dossier import Dossier
from remnant.extract.parsing.parser import MODEL
from remnant.model.source import Metadata, Provenance, Stated
from remnant.processing import process_all
from remnant.settings import Settings
from remnant.store import Store

DOCUMENTS = 2000


def preserve(dossier: Dossier, documents: Iterable[Generated]) -> None:
    """Put generated documents into a dossier's vault."""
    for one in documents:
        dossier.vault.preserve(
            one.text.encode(),
            origin=one.name,
            at="2025-01-01T00:00:00Z",
            media_type="text/plain",
            given=Metadata(
                publisher=Stated(one.publisher, Provenance.GIVEN),
                published=Stated(one.published, Provenance.GIVEN),
            ),
        )


def build(dossier: Dossier, *, processes: int = 1) -> None:
    """Bring a dossier's record up to date."""
    with Store.open(dossier.record_url("")) as store:
        bring_up_to_date(dossier, store, settings=Settings(processes=processes), quiet=True)


def new_dossier(folder: Path, documents: Iterable[Generated]) -> Dossier:
    """Return a dossier with generated documents, not built."""
    dossier = Dossier.create(folder, title="Benchmark")
    preserve(dossier, documents)
    return dossier


def bare_seconds(texts: list[str], *, exclude: tuple[str, ...] = ()) -> float:
    """Return how long the bare spaCy pipeline takes over texts, with the operations we use."""
    import spacy  # noqa: PLC0415 - heavy
    from thinc.api import NumpyOps, set_current_ops  # noqa: PLC0415 - as above

    set_current_ops(NumpyOps(use_blis=False))
    model = spacy.load(MODEL, exclude=exclude)
    for _ in model.pipe(texts[:50]):
        pass
    return seconds(lambda: [len(doc) for doc in model.pipe(texts)])


def measure(documents: int = DOCUMENTS) -> Iterator[Figure]:
    """Yield the figures of the pipeline."""
    texts = [one.text for one in generated(documents)]
    bare = bare_seconds(texts)
    without = bare_seconds(texts, exclude=("ner",))
    yield Figure(
        "bare_pipeline",
        documents / bare,
        "documents/s",
        "the whole spaCy pipeline alone, one thread",
    )
    yield Figure(
        "bare_without_entities", documents / without, "documents/s", "the same without entities"
    )
    with tempfile.TemporaryDirectory() as folder:
        yield from _with_one_process(Path(folder), documents, bare)
    with tempfile.TemporaryDirectory() as folder:
        dossier = new_dossier(Path(folder) / "two", generated(documents))
        two = seconds(lambda: build(dossier, processes=2))
        yield Figure("build_two_processes", documents / two, "documents/s", "whole build")


def _with_one_process(folder: Path, documents: int, bare: float) -> Iterator[Figure]:
    dossier = new_dossier(folder / "one", generated(documents))
    knowledge = dossier.knowledge()
    captures = dossier.vault.first_captures()
    results = process_all(captures, vault=dossier.vault, knowledge=knowledge)
    reading = seconds(lambda: [len(one.resolved) for one in results])
    yield Figure(
        "process_over_bare",
        reading / bare,
        "ratio",
        "read, extract, resolve and group over the bare spaCy pipeline on the same text",
        goal=1.3,
    )
    whole = seconds(lambda: build(dossier))
    yield Figure(
        "build_over_bare",
        whole / bare,
        "ratio",
        "the whole build, with writing, linking and assessing, over the same",
        goal=1.3,
    )
    yield Figure("build_one_process", documents / whole, "documents/s", "whole build")
