from pathlib import Path

import pytest

from remnant.link.weights import ASK_FROM, FEATURES, PRIOR_BITS, SAME_FROM, Feature

PAGE = Path(__file__).resolve().parents[2] / "docs" / "how-it-decides.md"


@pytest.mark.parametrize("feature", FEATURES, ids=lambda feature: feature.name)
def test_probabilities_add_up(feature: Feature) -> None:
    """The levels of a feature leave nothing out: m and u each add up to one."""
    assert sum(level.m for level in feature.levels) == pytest.approx(1.0)
    assert sum(level.u for level in feature.levels) == pytest.approx(1.0)


def test_closest_level_comes_first() -> None:
    """The first level of each feature speaks most for one event, the last most against."""
    for feature in FEATURES:
        bits = [level.bits for level in feature.levels]
        assert max(bits) == bits[0]
        assert min(bits) == bits[-1]


def test_page_prints_the_weights() -> None:
    """The page on how it decides prints every weight as it is."""
    page = PAGE.read_text(encoding="utf-8")
    for feature in FEATURES:
        for level in feature.levels:
            row = f"| {feature.name} | {level.name} | {level.m:g} | {level.u:g} |"
            assert f"{row} {level.bits:+.1f} |" in page
    assert f"{PRIOR_BITS:.0f} bits" in page
    assert f"probability of {SAME_FROM:.2f}" in page
    assert f"from {ASK_FROM:.2f}" in page
