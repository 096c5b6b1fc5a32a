"""A column of a dataset: its name, type, unit and where its meaning comes from."""

from dataclasses import dataclass
from enum import StrEnum


class Type(StrEnum):
    """Types of values, by their names in Frictionless Table Schema."""

    TEXT = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        name: Its name, the same in CSV, JSON and GeoJSON.
        type: Type of its values, or of the items of a list.
        description: What it holds, in a sentence.
        unit: Unit; empty for none.
        standard: Where the column or its meaning comes from; empty where it is our own.
        many: It holds a list: an array in JSON, items joined by ` | ` in CSV.
    """

    name: str
    type: Type
    description: str
    unit: str = ""
    standard: str = ""
    many: bool = False
