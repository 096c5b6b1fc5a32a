"""Settings: file, then environment, then command line; read once, then passed down as values.

The file is `remnant.toml` in the dossier's folder. An environment variable has the
setting's name in capitals with the prefix `REMNANT_`.
"""

import hashlib
import json
import os
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

    def __post_init__(self) -> None:
        """Refuse values that cannot work."""
        for name in ("processes", "max_megabytes", "fetch_seconds"):
            if getattr(self, name) < 1:
                message = f"setting {name} must be at least 1, not {getattr(self, name)}"
                raise SettingsError(message)

    def digest(self) -> str:
        """Return a digest of the settings that can change a result (none of them yet does).

        It is stamped on every run, so that two records can be told apart when one will.
        """
        chosen = {name: asdict(self)[name] for name in CHANGES_RESULTS}
        return hashlib.sha256(json.dumps(chosen, sort_keys=True).encode()).hexdigest()[:16]


HELP: Mapping[str, str] = {
    "title": "Title of the published site.",
    "database": (
        "SQLAlchemy URL of the record. Empty: the file record.sqlite in the dossier's folder. "
        "For a team: postgresql+psycopg://user@host/name."
    ),
    "processes": "How many processes read documents side by side.",
    "allow_private_addresses": (
        "Whether `remnant add` may fetch from private, loopback and link-local addresses."
    ),
    "max_megabytes": "Largest original that is preserved, in megabytes (10^6 bytes).",
    "fetch_seconds": "Longest time that one fetch may take, in seconds.",
}
"""What each setting does, as printed in the reference."""

CHANGES_RESULTS: tuple[str, ...] = ()
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
    settings = Settings()
    for origin, values in (
        (FILE_NAME, _from_file(dossier / FILE_NAME)),
        ("the environment", _from_environment(environment)),
        ("the command line", {name: v for name, v in given.items() if v is not None}),
    ):
        settings = _apply(settings, values, origin=origin)
    return settings


def _from_file(path: Path) -> Mapping[str, object]:
    if not path.is_file():
        return {}
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        message = f"{path}: not a TOML file ({error}); mend or remove it"
        raise SettingsError(message) from error


def _from_environment(environment: Mapping[str, str]) -> Mapping[str, object]:
    return {
        one.name: environment[ENVIRONMENT_PREFIX + one.name.upper()]
        for one in fields(Settings)
        if ENVIRONMENT_PREFIX + one.name.upper() in environment
    }


def _apply(settings: Settings, values: Mapping[str, object], *, origin: str) -> Settings:
    known = {one.name: type(getattr(settings, one.name)) for one in fields(Settings)}
    changes: dict[str, object] = {}
    for name, value in values.items():
        if name not in known:
            message = f"{origin}: unknown setting {name!r}; known are {', '.join(sorted(known))}"
            raise SettingsError(message)
        changes[name] = _converted(name, value, known[name], origin=origin)
    return replace(settings, **changes)  # type: ignore[arg-type]  # _converted checked each type


def _converted(name: str, value: object, wanted: type, *, origin: str) -> object:
    if isinstance(value, wanted) and (wanted is bool or not isinstance(value, bool)):
        return value
    if isinstance(value, str):
        if wanted is int and value.strip().isdigit():
            return int(value)
        if wanted is bool and value.lower() in {"true", "false", "1", "0", "yes", "no"}:
            return value.lower() in {"true", "1", "yes"}
    message = f"{origin}: setting {name} must be of type {wanted.__name__}, not {value!r}"
    raise SettingsError(message)
