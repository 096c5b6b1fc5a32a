import re
from pathlib import Path

from remnant.example import DOCUMENTS
from remnant.knowledge import load_knowledge
from remnant.model.claim import ClaimKind, Stance
from remnant.model.source import Original
from remnant.pipeline import process
from tests.factory import make_capture

README = Path(__file__).resolve().parents[2] / "README.md"
NOTICE = DOCUMENTS / "prosecutor-general-2020-10-28-first.txt"


def test_the_paragraph_of_the_readme_becomes_what_it_says() -> None:
    """The quoted words are those of the example, and give the claims that the README describes."""
    quoted = " ".join(re.findall(r"^> (.+)$", README.read_text("utf-8"), flags=re.MULTILINE))
    content = NOTICE.read_bytes()
    original = Original(make_capture(content, origin=NOTICE.name), content)
    result = process(original, knowledge=load_knowledge())
    use = next(
        one
        for one in result.resolved
        if one.claim.kind is ClaimKind.USE and one.dates and one.actors
    )

    assert quoted in " ".join(result.document.text.split())
    assert [one.name for one in use.speakers] == ["Prosecutor General's Office of Azerbaijan"]
    assert use.claim.stance is Stance.AFFIRMED
    assert [one.name for one in use.actors] == ["Armenia"]
    assert [one.name for one in use.weapons] == ["rocket"]
    assert [one.name for one in use.places] == ["Barda"]
    assert [one.edtf for one in use.dates] == ["2020-10-28"]
    assert [one.killed.minimum for one in result.resolved if one.killed] == [14]
