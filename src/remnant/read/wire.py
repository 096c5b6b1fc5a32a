"""Drafts as JSON, for the pipe from a confined parser.

JSON and not pickle: what comes out of the process that parsed hostile bytes is
data only, and nothing in it can run.
"""

import dataclasses
import json
from collections.abc import Mapping
from typing import Any

from remnant.model.document import Anchor, SectionKind
from remnant.model.finding import Issue, Severity
from remnant.model.source import Metadata, Provenance, Stated
from remnant.read.draft import Block, Draft


def to_json(draft: Draft) -> bytes:
    """Return a draft as JSON."""
    return json.dumps(dataclasses.asdict(draft)).encode("ascii")


def from_json(content: bytes) -> Draft:
    """Return the draft that JSON carries.

    Raises:
        ValueError: It carries none.
    """
    try:
        return _draft(json.loads(content))
    except (KeyError, TypeError) as error:
        message = f"the parser's answer is not a draft: {error}"
        raise ValueError(message) from error


def _draft(data: Mapping[str, Any]) -> Draft:
    return Draft(
        text=data["text"],
        blocks=tuple(
            Block(**{**block, "kind": SectionKind(block["kind"])}) for block in data["blocks"]
        ),
        anchors=tuple(Anchor(**anchor) for anchor in data["anchors"]),
        markup=tuple((start, end) for start, end in data["markup"]),
        markers=tuple((label, start, end) for label, start, end in data["markers"]),
        properties=_metadata(data["properties"]),
        weak=_metadata(data["weak"]),
        issues=tuple(
            Issue(**{**issue, "severity": Severity(issue["severity"])}) for issue in data["issues"]
        ),
    )


def _metadata(data: Mapping[str, Any]) -> Metadata:
    stated = {
        name: Stated(value["value"], Provenance(value["provenance"]), value["words"])
        for name, value in data.items()
        if value is not None
    }
    return Metadata(**stated)
