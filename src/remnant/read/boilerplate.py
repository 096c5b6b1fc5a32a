"""What is in a text but is nobody's claim: menus, contacts, licences, adverts.

Such blocks stay in the text, so that offsets hold, and are marked. The rules are a
table of small functions; each one's docstring is the reason to show.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from remnant.model.document import SectionKind
from remnant.read.dates import DATE
from remnant.read.draft import Block
from remnant.read.words import edges_of

Rule = Callable[[str], bool]
"""A rule looks at the words of one block."""

_SHORT = 30
"""Words. Rules on single phrases look only at blocks up to this long."""


def _matches(pattern: str, words: str, *, longest: int = 0) -> bool:
    if longest and len(words.split()) > longest:
        return False
    return re.search(pattern, words, re.IGNORECASE) is not None


def is_navigation(words: str) -> bool:
    """A link that leads elsewhere on the site."""
    return _matches(
        r"^(?:skip to (?:main )?content|(?:back )?to top|home|menu|search|next|previous)$"
        r"|\b(?:read|see|show|load|view|find out|learn) (?:more|also|all)\b\W*$"
        r"|^(?:read|see|watch|listen) (?:more|also|next|now)\b|^related\b[^.]*$"
        r"|\bclick (?:here|on|the)\b|^(?:also|more) (?:on|in|from|by) ",
        words,
        longest=_SHORT,
    )


def is_newsletter(words: str) -> bool:
    """An invitation to subscribe or support."""
    return _matches(
        r"\bnewsletters?\b|^sign up\b|^subscribe\b|\bsubscribe to our\b|^(?:donate|support us)\b"
        r"|\bbecome a (?:member|supporter|subscriber)\b|\bin your inbox\b",
        words,
        longest=_SHORT,
    )


def is_sharing(words: str) -> bool:
    """An invitation to share or comment."""
    return _matches(
        r"\bshare buttons?\b|^share (?:this|on|via)\b|^share$|^(?:tweet|print|e-?mail)$"
        r"|\b(?:follow|like|join|find) us on\b|\bon our facebook page\b|^comments?\b[^.]*$"
        r"|\bforward this (?:article|page)\b|^note to readers\b",
        words,
        longest=2 * _SHORT,
    )


def is_rights(words: str) -> bool:
    """A statement of copyright or licence."""
    return _matches(
        r"^(?:copyright|©)|\bcopyright (?:©|\(c\)|\d{4})|©\s*\S+.{0,60}\d{4}"
        r"|\ball rights reserved\b|\bcreative commons\b|\bof the copyright owner\b"
        r"|\brepublish(?:ing)? this\b"
        r"|\b(?:licensed|released|published) under (?:the|a|an|CC)\b.{0,60}\blicen[cs]e\b"
        r"|\boriginal source of this (?:article|page)\b|\bcontains copyrighted material\b",
        words,
    )


def is_contact(words: str) -> bool:
    """Contact details."""
    details = _matches(
        r"[\w.+-]{1,64}@[\w-]{1,64}\.\w{2,}|\+\d[\d ()-]{7,}|\b(?:tel|phone|mobile)\b\W*\d",
        words,
    )
    called = _matches(
        r"\b(?:contact|reached|e-?mail|tel|phone|mobile|whatsapp|inquiries|enquiries)\b", words
    )
    invited = _matches(
        r"^(?:for (?:more|further) information\b|for (?:media|press) (?:inquiries|enquiries)\b"
        r"|(?:media|press)? ?contacts?:|to schedule an interview\b)",
        words,
        longest=_SHORT,
    )
    return invited or (details and called)


def is_about_author(words: str) -> bool:
    """A note on the author."""
    return _matches(
        r"^about (?:the|this) authors?\b|^articles by\b"
        r"|^(?:award-winning )?(?:author|journalist|writer)\b.{2,80}\blives in\b"
        r"|^(?:his|her|their) (?:new|latest|recent|most recent) book\b"
        r"|^visit (?:his|her|their) blog\b|^the (?:author|writer) is\b",
        words,
        longest=3 * _SHORT,
    )


def is_disclaimer(words: str) -> bool:
    """A disclaimer of the publisher."""
    return _matches(
        r"^disclaimer\b|\bviews expressed (?:in this|here|are)\b|\bnot necessarily reflect the\b"
        r"|\bsole responsibility of the author\b|^this site uses cookies\b|\bcookie policy\b",
        words,
    )


def is_publisher_note(words: str) -> bool:
    """What the publisher says of itself, not of the matter."""
    return _matches(r"\bmore about \S.{0,60} can be found\b|^about us\b", words)


def is_front_matter(words: str) -> bool:
    """A date line, a byline or a line of labels."""
    label = r"(?:last updated|updated|published|posted|date|date of publication|first published)"
    return (
        _matches(rf"^\W*(?:{label}(?: (?:on|at))?:?\s*)?{DATE}(?:\W.{{0,30}})?$", words, longest=14)
        or (
            _matches(rf"^[^.:;]{{2,60}},\s*{DATE}[^.\w]*$", words, longest=12)
            and not _matches(_TELLING, words)
        )
        or _matches(r"^by:? (?:[A-Z]|the )[^.!?;]{2,80}$", words, longest=14)
        or _matches(
            r"^(?:digest of|region|theme|topics?|tags?|categor(?:y|ies)|filed under|section"
            r"|keywords):",
            words,
        )
        or _matches(r"^check against delivery\W*$|^for immediate release\W*$|^embargoed\b", words)
    )


_TELLING = (
    r"\b(?!united\b)\w{3,}ed\b"
    r"|\b(?:hit|hits|struck|strikes|fell|kills?|dies?|was|were|is|are|has|have)\b"
)
"""Words that make a line with a day at its end a sentence: `Rockets hit Kharkiv, 4 March 2022`."""


def is_provenance(words: str) -> bool:
    """A line that says which other work this is a digest or translation of."""
    return _matches(
        r"^(?:digest|summary|abstract|abridg(?:e)?ment|translation|transcript) of: ",
        words,
        longest=3 * _SHORT,
    )


def is_end_mark(words: str) -> bool:
    """A mark that the text ends."""
    return _matches(r"^\W*(?:ends?|-30-)\W*$|^\W+$|^links:$", words, longest=3)


def is_address(words: str) -> bool:
    """An address alone."""
    return _matches(r"^<?(?:https?://|www\.|mailto:)\S+>?$", words, longest=1)


def is_machine_text(words: str) -> bool:
    """What a faulty page template left."""
    return _matches(r"^(?:References)?(?:(?:\[object Object\]|undefined|NaN|null)\s*)+$", words)


RULES: tuple[Rule, ...] = (
    is_navigation,
    is_newsletter,
    is_sharing,
    is_rights,
    is_contact,
    is_about_author,
    is_disclaimer,
    is_publisher_note,
    is_front_matter,
    is_provenance,
    is_end_mark,
    is_address,
    is_machine_text,
)
"""The rules. A block that any of them fits is boilerplate."""

OPENS_A_TAIL: tuple[Rule, ...] = (is_end_mark, is_about_author, is_contact)
"""Rules after which, under the same heading, the rest is boilerplate too."""

_TAIL = re.compile(
    r"\b(?:Related (?:News|Articles|Stories|Topics)|Read Also|Follow us on|Subscribe to our"
    r"|Terms of (?:Use|Service)|Privacy Policy|Cookie Policy|Contact Us|About Us|Careers"
    r"|All rights reserved|Copyright|Sign up|Newsletter|Download our app)\b",
    re.IGNORECASE,
)
_LONGEST_MENU = 5_000
"""Characters at the end of a block that may be a menu."""

_TAIL_SIGNS = 3
"""How many different menu phrases must follow before the end of a block is cut off as a menu."""


def mark_boilerplate(
    text: str, blocks: Sequence[Block], markup: Sequence[tuple[int, int]]
) -> tuple[Block, ...]:
    """Return the blocks, in order, with boilerplate marked."""
    marked: list[Block] = []
    under = 0
    for block in _menus_apart(text, blocks):
        words = edges_of(text, block, markup).strip()
        heading = block.kind is SectionKind.HEADING
        if heading and block.level <= under:
            under = 0
        if block.kind is SectionKind.NOTE:
            marked.append(block)
            continue
        fits = words == "" or any(rule(words) for rule in RULES)
        if heading and fits and any(rule(words) for rule in OPENS_A_TAIL):
            under = block.level
        boilerplate = fits or (under and not heading)
        marked.append(block.become(SectionKind.BOILERPLATE) if boilerplate else block)
    return tuple(marked)


def _menus_apart(text: str, blocks: Sequence[Block]) -> Sequence[Block]:
    """Return the blocks with the menus at the ends of paragraphs as blocks of their own."""
    parted: list[Block] = []
    for block in blocks:
        cut = _menu_start(text, block)
        if cut is None:
            parted.append(block)
            continue
        before = text[block.start : cut].rstrip()
        if before:
            parted.append(replace(block, end=block.start + len(before)))
        parted.append(replace(block, start=cut, kind=SectionKind.BOILERPLATE, level=0))
    return parted


def _menu_start(text: str, block: Block) -> int | None:
    found = list(_TAIL.finditer(text, max(block.start, block.end - _LONGEST_MENU), block.end))
    kinds = {match.group().casefold() for match in found}
    return found[0].start() if len(kinds) >= _TAIL_SIGNS else None
