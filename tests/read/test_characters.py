import pytest
from hypothesis import given
from hypothesis import strategies as st

from remnant.read.characters import RULES, character_issues

PLAIN = (
    "Azerbaijan fired M095 cluster munitions at Stepanakert (Xankəndi) on 3 June 2021, killing "
    "four, Human Rights Watch said. “Şuşa was hit,” a resident told the BBC – see "
    "https://example.org/a1b2c3?d=e. Members of the 9N235 family, Ka-52s and T-72B3s were seen "
    "at 40.2°N; the price was $5m, or R&D + O'Neill's #1 pick [3].\n\n"
    "............................................................ 12\n"
    "============================================================\n"
)


@pytest.mark.parametrize(
    ("text", "code", "start"),
    [
        ("Azer\u200bbaijan fired", "hidden-characters", 4),
        ("clu\u00adster muni\u2060tions", "hidden-characters", 3),
        ("fired \u202eteg\u202c at", "reordered-text", 6),
        ("fired at \u2067Barda\u2069", "reordered-text", 9),
        ("Barda\u200f was hit", "direction-marks", 5),
        ("It was Аzerbаijаn.", "look-alike-letters", 7),  # noqa: RUF001 - Cyrillic letters are what is tested
        ("at Βarda", "look-alike-letters", 3),  # noqa: RUF001 - as above, Greek
        ("Ａｚｅｒｂａｉｊａｎ", "styled-letters", 0),  # noqa: RUF001 - as above, full-width
        ("in 𝐁𝐚𝐫𝐝𝐚", "styled-letters", 3),  # noqa: RUF001 - as above, mathematical
        ("Bar\x00da", "control-characters", 3),
        ("Barda\x1b[31m", "control-characters", 5),
        ("a" + "\u0301" * 9, "stacked-marks", 1),
        ("Azerbaijan\u00e2\u20ac\u2122s", "misdecoded", 10),
        ("(" * 40 + "x", "nested-brackets", 11),
        ("“" * 60 + "x", "signs-in-a-row", 0),
        ("x" * 1_000_001, "unbroken-line", 0),
    ],
)
def test_trouble_is_said_with_its_place(text: str, code: str, start: int) -> None:
    """Each kind of trouble gives one issue, at the first place where it stands."""
    found = {issue.code: issue for issue in character_issues(text)}

    assert found[code].start == start
    assert found[code].message.isascii()


def test_ordinary_text_has_no_trouble() -> None:
    """Accents, other alphabets' own words, designations, addresses and rules are no trouble."""
    others = "Степанакерт (Russian), Στέπανακερτ, Ստեփանակերտ, ستپاناکرت and 👨‍👩‍👧 were written."
    assert list(character_issues(PLAIN + others)) == []


def test_a_bad_scan_is_said() -> None:
    """Figures and signs inside many words show that a scan was misread."""
    scanned = PLAIN.replace("i", "1").replace("l", "|").replace("e", "c")
    codes = [issue.code for issue in character_issues(scanned * 3)]

    assert codes == ["garbled-words"]


def test_every_rule_says_why() -> None:
    """The docstring of a rule is the reason that a reader sees."""
    assert all((rule.__doc__ or "").endswith(".") for _, _, rule in RULES)


@given(st.text(max_size=300))
def test_whatever_is_said_has_a_place(text: str) -> None:
    """Any text is judged, and each issue points into it and can be printed."""
    for issue in character_issues(text):
        assert issue.start is not None
        assert 0 <= issue.start < len(text)
        assert issue.message.isprintable()
