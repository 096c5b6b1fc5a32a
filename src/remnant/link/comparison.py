"""Event mentions compared two by two, by the fixed weights.

Splink does the comparison, in a database in memory that lives for one call. Its
weights are given, never trained; its own output to the log is kept quiet.
"""

import logging
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from remnant.link.blocking import candidate_pairs
from remnant.link.columns import Cell, row_of
from remnant.link.episodes import compare_episodes
from remnant.link.explaining import explain
from remnant.link.veto import veto
from remnant.link.weights import ASK_FROM, FEATURES, PRIOR_BITS, SAME_FROM, Feature
from remnant.model.incident import EventMention, Link, Scope, Verdict

if TYPE_CHECKING:
    import duckdb

BATCH = 200_000
"""Pairs compared at a time, so that memory stays bounded."""


def compare(
    mentions: Sequence[EventMention], *, new: frozenset[str] | None = None
) -> tuple[Link, ...]:
    """Return the links between event mentions, in order of their identifiers.

    Pairs that share no blocking key, and those whose probability is below
    `ASK_FROM`, give no link. With `new`, only pairs that touch one of those
    mentions are compared, so that an added document costs its own pairs alone.
    """
    known = {mention.id: mention for mention in mentions}
    incidents = [one for one in known.values() if one.scope is Scope.INCIDENT]
    episodes = [one for one in known.values() if one.scope is Scope.EPISODE]
    pairs = candidate_pairs(incidents, new=new)
    links = [
        _link(known[left], known[right], probability, levels)
        for left, right, probability, levels in _scored(incidents, pairs)
        if not _told_apart(known[left], known[right])
    ]
    links.extend(
        link
        for left, right in candidate_pairs(episodes, new=new)
        if (link := compare_episodes(known[left], known[right])) is not None
    )
    return tuple(sorted(links, key=lambda link: (link.left, link.right)))


def _told_apart(left: EventMention, right: EventMention) -> bool:
    """Say whether one document itself lists the two as different days or places."""
    return left.document == right.document and veto(left, right) is not None


def _link(
    left: EventMention, right: EventMention, probability: float, levels: dict[str, int]
) -> Link:
    reasons = explain(left, right, levels)
    refused = veto(left, right)
    verdict = Verdict.SAME if probability >= SAME_FROM and refused is None else Verdict.ASK
    if refused is not None:
        reasons = (refused, *reasons)
    return Link(left.id, right.id, round(probability, 6), verdict, reasons)


Scored = tuple[str, str, float, dict[str, int]]


def _scored(mentions: Sequence[EventMention], pairs: Sequence[tuple[str, str]]) -> Iterator[Scored]:
    if not pairs:
        return
    import duckdb  # noqa: PLC0415 - heavy, and not needed by every command

    touched = {one for pair in pairs for one in pair}
    rows = [row_of(mention) for mention in sorted(mentions, key=lambda one: one.id)]
    rows = [row for row in rows if row["id"] in touched]
    connection = duckdb.connect(":memory:", config={"threads": 2})
    try:
        _create(connection, rows)
        for start in range(0, len(pairs), BATCH):
            yield from _batch(connection, pairs[start : start + BATCH])
    finally:
        connection.close()


_COLUMNS = {
    "id": "VARCHAR",
    "document": "VARCHAR",
    "first": "INTEGER",
    "last": "INTEGER",
    "places": "VARCHAR[]",
    "within": "VARCHAR[]",
    "latitude": "DOUBLE",
    "longitude": "DOUBLE",
    "precision": "INTEGER",
    "weapons": "VARCHAR[]",
    "kin": "VARCHAR[]",
    "actors": "VARCHAR[]",
    "killed_min": "INTEGER",
    "killed_max": "INTEGER",
    "injured_min": "INTEGER",
    "injured_max": "INTEGER",
    "known": "INTEGER",
    "words": "VARCHAR[]",
}
"""The columns of `row_of` and their types in the engine."""


def _create(connection: "duckdb.DuckDBPyConnection", rows: Sequence[dict[str, Cell]]) -> None:
    """Write the mentions, handed over as one array per column."""
    columns = ", ".join(
        f'unnest(${index}::{kind}[]) AS "{name}"'
        for index, (name, kind) in enumerate(_COLUMNS.items(), start=1)
    )
    values = [[row[name] for row in rows] for name in _COLUMNS]
    connection.execute(f"CREATE TABLE mentions AS SELECT {columns}", values)


def _batch(
    connection: "duckdb.DuckDBPyConnection", pairs: Sequence[tuple[str, str]]
) -> Iterator[Scored]:
    from splink import Linker  # noqa: PLC0415 - heavy, and not needed by every command
    from splink.backends.duckdb import DuckDBAPI  # noqa: PLC0415 - as above

    logging.getLogger("splink").setLevel(logging.ERROR)
    engine = DuckDBAPI(connection)
    linker = Linker(
        engine.register("mentions"), _settings(), log_level=logging.ERROR, validate_settings=False
    )
    connection.execute(
        "CREATE OR REPLACE TABLE pairs AS SELECT '0' AS match_key, "
        "unnest($1::VARCHAR[]) AS join_key_l, unnest($2::VARCHAR[]) AS join_key_r",
        [[left for left, _ in pairs], [right for _, right in pairs]],
    )
    linker.table_management.register_blocked_pairs_for_predict(engine.register("pairs"))
    found = linker.inference.predict(threshold_match_probability=ASK_FROM)
    for record in found.as_record_list():
        levels = {one.name: int(record[f"gamma_{one.name}"]) for one in FEATURES}
        yield record["id_l"], record["id_r"], float(record["match_probability"]), levels


def _settings() -> dict[str, Any]:
    """Return the model in the engine's own form."""
    odds = 2.0**PRIOR_BITS
    return {
        "link_type": "dedupe_only",
        "unique_id_column_name": "id",
        "probability_two_random_records_match": odds / (1.0 + odds),
        "comparisons": [_comparison(feature) for feature in FEATURES],
        "blocking_rules_to_generate_predictions": [],
        "retain_intermediate_calculation_columns": False,
        "retain_matching_columns": True,
    }


def _comparison(feature: Feature) -> dict[str, Any]:
    unknown = {
        "sql_condition": feature.unknown,
        "label_for_charts": "not said",
        "is_null_level": True,
    }
    levels = [
        {
            "sql_condition": level.condition,
            "label_for_charts": level.name,
            "m_probability": level.m,
            "u_probability": level.u,
        }
        for level in feature.levels
    ]
    return {"output_column_name": feature.name, "comparison_levels": [unknown, *levels]}
