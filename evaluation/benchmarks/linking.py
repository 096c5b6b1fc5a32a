"""Linking and assessing event mentions: time and memory per candidate, at growing numbers.

Each number is measured in a process of its own, in seconds of the processor, over all its
threads: those do not grow with what else the machine does. Candidates are the pairs of mentions
that share a key and are compared; the reports are generated with their claims, so nothing is read.

Splink, the library that compares, publishes this pace of its own: "capable of linking a million
records on a laptop in around a minute" (its README, Ministry of Justice, read in 2026), and a
billion comparisons of seven million records in just over two minutes on a large cloud machine
(Linacre, "Evaluating 1 billion record comparisons to deduplicate 7 million records in two
minutes", 18 January 2024). Its comparisons are kept in a table; ours become links with a sentence
per feature, and are judged, vetoed, clustered and numbered.
"""

import multiprocessing
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

from evaluation.benchmarks.figures import Figure, peak_megabytes
from evaluation.benchmarks.reports import reports
from remnant.assess import assess, evidence_of, trace
from remnant.knowledge import load_knowledge
from remnant.link import cluster, compare
from remnant.link.blocking import candidate_pairs
from remnant.model.incident import Scope
from remnant.model.lineage import Fingerprint

T = TypeVar("T")

SIZES = (10_000, 30_000, 100_000)
"""Event mentions."""

PUBLISHED = 1_000_000 / 60
"""Records that Splink links in a second on a laptop, by its README."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one number of event mentions took.

    Attributes:
        mentions: Event mentions.
        candidates: Pairs of mentions compared.
        met: Pairs of documents compared as likely copies.
        links: Pairs linked or asked of a person.
        incidents: Incidents and episodes made.
        comparing: Processor seconds to find the candidates and compare them.
        clustering: Processor seconds to make incidents of the links.
        tracing: Processor seconds to find who rests on whom.
        assessing: Processor seconds to assess all incidents.
        base: Megabytes held before linking: the reports and the knowledge.
        linked: Most megabytes held up to the end of linking.
        peak: Most megabytes held in all.
    """

    mentions: int
    candidates: int
    met: int
    links: int
    incidents: int
    comparing: float
    clustering: float
    tracing: float
    assessing: float
    base: float
    linked: float
    peak: float

    @property
    def linking(self) -> float:
        """Seconds to compare and cluster."""
        return self.comparing + self.clustering


def measure(sizes: Sequence[int] = SIZES) -> Iterator[Figure]:
    """Yield the figures of each number of event mentions, and what they say of growth."""
    runs = []
    for size in sizes:
        runs.append(run_apart(size))
        yield from _figures(runs[-1])
    first, last = runs[0], runs[-1]
    yield Figure(
        "link_per_candidate_growth",
        (last.linking / last.candidates) / (first.linking / first.candidates),
        "ratio",
        f"linking time per candidate at {last.mentions} over that at {first.mentions}",
        goal=1.3,
    )
    yield Figure(
        "trace_per_pair_growth",
        (last.tracing / last.met) / (first.tracing / first.met),
        "ratio",
        f"tracing time per pair of documents compared, at {last.mentions} over {first.mentions}",
        goal=1.3,
    )
    yield Figure(
        "assess_per_incident_growth",
        (last.assessing / last.incidents) / (first.assessing / first.incidents),
        "ratio",
        f"assessing time per incident at {last.mentions} over that at {first.mentions}",
        goal=1.3,
    )
    yield Figure(
        "link_over_published",
        last.mentions / last.linking / PUBLISHED,
        "ratio",
        f"mentions linked in a second of the processor at {last.mentions} over the records a "
        "second that Splink publishes for a laptop: a million in around a minute",
    )


def _figures(run: Run) -> Iterator[Figure]:
    size, note = run.mentions, f"{run.mentions} event mentions"
    yield Figure(f"candidates_{size}", run.candidates, "pairs", f"compared, of {note}")
    yield Figure(f"incidents_{size}", run.incidents, "", f"incidents and episodes made of {note}")
    yield Figure(f"compare_{size}", run.comparing, "s", f"find and compare candidates, {note}")
    yield Figure(f"cluster_{size}", run.clustering, "s", f"make incidents of links, {note}")
    yield Figure(
        f"link_per_candidate_{size}", 1e6 * run.linking / run.candidates, "µs", "both, a candidate"
    )
    yield Figure(f"trace_{size}", run.tracing, "s", f"find who rests on whom, {note}")
    yield Figure(f"documents_met_{size}", run.met, "pairs", "documents compared as likely copies")
    yield Figure(
        f"trace_per_pair_{size}", 1e6 * run.tracing / run.met, "µs", "tracing, such a pair"
    )
    yield Figure(f"assess_{size}", run.assessing, "s", f"assess all incidents, {note}")
    yield Figure(
        f"memory_linking_{size}",
        run.linked,
        "MB",
        f"at most while linking, {run.base:.0f} MB of it the reports themselves",
    )
    yield Figure(f"memory_{size}", run.peak, "MB", f"at most in all, {note}")


def run_apart(size: int) -> Run:
    """Measure one number of event mentions in a process of its own."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(run, size).result()


def run(size: int) -> Run:
    """Link and assess as many event mentions, in this process."""
    knowledge = load_knowledge()
    results = tuple(reports(size, knowledge=knowledge))
    mentions = [mention for result in results for mention in result.mentions]
    incident = [one for one in mentions if one.scope is Scope.INCIDENT]
    candidates = len(candidate_pairs(incident))
    compare(mentions[:2])  # loads the engine, which is not what is measured
    base = peak_megabytes()
    comparing, links = _timed(lambda: compare(mentions))
    clustering, linked = _timed(lambda: cluster(mentions, links, decisions=(), foundings=()))
    at_most = peak_megabytes()
    prints = [result.fingerprint for result in results]
    tracing, lineage = _timed(lambda: trace(prints, knowledge=knowledge))
    evidence = evidence_of(results, lineage=lineage, knowledge=knowledge)
    assessing, _ = _timed(
        lambda: [
            assess(one, evidence=evidence, knowledge=knowledge).grade for one in linked.incidents
        ]
    )
    return Run(
        mentions=len(mentions),
        candidates=candidates,
        met=_met(prints),
        links=len(links),
        incidents=len(linked.incidents),
        comparing=comparing,
        clustering=clustering,
        tracing=tracing,
        assessing=assessing,
        base=base,
        linked=at_most,
        peak=peak_megabytes(),
    )


def _met(prints: Sequence[Fingerprint]) -> int:
    """Count the pairs of documents that share a band of their wording, and so are compared."""
    holders: dict[str, list[int]] = defaultdict(list)
    pairs = 0
    for place, one in enumerate(prints):
        pairs += len({other for band in one.bands for other in holders[band]})
        for band in one.bands:
            holders[band].append(place)
    return pairs


def _timed(action: Callable[[], T]) -> tuple[float, T]:
    start = time.process_time()
    found = action()
    return time.process_time() - start, found
