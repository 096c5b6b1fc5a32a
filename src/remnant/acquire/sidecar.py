"""Sidecar files: what a person knows of an original, beside it.

`report.pdf.meta.yaml` or `report.pdf.meta.json` holds keys and values:

```yaml
title: Attack on a market
publisher: Example Monitor
published: 2020-10-23
```
"""

import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from pathlib import Path

from remnant.errors import AcquireError
from remnant.model.source import Metadata, Provenance, Stated
from remnant.model.value import DateInterval

SUFFIXES = (".meta.yaml", ".meta.yml", ".meta.json")
"""What a sidecar's name adds to the name of its original."""

KEYS = tuple(field.name for field in fields(Metadata))
"""The keys a sidecar may have."""

_LARGEST = 1_000_000


def is_sidecar(path: Path) -> bool:
    """Say whether a file is a sidecar of another."""
    return path.name.endswith(SUFFIXES)


def given_beside(path: Path) -> Metadata:
    """Return the metadata that a sidecar gives of a file; empty if it has none.

    Raises:
        AcquireError: The sidecar cannot be read, or has an unknown key or a wrong value.
    """
    for suffix in SUFFIXES:
        sidecar = path.with_name(path.name + suffix)
        if sidecar.is_file():
            return given_in(sidecar)
    return Metadata()


def given_in(sidecar: Path) -> Metadata:
    """Return the metadata in a sidecar file.

    Raises:
        AcquireError: It cannot be read, or has an unknown key or a wrong value.
    """
    return given(_loaded(sidecar), where=str(sidecar))


def given(values: Mapping[str, object], *, where: str) -> Metadata:
    """Return metadata from keys and values that a person gave.

    Args:
        values: By key; a key with an empty value is left out.
        where: What to name in an error: a file, or the command line.

    Raises:
        AcquireError: A key is unknown or a value is no text or no date.
    """
    found: dict[str, Stated[str]] = {}
    for key, value in values.items():
        if key not in KEYS:
            message = f"{where}: unknown key {key!r}; use one of {', '.join(KEYS)}"
            raise AcquireError(message)
        if value is None or value == "":
            continue
        words = value.isoformat() if isinstance(value, date) else value
        if isinstance(words, int) and key == "published":
            words = str(words)
        if not isinstance(words, str):
            message = f"{where}: {key} must be text, not {type(value).__name__}"
            raise AcquireError(message)
        if key == "published":
            _check_date(words, where)
        found[key] = Stated(words, Provenance.GIVEN, words)
    return Metadata(**found)


def _check_date(words: str, where: str) -> None:
    try:
        DateInterval(words)
    except ValueError:
        message = f"{where}: published is {words!r}; give a date such as 2020-10-23 or 2020-10"
        raise AcquireError(message) from None


def _loaded(sidecar: Path) -> Mapping[str, object]:
    import yaml  # noqa: PLC0415 - loaded only where a sidecar is met

    try:
        with sidecar.open(encoding="utf-8") as stream:
            text = stream.read(_LARGEST)
        values = json.loads(text) if sidecar.suffix == ".json" else yaml.safe_load(text)
    except OSError as error:
        message = f"{sidecar}: cannot be read ({error.strerror}); correct its permissions"
        raise AcquireError(message) from error
    except (ValueError, yaml.YAMLError) as error:
        reason = " ".join(str(error).split())
        message = f"{sidecar}: is not well-formed ({reason}); correct it"
        raise AcquireError(message) from error
    if values is None:
        return {}
    if not isinstance(values, dict) or not all(isinstance(key, str) for key in values):
        message = f"{sidecar}: must hold keys and values, such as `title: Some title`"
        raise AcquireError(message)
    return values
