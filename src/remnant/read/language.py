"""Which language a text is in, by its script and its commonest words.

The profiles are the most frequent function words of each language. The method is
that of stop-word coverage (Grefenstette, Comparing two language identification
schemes, 1995). It tells apart the languages listed; anything else stays unknown.
"""

import re
import unicodedata
from collections import Counter


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


PROFILES: dict[str, frozenset[str]] = {
    "en": _words(
        "the of and to in a is that for it was on with as by at from this are be have not has "
        "were which their or said an but they his its been who"
    ),
    "fr": _words(
        "le la les de des du et un une est que qui dans en pour sur au par avec ne pas ce il "
        "elle sont aux cette ont plus ses été"
    ),
    "es": _words(
        "el la los las de del y en que un una es por con para se su no al lo como más fue han "
        "sus este entre ha sobre"
    ),
    "pt": _words(
        "o a os as de do da dos das e em que um uma é por com para se não ao como mais foi na "
        "no pelo pela são sua"
    ),
    "it": _words(
        "il lo la i gli le di del della dei e in che un una è per con non si da al sono come "
        "più nel ha alla dalla"
    ),
    "de": _words(
        "der die das und in den von zu mit ist des im für auf nicht ein eine dem sich als auch "
        "es an werden aus bei nach wurde sind"
    ),
    "nl": _words(
        "de het een en van in is dat op te zijn met voor niet aan er om ook door naar bij uit "
        "werd die wordt heeft als"
    ),
    "pl": _words(
        "i w na z do się nie że jest o to od po przez za jak dla są oraz był ale przy także "
        "który które"
    ),
    "tr": _words(
        "ve bir bu da de için ile olarak çok daha olan gibi en kadar ne sonra ise ancak değil "
        "tarafından olduğu"  # noqa: RUF001 - the dotless i is a Turkish letter
    ),
    "az": _words(
        "və bir bu da də üçün ilə olan kimi edilib onun olub çox tərəfindən ki edir daha görə "
        "isə həmin"
    ),
    "sq": _words("të e në dhe për me një nga që më ka është i si janë u do së kanë por ky kjo"),
    "sr": _words("je i u da se na su za od sa ne koji što kao iz ili biti bio"),
    "ro": _words("și de în la a cu pe nu din că care este un o pentru mai sunt au fost"),
}
"""Function words of languages in the Latin script."""

SCRIPTS: tuple[tuple[str, str], ...] = (
    ("CYRILLIC", "ru"),
    ("ARABIC", "ar"),
    ("HEBREW", "he"),
    ("ARMENIAN", "hy"),
    ("GEORGIAN", "ka"),
    ("GREEK", "el"),
    ("CJK", "zh"),
    ("HIRAGANA", "ja"),
    ("KATAKANA", "ja"),
    ("HANGUL", "ko"),
    ("THAI", "th"),
    ("DEVANAGARI", "hi"),
    ("ETHIOPIC", "am"),
    ("MYANMAR", "my"),
    ("KHMER", "km"),
)
"""Scripts, by the first word of their letters' Unicode names, and their usual language."""

_OWN_LETTERS: tuple[tuple[str, str, str], ...] = (
    ("ru", "uk", "іїєґ"),
    ("ar", "fa", "پچژگ"),
    ("zh", "ja", "のはをにが"),
)
"""Letters that make the usual language of a script another one."""

_SAMPLE = 40_000
_FEWEST_WORDS = 12
_COVERAGE = 0.12
"""Least share of function words. Running prose reaches 0.25 or more; lists of names do not."""

_LEAD = 1.3
"""How much better than the next language the best must be."""


def language_of(text: str) -> str:
    """Return the BCP 47 tag of the text's language, or nothing when it is not certain."""
    sample = text if len(text) <= _SAMPLE else text[: _SAMPLE // 2] + text[-_SAMPLE // 2 :]
    tag = _by_script(sample)
    return tag if tag != "latin" else _by_words(sample)


def share_of(text: str, tag: str) -> float:
    """Return the share of a text's words that are function words of a language."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    return sum(word in PROFILES[tag] for word in words) / len(words) if words else 0.0


def _by_script(sample: str) -> str:
    scripts: Counter[str] = Counter()
    for character, times in sorted(Counter(sample).items()):
        if character.isalpha():
            scripts[unicodedata.name(character, "UNKNOWN").split()[0]] += times
    total = sum(scripts.values())
    if not total:
        return ""
    script, count = max(scripts.items(), key=lambda item: (item[1], item[0]))
    if count * 2 < total:
        return ""
    if script == "LATIN":
        return "latin"
    usual = dict(SCRIPTS).get(script, "")
    for language, other, letters in _OWN_LETTERS:
        if usual == language and sum(map(sample.count, letters)) * 100 > count:
            return other
    return usual


def _by_words(sample: str) -> str:
    words = re.findall(r"[^\W\d_]+", sample.lower())
    if len(words) < _FEWEST_WORDS:
        return ""
    counts = Counter(words)
    shares = sorted(
        (
            (sum(counts[word] for word in profile) / len(words), tag)
            for tag, profile in PROFILES.items()
        ),
        reverse=True,
    )
    (best, tag), (second, _) = shares[0], shares[1]
    return tag if best >= _COVERAGE and best >= _LEAD * second else ""
