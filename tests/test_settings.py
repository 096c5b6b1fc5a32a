from pathlib import Path

import pytest

from remnant.errors import SettingsError
from remnant.settings import HELP, Settings, load_settings


def test_defaults(tmp_path: Path) -> None:
    """A dossier without a file has the defaults."""
    assert load_settings(tmp_path, environment={}) == Settings()


def test_precedence(tmp_path: Path) -> None:
    """The command line wins over the environment, and that over the file."""
    (tmp_path / "remnant.toml").write_text('title = "File"\nprocesses = 2\nmax_megabytes = 5\n')

    settings = load_settings(
        tmp_path,
        given={"processes": 4},
        environment={"REMNANT_TITLE": "Env", "REMNANT_PROCESSES": "3"},
    )

    assert settings == Settings(title="Env", processes=4, max_megabytes=5)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("colour = 'red'", "unknown setting 'colour'"),
        ("processes = 'many'", "processes must be of type int"),
        ("processes = 0", "processes must be at least 1"),
        ("processes = true", "processes must be of type int"),
        ("= 3", "not a TOML file"),
    ],
)
def test_refusals(tmp_path: Path, text: str, words: str) -> None:
    """A wrong setting is refused with its name."""
    (tmp_path / "remnant.toml").write_text(text)

    with pytest.raises(SettingsError, match=words):
        load_settings(tmp_path, environment={})


def test_every_setting_has_help() -> None:
    """Every setting says what it does."""
    assert set(HELP) == set(Settings.__dataclass_fields__)
