"""Bodies named often: in full with the abbreviation first, by the abbreviation later."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from remnant.publish.sentences import Draft
from remnant.publish.sentences_names import Names
from remnant.publish.sentences_words import capital


def abbreviated(paragraphs: Sequence[Sequence[Draft]], names: Names) -> Iterator[Draft]:
    """Yield the sentences in order, with bodies that are named again abbreviated.

    Words between quotation marks are never changed.
    """
    counts = Counter(name for one in paragraphs for draft in one for name in draft.speakers)
    short = {name: names.short(name) for name, count in counts.items() if count > 1}
    short = {name: brief for name, brief in short.items() if brief}
    met: set[str] = set()
    for paragraph in paragraphs:
        for draft in paragraph:
            yield _shortened(draft, short, met)


def _shortened(draft: Draft, short: dict[str, str], met: set[str]) -> Draft:
    text, speakers = draft.text, list(draft.speakers)
    for place, name in enumerate(draft.speakers):
        brief = short.get(name)
        if brief is None:
            continue
        if name in met:
            text = _outside(text, name, brief)
            speakers[place] = brief
        else:
            label = brief.removeprefix("the ") if brief.endswith(brief.upper()[-2:]) else brief
            text = _outside(text, name, f"{name} ({label})", once=True)
            met.add(name)
    return replace(draft, text=text, speakers=tuple(speakers))


def _outside(text: str, name: str, new: str, *, once: bool = False) -> str:
    """Replace a name outside quotation marks, keeping a capital at the start of the sentence."""
    done = False

    def swap(match: re.Match[str]) -> str:
        nonlocal done
        if done and once:
            return match.group()
        done = True
        return capital(new) if match.group()[:1].isupper() and match.start() == 0 else new

    parts = re.split(r"(“[^”]*”)", text)
    pattern = re.compile(rf"\b[{name[:1].lower()}{name[:1].upper()}]{re.escape(name[1:])}\b")
    return "".join(part if part.startswith("“") else pattern.sub(swap, part) for part in parts)
