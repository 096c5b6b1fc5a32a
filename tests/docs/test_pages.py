import re
import shutil
from pathlib import Path

import pytest

from tests.conftest import new_database
from tools.make_docs import ROOT, blocks_of, check_output, commands_of, run_page, with_outputs

PAGES = sorted(
    path
    for path in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"))
    if any(block.language in {"python", "console"} for block in blocks_of(path.read_text("utf-8")))
)
NEEDS_DEMO = "<!-- needs: demo -->"
NEEDS_POSTGRES = "<!-- needs: postgres -->"


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the example dossier, built and published once for all pages."""
    folder = tmp_path_factory.mktemp("demo")
    for _ in run_page("```console\n$ remnant demo karabakh\n```\n", folder=folder):
        pass
    return folder / "karabakh"


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_block_of_a_page_runs(
    path: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """Python and console blocks run in order, and print what the page says they print."""
    page = path.read_text("utf-8")
    if NEEDS_DEMO in page:
        shutil.copytree(request.getfixturevalue("demo"), tmp_path / "karabakh")

    environment = {}
    if NEEDS_POSTGRES in page:
        environment["REMNANT_DATABASE"] = new_database(request.getfixturevalue("postgres"))

    made = with_outputs(page, folder=tmp_path, environment=environment)
    assert made == page, "the outputs are not current: `make docs`"


def test_blocks_are_found_with_their_lines() -> None:
    """A block is found with its language, its text and the line of its fence."""
    block = blocks_of("Words.\n\n```python\nprint(1)\n```\n")[0]

    assert (block.language, block.text, block.line) == ("python", "print(1)\n", 3)


def test_an_output_that_differs_is_put_right(tmp_path: Path) -> None:
    """The text block after a Python block becomes what the code prints."""
    page = "```python\nprint(1 + 1)\n```\n\n```text\n3\n```\n"

    assert with_outputs(page, folder=tmp_path) == page.replace("3", "2")


def test_a_command_may_have_several_lines_and_expected_output() -> None:
    """Lines after `> ` belong to the command; others are expected of it."""
    text = "$ cat <<'END'\n> hello\n> END\nhello\n$ true\n"

    assert list(commands_of(text)) == [("cat <<'END'\nhello\nEND", ("hello",)), ("true", ())]


def test_a_missing_line_of_output_is_an_error() -> None:
    """Expected lines must appear in order; an ellipsis stands for anything."""
    check_output("c", ("one …", "three"), "one two\ntwo\nthree\n")

    with pytest.raises(AssertionError, match="did not print"):
        check_output("c", ("three", "one …"), "one two\nthree\n")


def test_a_command_that_fails_fails_the_page(tmp_path: Path) -> None:
    """A command with an exit code other than 0 is an error of the page."""
    with pytest.raises(AssertionError, match="exit code 1"):
        list(run_page("```console\n$ false\n```\n", folder=tmp_path))


def anchors_of(path: Path) -> set[str]:
    """Return the anchors that the headings of a page give, as code forges make them."""
    found = re.findall(r"^#+ (.+)$", path.read_text("utf-8"), flags=re.MULTILINE)
    kept = (re.sub(r"[^\w\- ]", "", heading.replace("`", "").lower()) for heading in found)
    return {heading.replace(" ", "-") for heading in kept}


LINKING = sorted((*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")))


@pytest.mark.parametrize("path", LINKING, ids=lambda path: path.name)
def test_internal_links_resolve(path: Path) -> None:
    """Every link to a file of the project leads to a file, and to a heading if it names one."""
    text = re.sub(r"^```.*?^```$", "", path.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        linked = (path.parent / name).resolve() if name else path
        assert linked.exists(), f"{path.name} links to {target}, which does not exist"
        if anchor:
            assert anchor in anchors_of(linked), f"{path.name} links to {target}: no such heading"
