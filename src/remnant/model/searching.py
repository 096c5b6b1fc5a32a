"""What was searched, so that silence is not read as absence."""

import re
from dataclasses import dataclass

from remnant.model.value import DateInterval

LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
"""A language tag after BCP 47, such as `az` or `sr-Latn`."""

MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z")


@dataclass(frozen=True, slots=True)
class Search:
    """One search that a person made for documents. It is never changed; a later one may correct it.

    Attributes:
        id: Content identifier.
        place: Where was searched: the name or address of a site, archive, library or agency.
        languages: In which languages, as BCP 47 tags.
        until: Up to when what was published was searched, in EDTF.
        by: Who searched.
        at: When it was recorded, in UTC, ISO 8601 to the second with `Z`.
        since: From when what was published was searched, in EDTF; empty for no limit.
        about: States, territories or groups it was about, by identifier; empty for all.
        words: What was searched for, in the words typed; empty if everything was read through.
        found: How many relevant documents were found; `None` if not counted.
        note: Anything else to know, such as what could not be reached.
        corrects: Identifier of an earlier search that this one replaces; empty if none.

    Raises:
        ValueError: A field that must say something does not, or is not of its form.
    """

    id: str
    place: str
    languages: tuple[str, ...]
    until: str
    by: str
    at: str
    since: str = ""
    about: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    found: int | None = None
    note: str = ""
    corrects: str = ""

    def __post_init__(self) -> None:
        """Refuse a record of a search that does not tell where, in what language, until when."""
        for name, value in (("place", self.place), ("person", self.by)):
            if not value.strip():
                message = f"a search needs a {name}"
                raise ValueError(message)
        if not self.languages:
            message = "a search needs at least one language"
            raise ValueError(message)
        for tag in self.languages:
            if not LANGUAGE.fullmatch(tag):
                message = f"{tag!r} is not a language tag such as az or sr-Latn"
                raise ValueError(message)
        if self.found is not None and self.found < 0:
            message = f"a search cannot have found {self.found} documents"
            raise ValueError(message)
        if not MOMENT.fullmatch(self.at):
            message = f"{self.at!r} is not a moment in UTC"
            raise ValueError(message)
        for edtf in (self.until, *filter(None, (self.since,))):
            DateInterval(edtf)


def standing(searches: tuple[Search, ...], *, by: str = "") -> tuple[Search, ...]:
    """Return the searches that no later one corrects, oldest first.

    Args:
        searches: All of them, in order of the journal.
        by: A moment; what was recorded after it is left out.
    """
    known = [one for one in searches if not by or one.at <= by]
    corrected = {one.corrects for one in known}
    return tuple(one for one in known if one.id not in corrected)
