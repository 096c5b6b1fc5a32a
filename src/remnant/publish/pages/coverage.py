"""What was searched and what is held: so that a reader does not take silence for absence."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from remnant.knowledge import Knowledge
from remnant.model.searching import Search
from remnant.model.value import DateInterval
from remnant.model.words import counted, date_words, listed
from remnant.publish.pages.cards import DocumentCard
from remnant.publish.pages.masking import publishable

LANGUAGES = {
    "ar": "Arabic", "az": "Azerbaijani", "de": "German", "en": "English", "es": "Spanish",
    "fa": "Persian", "fr": "French", "he": "Hebrew", "hy": "Armenian", "it": "Italian",
    "ka": "Georgian", "km": "Khmer", "ku": "Kurdish", "lo": "Lao", "my": "Burmese",
    "nl": "Dutch", "pl": "Polish", "ps": "Pashto", "pt": "Portuguese", "ru": "Russian",
    "so": "Somali", "sr": "Serbian", "ti": "Tigrinya", "tr": "Turkish", "uk": "Ukrainian",
    "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
"""English names of languages after ISO 639-1 that reports of the field are often in."""

SILENCE = (
    "That something is not said here means that the documents held do not say it. Places, "
    "languages and times that are not listed were not searched, as far as is recorded."
)

NONE = (
    "No search is recorded. What these pages do not mention may never have been looked for, so "
    "nothing follows from their silence."
)


@dataclass(frozen=True, slots=True)
class SearchView:
    """One search, in words."""

    place: str
    languages: str
    time: str
    words: str
    about: str
    found: str
    by: str
    note: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was searched and what is held.

    Attributes:
        searches: The searches that stand, in order of recording.
        silence: What may and may not be concluded from silence.
        held: In which languages the documents are; empty if none is known.
    """

    searches: tuple[SearchView, ...]
    silence: str
    held: str


def coverage(
    searches: Sequence[Search],
    documents: Iterable[DocumentCard],
    *,
    knowledge: Knowledge,
    about: str = "",
) -> Coverage:
    """Return what was searched about a state, or at all, and in which languages documents are.

    Args:
        searches: The searches that stand.
        documents: The documents held, or those behind a page.
        knowledge: Names of states, territories and groups.
        about: Identifier of a state; searches about others alone are left out.
    """
    wanted = [one for one in searches if not about or not one.about or about in one.about]
    return Coverage(
        searches=tuple(_view(one, knowledge) for one in wanted),
        silence=SILENCE if wanted else NONE,
        held=_held(documents),
    )


def _view(search: Search, knowledge: Knowledge) -> SearchView:
    names = [
        knowledge.actors.get(one).name if one in knowledge.actors else one for one in search.about
    ]
    return SearchView(
        place=publishable(search.place),
        languages=listed([language(tag) for tag in search.languages]),
        time=_time(search),
        words=publishable("; ".join(search.words)),
        about=listed(names),
        found="not counted" if search.found is None else str(search.found),
        by=publishable(search.by),
        note=publishable(search.note),
    )


def _time(search: Search) -> str:
    until = date_words(DateInterval(search.until))
    return f"{date_words(DateInterval(search.since))} to {until}" if search.since else f"to {until}"


def language(tag: str) -> str:
    """Return a language in English, or its tag."""
    base, _, rest = tag.partition("-")
    name = LANGUAGES.get(base)
    return tag if name is None else f"{name} ({rest})" if rest else name


def _held(documents: Iterable[DocumentCard]) -> str:
    count = Counter(language(one.language) if one.language else "" for one in documents)
    known = sorted(((-number, name) for name, number in count.items() if name))
    told = [f"{name} ({-number})" for number, name in known]
    if not told:
        return ""
    unknown = (
        f"; of {counted(count[''], 'document')} the language is not known" if count[""] else ""
    )
    return f"{listed(told)}{unknown}"
