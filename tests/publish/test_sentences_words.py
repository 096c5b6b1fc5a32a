import pytest

from remnant.model.value import DateInterval, Quantity
from remnant.publish.sentences_words import (
    amount,
    article,
    dates,
    listed,
    number,
    plural,
    stop,
    when,
)


@pytest.mark.parametrize(
    ("items", "word", "written"),
    [
        ([], "and", ""),
        (["Stepanakert"], "and", "Stepanakert"),
        (["Armenia", "Nagorno-Karabakh"], "or", "Armenia or Nagorno-Karabakh"),
        (["Grad", "Smerch", "Uragan"], "and", "Grad, Smerch, and Uragan"),
    ],
)
def test_items_are_listed(items: list[str], word: str, written: str) -> None:
    """A list has its conjunction, and a comma before it from three items on."""
    assert listed(items, word) == written


@pytest.mark.parametrize(
    ("edtf", "written"),
    [
        ("2020-10-28", "on 28 October 2020"),
        ("2020-10", "in October 2020"),
        ("2016", "in 2016"),
        ("2016-04-01/2016-04-07", "in the first week of April 2016"),
        ("2016-04-08/2016-04-14", "in the second week of April 2016"),
        ("2016-04-02/2016-04-05", "between 2 and 5 April 2016"),
        ("2016-10-12/2016-10-13", "on 12–13 October 2016"),
        ("2020-09-27/2020-11-10", "between 27 September and 10 November 2020"),
        ("2020-12-30/2021-01-02", "between 30 December 2020 and 2 January 2021"),
        ("2020-09/2020-10", "in September–October 2020"),
        ("2008/2009", "in 2008–2009"),
        ("1988/1994", "in 1988–1994"),
        ("2015/..", "since 2015"),
        ("../2019", "up to 2019"),
        ("XXXX-12", "in December"),
        ("XXXX-11-30", "on 30 November"),
    ],
)
def test_dates_are_written_out(edtf: str, written: str) -> None:
    """A date is as precise in prose as in the record, and no more."""
    assert when(DateInterval(edtf)) == written


@pytest.mark.parametrize(
    ("days", "written"),
    [
        (["2020-10-04"], "on 4 October 2020"),
        (["2020-10-04", "2020-10-03"], "on 3 and 4 October 2020"),
        (
            ["2020-09-27", "2020-10-03", "2020-10-04"],
            "on 27 September and on 3 and 4 October 2020",
        ),
        (["2019-05-01", "2020-10-03"], "on 1 May 2019 and on 3 October 2020"),
        (["2016", "2020-10"], "in October 2020 and in 2016"),
        (["2020-10", "2020-09"], "in September and October 2020"),
    ],
)
def test_several_dates_share_month_and_year(days: list[str], written: str) -> None:
    """Days of one month are joined, and the year stands once, behind the last of its days."""
    assert dates([DateInterval(day) for day in days]) == written


@pytest.mark.parametrize(
    ("quantity", "words", "written"),
    [
        (Quantity(21, None), "at least 21", "at least 21"),
        (Quantity(401, None), "more than 400", "more than 400"),
        (Quantity(94, 94), "94", "94"),
        (Quantity(3, 3), "three", "three"),
        (Quantity(200, 200), "approximately 200", "about 200"),
        (Quantity(5, 7), "", "between five and seven"),
        (Quantity(None, 10), "up to 10", "up to 10"),
        (Quantity(24, None), "dozens", "dozens of"),
        (Quantity(1, None), "civilians were killed", "an unstated number of"),
        (Quantity(1, None), "at least one", "at least one"),
        (Quantity(0, 0), "no", "no"),
        (Quantity(None, None), "", "an unknown number of"),
        (Quantity(56000, 86000), "", "between 56,000 and 86,000"),
    ],
)
def test_amounts_keep_their_bounds(quantity: Quantity, words: str, written: str) -> None:
    """A number keeps its bounds, and the source's vague word where it has one."""
    assert amount(quantity, words) == written


@pytest.mark.parametrize(
    ("noun", "many"),
    [
        ("cluster munition", "cluster munitions"),
        ("missile", "missiles"),
        ("multiple rocket launcher", "multiple rocket launchers"),
        ("napalm", "napalm"),
        ("small arms", "small arms"),
        ("battery", "batteries"),
        ("torch", "torches"),
        ("white phosphorus", "white phosphorus"),
        ("mustard gas", "mustard gas"),
    ],
)
def test_weapon_nouns_have_plurals(noun: str, many: str) -> None:
    """A weapon noun is put in the plural; substances have none."""
    assert plural(noun) == many


@pytest.mark.parametrize(
    ("noun", "written"),
    [
        ("hospital", "a hospital"),
        ("airfield", "an airfield"),
        ("M095 submunition", "an M095 submunition"),
        ("RBK-250 bomb", "an RBK-250 bomb"),
        ("university", "a university"),
        ("UN office", "a UN office"),
        ("office", "an office"),
    ],
)
def test_articles_follow_the_sound(noun: str, written: str) -> None:
    """The article is chosen by the sound that follows it."""
    assert article(noun) == written


def test_quotations_end_with_one_stop() -> None:
    """A quotation ends with one full stop, and numbers below ten are words."""
    assert stop("it said: “no”") == "It said: “no.”"
    assert stop("it said: “no.”") == "It said: “no.”"
    assert number(9) == "nine"
    assert number(10) == "10"
