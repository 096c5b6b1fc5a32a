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


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("extractor = 'magic'", "extractor must be 'grammar' or 'model'"),
        ("extractor = 'model'", "no model is named"),
        ("model_form = 'xml'", "model_form must be"),
        ("model_options = '[1]'", "model_options must be a JSON object"),
        ("model_options = '{'", "model_options must be a JSON object"),
        ("model_key = 'k-1'", "set REMNANT_MODEL_KEY instead"),
        ("model_parts = 0", "model_parts must be at least 1"),
        ("model_prompt_price = -1", "model_prompt_price must be at least 0"),
        ("model_prompt_price = nan", "model_prompt_price must be at least 0"),
    ],
)
def test_refusals_of_the_model(tmp_path: Path, text: str, words: str) -> None:
    """A model that cannot be asked, or a secret in the file, is refused with what to do."""
    (tmp_path / "remnant.toml").write_text(text)

    with pytest.raises(SettingsError, match=words) as caught:
        load_settings(tmp_path, environment={})

    assert "k-1" not in str(caught.value)


def test_prices_and_keys_come_from_the_environment(tmp_path: Path) -> None:
    """A price may have decimals, and a key is shown nowhere."""
    settings = load_settings(
        tmp_path,
        environment={"REMNANT_MODEL_KEY": "k-1", "REMNANT_MODEL_PROMPT_PRICE": "0.25"},
    )

    assert (settings.model_key, settings.model_prompt_price) == ("k-1", 0.25)
    assert "k-1" not in repr(settings)


def test_what_can_change_an_answer_changes_the_digest() -> None:
    """Two runs with other extractors or models can be told apart; a price changes nothing."""
    base = Settings()

    assert base.digest() != Settings(extractor="model", model="tiny").digest()
    assert base.digest() == Settings(model_prompt_price=2.0, model_key="k-1").digest()
