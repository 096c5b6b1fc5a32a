"""Settings: file, then environment, then command line; read once, then passed down as values.

The file is `remnant.toml` in the dossier's folder. An environment variable has the
setting's name in capitals with the prefix `REMNANT_`. Secrets stand in the environment only.
"""

import hashlib
import json
import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from types import MappingProxyType

from remnant.errors import SettingsError

FILE_NAME = "remnant.toml"
ENVIRONMENT_PREFIX = "REMNANT_"


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set, with its default. The help of a setting is in `HELP`."""

    title: str = field(default="Untitled dossier")
    database: str = field(default="")
    processes: int = field(default=1)
    allow_private_addresses: bool = field(default=False)
    max_megabytes: int = field(default=100)
    fetch_seconds: int = field(default=60)
    casualty_rule: str = field(default="range")
    extractor: str = field(default="grammar")
    model: str = field(default="")
    model_endpoint: str = field(default="")
    model_key: str = field(default="", repr=False)
    model_form: str = field(default="json_schema")
    model_options: str = field(default="{}")
    model_part_characters: int = field(default=6000)
    model_parts: int = field(default=60)
    model_reply_tokens: int = field(default=4000)
    model_seconds: int = field(default=120)
    model_retries: int = field(default=2)
    model_prompt_price: float = field(default=0.0)
    model_reply_price: float = field(default=0.0)

    def __post_init__(self) -> None:
        """Refuse values that cannot work."""
        for name, least in LEAST.items():
            if not getattr(self, name) >= least:
                message = f"setting {name} must be at least {least}, not {getattr(self, name)}"
                raise SettingsError(message)
        for name, choices in CHOICES.items():
            if getattr(self, name) not in choices:
                known = " or ".join(repr(one) for one in choices)
                message = f"setting {name} must be {known}, not {getattr(self, name)!r}"
                raise SettingsError(message)
        if self.extractor == "model" and not self.model:
            message = "setting extractor is 'model', but no model is named; set model"
            raise SettingsError(message)
        if not _is_object(self.model_options):
            message = f"setting model_options must be a JSON object, not {self.model_options!r}"
            raise SettingsError(message)

    def digest(self) -> str:
        """Return a digest of the settings that can change a result.

        It is stamped on every run, so that two records can be told apart.
        """
        chosen = {name: asdict(self)[name] for name in CHANGES_RESULTS}
        return hashlib.sha256(json.dumps(chosen, sort_keys=True).encode()).hexdigest()[:16]


HELP: Mapping[str, str] = {
    "title": "Title of the published site.",
    "database": (
        "SQLAlchemy URL of the record. Empty: the file record.sqlite in the dossier's folder. "
        "For a team: postgresql+psycopg://user@host/name."
    ),
    "casualty_rule": (
        "Rule by which the headline of killed and injured is chosen where figures differ: range, "
        "majority, hierarchy or most conservative. It is printed with every headline."
    ),
    "processes": "How many processes read documents side by side.",
    "allow_private_addresses": (
        "Whether `remnant add` may fetch from private, loopback and link-local addresses."
    ),
    "max_megabytes": "Largest original that is preserved, in megabytes (10^6 bytes).",
    "fetch_seconds": "Longest time that one fetch may take, in seconds.",
    "extractor": (
        "What finds the claims: `grammar`, or `model` for a language model whose every claim is "
        "checked against the document."
    ),
    "model": "Name of the model at its endpoint.",
    "model_endpoint": (
        "Base address of a Chat Completions interface, such as http://127.0.0.1:8080/v1. The words "
        "of documents are sent there and nowhere else. Empty: only recorded replies are used."
    ),
    "model_key": "Key that the endpoint wants. It may stand in the environment only.",
    "model_form": (
        "How the endpoint is told the form of an answer: `json_schema`, or `json_object` with the "
        "schema inside for servers that know no other."
    ),
    "model_options": (
        'Further fields of each request, as a JSON object, such as {"seed": 7}; null leaves a '
        "field out."
    ),
    "model_part_characters": "Most characters of a document in one request.",
    "model_parts": "Most requests for one document.",
    "model_reply_tokens": "Longest answer to one request, in tokens.",
    "model_seconds": "Longest time that one answer may take, in seconds.",
    "model_retries": "How often a request is sent again after a passing failure.",
    "model_prompt_price": "Price of a million tokens of requests, to show what a build costs.",
    "model_reply_price": "Price of a million tokens of answers.",
}
"""What each setting does, as printed in the reference."""

LEAST: Mapping[str, float] = {
    "processes": 1,
    "max_megabytes": 1,
    "fetch_seconds": 1,
    "model_part_characters": 500,
    "model_parts": 1,
    "model_reply_tokens": 1,
    "model_seconds": 1,
    "model_retries": 0,
    "model_prompt_price": 0,
    "model_reply_price": 0,
}
"""Least value of each setting that is a number."""

CHOICES: Mapping[str, tuple[str, ...]] = {
    "casualty_rule": ("range", "majority", "hierarchy", "most conservative"),
    "extractor": ("grammar", "model"),
    "model_form": ("json_schema", "json_object"),
}
"""The values that some settings may have."""

SECRETS = ("model_key",)
"""Settings that may not stand in the file: it is copied, shared and kept under version control."""

CHANGES_RESULTS: tuple[str, ...] = (
    "extractor",
    "model",
    "model_form",
    "model_options",
    "model_part_characters",
    "model_parts",
    "model_reply_tokens",
)
"""Names of the settings that can change a claim, a link or a grade."""


def load_settings(
    dossier: Path,
    *,
    given: Mapping[str, object] = MappingProxyType({}),
    environment: Mapping[str, str] = os.environ,
) -> Settings:
    """Read the settings of a dossier.

    Args:
        dossier: The dossier's folder; a missing `remnant.toml` means all defaults.
        given: Settings from the command line; `None` means not given.
        environment: Environment variables.

    Raises:
        SettingsError: A setting is unknown or its value has the wrong type.
    """
    return _settings(_from_file(dossier / FILE_NAME), environment, given)


def settings_of(environment: Mapping[str, str], *, given: Mapping[str, object]) -> Settings:
    """Read the settings where there is no dossier: environment, then command line.

    Raises:
        SettingsError: A setting is unknown or its value has the wrong type.
    """
    return _settings({}, environment, given)


def _settings(
    file: Mapping[str, object], environment: Mapping[str, str], given: Mapping[str, object]
) -> Settings:
    """Return the settings; they are checked when all is said, so that their order is free."""
    changes: dict[str, object] = {}
    for origin, values in (
        (FILE_NAME, file),
        ("the environment", _from_environment(environment)),
        ("the command line", {name: v for name, v in given.items() if v is not None}),
    ):
        changes |= _checked(values, origin=origin)
    return replace(Settings(), **changes)  # type: ignore[arg-type]  # _checked made each type


def _from_file(path: Path) -> Mapping[str, object]:
    if not path.is_file():
        return {}
    try:
        values = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        message = f"{path}: not a TOML file ({error}); mend or remove it"
        raise SettingsError(message) from error
    for name in SECRETS:
        if name in values:
            message = f"{path}: {name} is a secret; set {ENVIRONMENT_PREFIX + name.upper()} instead"
            raise SettingsError(message)
    return values


def _is_object(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict)
    except (ValueError, RecursionError):
        return False


def _from_environment(environment: Mapping[str, str]) -> Mapping[str, object]:
    return {
        one.name: environment[ENVIRONMENT_PREFIX + one.name.upper()]
        for one in fields(Settings)
        if ENVIRONMENT_PREFIX + one.name.upper() in environment
    }


def _checked(values: Mapping[str, object], *, origin: str) -> dict[str, object]:
    known = {one.name: type(getattr(Settings(), one.name)) for one in fields(Settings)}
    changes: dict[str, object] = {}
    for name, value in values.items():
        if name not in known:
            message = f"{origin}: unknown setting {name!r}; known are {', '.join(sorted(known))}"
            raise SettingsError(message)
        changes[name] = _converted(name, value, known[name], origin=origin)
    return changes


_FIGURE = re.compile(r"\d+(?:\.\d+)?")


def _converted(name: str, value: object, wanted: type, *, origin: str) -> object:
    if isinstance(value, wanted) and (wanted is bool or not isinstance(value, bool)):
        return value
    if wanted is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if isinstance(value, str):
        if wanted is int and value.strip().isdigit():
            return int(value)
        if wanted is float and _FIGURE.fullmatch(value.strip()):
            return float(value)
        if wanted is bool and value.lower() in {"true", "false", "1", "0", "yes", "no"}:
            return value.lower() in {"true", "1", "yes"}
    message = f"{origin}: setting {name} must be of type {wanted.__name__}, not {value!r}"
    raise SettingsError(message)
