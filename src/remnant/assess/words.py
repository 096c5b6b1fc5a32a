"""Values in words, for the sentences that a reviewer reads."""

from collections.abc import Sequence

from remnant.model.value import Quantity


def number(quantity: Quantity) -> str:
    """Return a quantity in words: `21`, `at least 21`, `up to 10`, `14 to 21`."""
    least, most = quantity.minimum, quantity.maximum
    if least is None and most is None:
        return "an unknown number"
    if least is None:
        return f"up to {most}"
    if most is None:
        return f"at least {least}"
    return str(least) if least == most else f"{least} to {most}"


def listed(names: Sequence[str], last: str = "and") -> str:
    """Return names as `A, B and C`."""
    if len(names) < 2:  # noqa: PLR2004 - one name needs no joining
        return "".join(names)
    return f"{', '.join(names[:-1])} {last} {names[-1]}"
