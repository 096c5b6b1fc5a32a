from remnant.assess.copies import ALIKE, BANDS, bands_of, resemblance, shingles, signature_of

TEXT = " ".join(f"word{index} follows word{index + 1}" for index in range(60))


def test_same_text() -> None:
    """The same words in other case and with accents have the same signature."""
    assert signature_of(TEXT) == signature_of(TEXT.upper().replace("O", "Ó"))
    assert resemblance(signature_of(TEXT), signature_of(TEXT)) == 1.0


def test_near_copy_shares_a_band() -> None:
    """A text with a few words changed shares a band and most of its runs of words."""
    changed = TEXT.replace("word7", "mot7").replace("word30", "mot30")
    first, second = signature_of(TEXT), signature_of(changed)
    assert resemblance(first, second) >= ALIKE
    assert set(bands_of(first)) & set(bands_of(second))


def test_other_text_shares_nothing() -> None:
    """Two texts without common runs of words share no band."""
    other = " ".join(f"term{index} precedes term{index + 2}" for index in range(60))
    first, second = signature_of(TEXT), signature_of(other)
    assert resemblance(first, second) < 0.2
    assert set(bands_of(first)).isdisjoint(bands_of(second))


def test_short_text_has_no_signature() -> None:
    """A text too short to be recognised has neither signature nor bands."""
    assert signature_of("Too short to tell.") == ()
    assert bands_of(()) == ()
    assert resemblance((), ()) == 0.0


def test_bands_cover_the_signature() -> None:
    """There are as many bands as documented, all different."""
    assert len(set(bands_of(signature_of(TEXT)))) == BANDS


def test_runs_of_three_words() -> None:
    """A text of n different words has n - 2 runs."""
    text = " ".join(f"w{index}" for index in range(50))
    assert len(shingles(text)) == 48
