"""Reading knowledge files: YAML and CSV rows, with errors that name the file and the entry."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from importlib import resources
from pathlib import Path
from typing import Any, TypeVar

import yaml

from remnant.errors import KnowledgeError
from remnant.knowledge.entries import Citation, Source, Sureness

E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Row:
    """One entry of a file, as read, that knows where it stands.

    Attributes:
        file: Name of the file, for messages.
        fields: The entry's fields.
    """

    file: str
    fields: Mapping[str, Any]

    @property
    def place(self) -> str:
        """Say which entry it is, for messages."""
        return f"{self.file}, entry {self.fields.get('id', self.fields.get('name', '?'))!r}"

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text field.

        Raises:
            KnowledgeError: It is missing and has no default, or is not text.
        """
        value = self.fields.get(key, default)
        if value is None:
            message = f"{self.place}: field {key!r} is missing; add it"
            raise KnowledgeError(message)
        if not isinstance(value, str):
            message = f"{self.place}: field {key!r} is {value!r}, not text; put it in quotes"
            raise KnowledgeError(message)
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts; empty if the field is missing.

        Raises:
            KnowledgeError: It is not a list of texts.
        """
        value = self.fields.get(key, ())
        if isinstance(value, str) or not all(isinstance(one, str) for one in value):
            message = f"{self.place}: field {key!r} must be a list of texts; put each in quotes"
            raise KnowledgeError(message)
        return tuple(value)

    def number(self, key: str) -> float | None:
        """Return a number, or `None` if the field is missing.

        Raises:
            KnowledgeError: It is not a number.
        """
        value = self.fields.get(key)
        if value is None or value == "":
            return None
        try:
            return float(value)
        except (TypeError, ValueError):
            message = f"{self.place}: field {key!r} is {value!r}, not a number"
            raise KnowledgeError(message) from None

    def whole(self, key: str) -> int | None:
        """Return a whole number, or `None` if the field is missing."""
        value = self.number(key)
        return None if value is None else int(value)

    def choice(self, key: str, kinds: type[E], default: E | None = None) -> E:
        """Return a field as a member of an enumeration.

        Raises:
            KnowledgeError: It is none of the members.
        """
        value = self.text(key, None if default is None else default.value)
        try:
            return kinds(value)
        except ValueError:
            known = ", ".join(kind.value for kind in kinds)
            message = f"{self.place}: field {key!r} is {value!r}; use one of {known}"
            raise KnowledgeError(message) from None

    def rows(self, key: str) -> tuple["Row", ...]:
        """Return a list of nested entries; empty if the field is missing."""
        return tuple(self._nested(key, one) for one in self.fields.get(key) or ())

    def _nested(self, key: str, fields: object) -> "Row":
        if not isinstance(fields, Mapping):
            message = f"{self.place}: each item of {key!r} must be a mapping of fields"
            raise KnowledgeError(message)
        return Row(self.place, fields)

    def only(self, *known: str) -> None:
        """Refuse fields of other names, which are most often misspelt.

        Raises:
            KnowledgeError: There is one.
        """
        for key in self.fields:
            if key not in known:
                message = f"{self.place}: unknown field {key!r}; use one of {', '.join(known)}"
                raise KnowledgeError(message)


@dataclass(frozen=True, slots=True)
class Files:
    """The knowledge files: those of the package, and a folder of additions over them."""

    additions: Path | None = None

    def read(self, name: str) -> tuple[tuple[str, str], ...]:
        """Return the contents of one file, the package's first, each with a label for messages.

        Raises:
            KnowledgeError: An addition cannot be read as UTF-8 text.
        """
        own = resources.files("remnant.knowledge").joinpath("data", name)
        found = [(name, own.read_text("utf-8"))] if own.is_file() else []
        if self.additions is not None and (path := self.additions / name).is_file():
            try:
                found.append((str(path), path.read_text("utf-8")))
            except (OSError, UnicodeDecodeError) as error:
                message = f"{path}: cannot be read as UTF-8 text ({error}); save it as UTF-8"
                raise KnowledgeError(message) from error
        return tuple(found)

    def rows(self, name: str) -> tuple[Row, ...]:
        """Return the entries of a YAML or CSV file; additions replace entries of the same id."""
        by_id: dict[str, Row] = {}
        for label, rows in self.parsed(name):
            for number, row in enumerate(rows):
                by_id[str(row.fields.get("id", f"{label}:{number}"))] = row
        return tuple(by_id.values())

    def parsed(self, name: str) -> tuple[tuple[str, tuple[Row, ...]], ...]:
        """Return the entries of each file of a name apart, the package's first."""
        parse = _csv if name.endswith(".csv") else _yaml
        return tuple((label, tuple(parse(label, content))) for label, content in self.read(name))


def _yaml(label: str, content: str) -> Iterator[Row]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        entries = yaml.load(content, Loader=loader)  # noqa: S506 - both are safe loaders
    except yaml.YAMLError as error:
        message = f"{label}: not valid YAML ({' '.join(str(error).split())}); correct the line"
        raise KnowledgeError(message) from error
    if not isinstance(entries, list) or not all(isinstance(one, dict) for one in entries):
        message = f"{label}: must be a list of entries, each a mapping of fields"
        raise KnowledgeError(message)
    for entry in entries:
        yield Row(label, entry)


def _csv(label: str, content: str) -> Iterator[Row]:
    lines = [line for line in content.splitlines(keepends=True) if not line.startswith("#")]
    for entry in csv.DictReader(io.StringIO("".join(lines))):
        if None in entry or None in entry.values():
            message = f"{label}: the row {list(entry.values())} has a wrong number of fields"
            raise KnowledgeError(message)
        yield Row(label, entry)


def citations(row: Row, sources: Mapping[str, Source]) -> tuple[Citation, ...]:
    """Return the citations of an entry; each begins with the key of a source.

    Raises:
        KnowledgeError: A citation names no known source or sureness.
    """
    return tuple(
        citation(one, row, sources) for one in _texts(row.fields.get("citations", ()), row)
    )


def citation(text: str, row: Row, sources: Mapping[str, Source]) -> Citation:
    """Return one citation, written as `source key: sureness: note`, the note optional.

    Raises:
        KnowledgeError: It names no known source or sureness.
    """
    key, sureness, note = ([part.strip() for part in text.split(":", 2)] + ["", ""])[:3]
    if key not in sources:
        message = f"{row.place}: citation names unknown source {key!r}; add it to sources.yaml"
        raise KnowledgeError(message)
    try:
        return Citation(sources[key].title, Sureness(sureness or Sureness.KNOWN.value), note)
    except ValueError:
        known = ", ".join(one.value for one in Sureness)
        message = f"{row.place}: citation says {sureness!r}; use one of {known}"
        raise KnowledgeError(message) from None


def _texts(value: object, row: Row) -> Sequence[str]:
    if isinstance(value, list | tuple) and all(isinstance(one, str) for one in value):
        return value
    message = f"{row.place}: field 'citations' must be a list of texts"
    raise KnowledgeError(message)
