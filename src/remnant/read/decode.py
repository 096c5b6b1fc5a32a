"""From bytes to text: byte order mark, then UTF-8, then an educated guess that is reported."""

import codecs

from remnant.model.finding import Issue, Severity

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks of the Unicode Standard, the longer before those they begin with."""

_SAMPLE = 200_000
"""Bytes looked at to guess an encoding: enough for its letter statistics, bounded in time."""

_GARBLED = 0.02
"""Share of replacement characters above which a text is called garbled."""


def decode(content: bytes, *, declared: str = "") -> tuple[str, tuple[Issue, ...]]:
    """Return the text of the bytes, and an issue if the encoding had to be guessed.

    The byte order mark is not part of the text. Line ends are kept.

    Args:
        content: The original.
        declared: An encoding that the format or the server names, tried after UTF-8.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _lenient(content[len(mark) :], encoding)
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        place = error.start
    if declared and _known(declared):
        return _lenient(content, declared)
    encoding = _guess(content)
    text, issues = _lenient(content, encoding)
    guessed = Issue(
        "encoding-guessed",
        f"Byte {place} is not UTF-8; the text was read as {encoding}. Check names with accents.",
        Severity.NOTICE,
    )
    return text, (guessed, *issues)


def _known(encoding: str) -> bool:
    try:
        codecs.lookup(encoding)
    except LookupError:
        return False
    return True


def _guess(content: bytes) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - slow to load, rarely needed

    best = from_bytes(content[:_SAMPLE]).best()
    return best.encoding if best is not None else "cp1252"


def _lenient(content: bytes, encoding: str) -> tuple[str, tuple[Issue, ...]]:
    text = content.decode(encoding, errors="replace")
    broken = text.count("\N{REPLACEMENT CHARACTER}")
    if not broken:
        return text, ()
    severity = Severity.ERROR if broken > _GARBLED * len(text) else Severity.WARNING
    issue = Issue(
        "garbled",
        f"{broken} places are not valid {encoding}; they are shown as \N{REPLACEMENT CHARACTER}.",
        severity,
        text.index("\N{REPLACEMENT CHARACTER}"),
    )
    return text, (issue,)
