import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from remnant.knowledge import load_knowledge
from remnant.knowledge.lookalikes import LOOK_ALIKES, plain_letters


def test_a_disguised_name_is_read_as_it_looks() -> None:
    """Cyrillic, Greek, mathematical and full-width letters inside a name are seen through."""
    disguised = "Аzerbаijаn hit Βarda and 𝐇𝐚𝐝𝐫𝐮𝐭 with ｒｏｃｋｅｔｓ"  # noqa: RUF001 - look-alikes are what is tested

    assert plain_letters(disguised) == "Azerbaijan hit Barda and Hadrut with rockets"


def test_a_word_of_another_alphabet_stays() -> None:
    """What is wholly Cyrillic or Greek is no disguise, whatever its letters look like."""
    text = "Он сказал: Сосна. Ονομα; Şuşa, Xankəndi, café."

    assert plain_letters(text) == text


def test_a_disguised_name_is_found() -> None:
    """The lexicon finds the name where it stands."""
    text = plain_letters("It was Аzerbаijаn.")  # noqa: RUF001 - look-alikes are what is tested
    hits = load_knowledge().lexicon.scan(text)

    assert {(hit.start, hit.end) for hit in hits} == {(7, 17)}


def test_the_table_leads_from_other_alphabets_to_basic_letters() -> None:
    """No Latin letter is changed, and each look-alike keeps its case."""
    for disguised, plain in LOOK_ALIKES.items():
        assert "LATIN" not in unicodedata.name(disguised)
        assert plain.isascii()
        assert disguised.isupper() == plain.isupper()


@given(st.text())
def test_offsets_hold(text: str) -> None:
    """Every character stays one character, and plain text stays as it is."""
    read = plain_letters(text)

    assert len(read) == len(text)
    assert all(one == other for one, other in zip(text, read, strict=True) if one.isascii())
