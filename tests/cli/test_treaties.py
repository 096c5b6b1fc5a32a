"""Members and standings from the command line."""

import json
from pathlib import Path

import pytest

from remnant.errors import UsageError
from tests.cli.test_commands import run


def test_members_on_a_day_are_counted_both_ways(tmp_path: Path) -> None:
    """By deposit and by force, with those that signed and those that joined in any way."""
    told = json.loads(
        run("treaty", "CCM", "--on", "2025-09-05", "-d", str(tmp_path), "--json").stdout
    )

    assert told == {
        "treaty": "CCM",
        "on": "2025-09-05",
        "parties_by_deposit": 112,
        "parties_in_force": 111,
        "signatories": 12,
        "joined": 124,
        "ever_signed": 108,
        "recorded_until": None,
        "states": [],
    }


def test_a_month_means_its_end_and_names_are_given(tmp_path: Path) -> None:
    """At the end of July 2018 there were 103 States Parties; each can be named."""
    told = run("treaty", "the Oslo Convention", "--on", "2018-07", "--names", "-d", str(tmp_path))

    assert "on 31 July 2018" in told.stdout
    assert "  103  States Parties, by deposit" in told.stdout
    assert "Norway" in told.stdout
    assert "Azerbaijan" not in told.stdout


def test_where_the_tables_end_is_said(tmp_path: Path) -> None:
    """Counts of a day after the last recorded act come with a warning; earlier ones do not."""
    at = ("treaty", "Protocol V", "-d", str(tmp_path), "--on")

    assert "recorded up to 26 September 2013" in run(*at, "2020").stdout
    assert "recorded up to" not in run(*at, "2012").stdout


def test_a_state_is_told_with_reasons_and_deadlines(tmp_path: Path) -> None:
    """The acts and deadlines of a state stand below its standing."""
    at = ("treaty", "CCM", "Baku", "Croatia", "--on", "2020-10-28", "-d", str(tmp_path))
    told = run(*at).stdout
    states = json.loads(run(*at, "--json").stdout)["states"]

    assert "Azerbaijan had neither signed nor joined" in told
    assert "Croatia ratified the Convention on Cluster Munitions on 17 August 2009" in told
    assert "10 July 2020" in told
    assert [one["standing"] for one in states] == ["non-signatory", "State Party"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (
            ("XYZ",),
            "choose one of CCM, CCW, CCW Amended Protocol II, CCW Protocol IV, CCW Protocol V, MBT",
        ),
        (("CCM", "Atlantis"), "Atlantis"),
        (("CCM", "--on", "yesterday"), "no day, month or year"),
        (("CCM", "--on", "2015/.."), "no day, month or year"),
    ],
)
def test_a_wrong_call_says_what_to_do(
    arguments: tuple[str, ...], words: str, tmp_path: Path
) -> None:
    """An unknown treaty, state or date is named."""
    with pytest.raises(UsageError, match=words):
        run("treaty", *arguments, "-d", str(tmp_path))
