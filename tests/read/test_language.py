import pytest

from remnant.read.language import PROFILES, language_of
from tests.read.making import codes, document

SAMPLES = {
    "en": "The army denied that it had fired on the town, and said that the reports were false.",
    "fr": "L’armée a démenti avoir tiré sur la ville et a dit que les rapports ne sont pas exacts.",
    "es": "El ejército negó que se dispararan cohetes contra la ciudad y dijo que no es cierto.",
    "de": "Die Armee bestritt, dass sie auf die Stadt geschossen hat, und nannte es nicht wahr.",
    "ru": "Армия отрицает, что стреляла по городу, и заявляет, что сообщения не верны.",
    "uk": "Армія заперечує, що її ракети впали на місто, і називає ці повідомлення хибними.",  # noqa: RUF001 - Ukrainian letters
    "ar": "نفى الجيش إطلاق النار على المدينة وقال إن التقارير غير صحيحة",
    "hy": "Բանակը հերքեց, որ կրակել է քաղաքի վրա",
    "az": (
        "Ordu şəhərə atəş açdığını inkar etdi və bu "  # noqa: RUF001 - the dotless i is a letter
        "xəbərlər üçün heç bir sübut da olmadığını dedi."  # noqa: RUF001 - the dotless i is a letter
    ),
}


@pytest.mark.parametrize("tag", sorted(SAMPLES))
def test_languages_are_told_apart(tag: str) -> None:
    """A sentence or two is enough to tell a language."""
    assert language_of(SAMPLES[tag]) == tag


@pytest.mark.parametrize("text", ["", "1234 5678", "RBK-500 M095 9N235", "Alpha Beta Gamma " * 20])
def test_too_little_tells_nothing(text: str) -> None:
    """Figures, names and very short texts have no language."""
    assert language_of(text) == ""


def test_another_language_is_reported() -> None:
    """A text in another language than English has an issue; an English one does not."""
    assert codes(document(SAMPLES["fr"])) == ["other-language"]
    assert codes(document(SAMPLES["en"])) == []


def test_profiles_are_lower_case() -> None:
    """Every profile holds enough words, in lower case, as they are looked up."""
    for profile in PROFILES.values():
        assert len(profile) > 12
        assert all(word == word.lower() for word in profile)
