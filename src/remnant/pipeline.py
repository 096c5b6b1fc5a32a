"""The main path: from an original to a sourced record, in two functions.

`process` looks at one document alone and can run in parallel; `reconcile` looks
across documents. Neither touches a disk, a network, a clock or a database.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from remnant.assess import assess, evidence_of, fingerprint, reviewed, reviews, trace
from remnant.extractor import GRAMMAR, Extractor
from remnant.knowledge import Knowledge
from remnant.link import group, link
from remnant.model.decision import ON_MENTIONS, Decision
from remnant.model.incident import Founding
from remnant.model.record import DocumentResult, Reconciliation
from remnant.model.source import Original
from remnant.read import read
from remnant.resolve import resolve


def process(
    original: Original, *, knowledge: Knowledge, extractor: Extractor = GRAMMAR
) -> DocumentResult:
    """Read one original and say what it claims, with every claim anchored in its words."""
    document = read(original)
    found = extractor(document, knowledge=knowledge)
    document = replace(document, issues=(*document.issues, *found.issues))
    resolved = resolve(found.claims, document=document, knowledge=knowledge)
    mentions = group(resolved, document=document, knowledge=knowledge)
    return DocumentResult(
        document=document,
        resolved=resolved,
        mentions=mentions,
        fingerprint=fingerprint(document, resolved, knowledge=knowledge),
        dropped=found.dropped,
    )


def reconcile(
    results: Sequence[DocumentResult],
    *,
    decisions: Sequence[Decision],
    foundings: Sequence[Founding],
    knowledge: Knowledge,
) -> Reconciliation:
    """Link event mentions into incidents and assess each. People's decisions come first."""
    mentions = tuple(chain.from_iterable(result.mentions for result in results))
    on_mentions = [one for one in decisions if one.judgement in ON_MENTIONS]
    linked = link(mentions, decisions=on_mentions, foundings=foundings)
    prints = tuple(result.fingerprint for result in results)
    lineage = trace(prints, knowledge=knowledge, decisions=decisions)
    evidence = evidence_of(results, lineage=lineage, knowledge=knowledge)
    given = reviews(decisions)
    assessments = tuple(
        reviewed(assess(incident, evidence=evidence, knowledge=knowledge), given)
        for incident in linked.incidents
    )
    return Reconciliation(linked.incidents, lineage, assessments, linked.foundings)
