"""Charts as SVG, drawn offline from Vega-Lite, with colours that the style sheet sets.

Each colour in a specification is a placeholder; the style sheet gives every
placeholder its colour in light, in dark and in print. The same data give the same bytes.
"""

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

INK = "#010101"
FAINT = "#020202"
BAR = "#030303"
"""Placeholders: text, grid lines, bars."""

FONT = "Helvetica, Arial, sans-serif"
ROW = 26
"""Height of one bar with its gap, in units of the chart."""

LONGEST_LABEL = 150
MANY_COLUMNS = 24
COLUMN = 26

STYLE = re.compile(r' (?:style|class|aria-[a-z]+|role)="[^"]*"')
HEADER = re.compile(r"<\?xml[^>]*>|<!DOCTYPE[^>]*>")


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart beside its numbers.

    Attributes:
        id: Identifier on the page.
        title: What it shows.
        note: How to read it, in a sentence.
        svg: The drawing; empty where there is nothing to draw.
        head: Names of the table's columns.
        rows: The numbers as a table.
        wide: It needs the whole width and may be scrolled on a narrow screen.
    """

    id: str
    title: str
    note: str
    svg: str
    head: tuple[str, str]
    rows: tuple[tuple[str, int], ...]
    wide: bool = False


def bars(
    name: str, title: str, rows: Sequence[tuple[str, int]], *, head: str, note: str = ""
) -> Chart:
    """Return a chart of horizontal bars, one per row, in the order given."""
    values = [{"label": label, "count": count} for label, count in rows]
    y = {
        "field": "label",
        "type": "nominal",
        "sort": None,
        "axis": {"title": None, "labelLimit": LONGEST_LABEL, "domain": False, "ticks": False},
    }
    x = {"field": "count", "type": "quantitative", "axis": None}
    spec = {
        "width": 230,
        "padding": {"left": 28, "right": 24, "top": 4, "bottom": 4},
        "height": {"step": ROW},
        "data": {"values": values},
        "encoding": {"y": y, "x": x},
        "layer": [
            {"mark": {"type": "bar", "color": BAR, "height": 14}},
            {
                "mark": {"type": "text", "align": "left", "dx": 5, "color": INK},
                "encoding": {"text": {"field": "count"}},
            },
        ],
    }
    return Chart(name, title, note, _drawn(spec) if rows else "", (head, "Incidents"), tuple(rows))


def columns(
    name: str, title: str, rows: Sequence[tuple[str, int]], *, head: str, note: str = ""
) -> Chart:
    """Return a chart of upright bars along time, one per row, in the order given."""
    values = [{"label": label, "count": count} for label, count in rows]
    x = {
        "field": "label",
        "type": "ordinal",
        "sort": None,
        "axis": {"title": None, "labelAngle": 0, "labelOverlap": True, "tickColor": FAINT},
    }
    y = {
        "field": "count",
        "type": "quantitative",
        "axis": {
            "title": None,
            "values": _ticks(max((count for _, count in rows), default=0)),
            "format": "d",
            "gridColor": FAINT,
            "domain": False,
        },
    }
    spec = {
        "width": min(max(len(rows), 1) * (COLUMN if len(rows) > MANY_COLUMNS else 64), 2000),
        "height": 150,
        "data": {"values": values},
        "mark": {"type": "bar", "color": BAR, "width": {"band": 0.6}},
        "encoding": {"x": x, "y": y},
    }
    svg = _drawn(spec) if rows else ""
    return Chart(name, title, note, svg, (head, "Incidents"), tuple(rows), wide=True)


def _ticks(most: int) -> list[int]:
    """Return whole numbers for an axis: at most six, from 0 to the largest count or over it."""
    step = next(
        size * factor
        for factor in (1, 10, 100, 1000, 10_000, 100_000)
        for size in (1, 2, 5)
        if size * factor * 5 >= most
    )
    return list(range(0, most + step, step))


def _drawn(spec: dict[str, Any]) -> str:
    config = {
        "font": FONT,
        "background": "transparent",
        "view": {"stroke": None},
        "axis": {"labelColor": INK, "labelFontSize": 13, "domainColor": FAINT, "ticks": False},
        "text": {"fontSize": 13, "font": FONT},
        "aria": False,
    }
    full = {"$schema": "https://vega.github.io/schema/vega-lite/v5.json", "config": config, **spec}
    svg = _converter()(vl_spec=full)
    return STYLE.sub("", HEADER.sub("", svg)).strip()


@functools.cache
def _converter() -> Any:  # noqa: ANN401 - the library has no types
    import vl_convert  # noqa: PLC0415 - it starts an engine, so only when a chart is drawn

    return vl_convert.vegalite_to_svg
