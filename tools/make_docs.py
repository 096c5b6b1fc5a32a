"""Makes what the documentation need not say by hand, and runs what it shows.

The reference pages of commands, settings and errors are made from the program. The
`text` block after a `python` block is what the code prints.

    python tools/make_docs.py            write what is not current
    python tools/make_docs.py --check    say what is not current, and exit with 1
"""

import contextlib
import inspect
import io
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from types import MappingProxyType

import typer

from remnant import errors
from remnant.cli.app import app
from remnant.publish.datasets_dictionary import dictionary
from remnant.settings import ENVIRONMENT_PREFIX, FILE_NAME, HELP, Settings

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
GENERATED = "<!-- Made by tools/make_docs.py. Run `make docs` after a change of the program. -->"
TYPES = {str: "text", int: "whole number", float: "number", bool: "true or false"}
NOTHING: Mapping[str, str] = MappingProxyType({})
COMMAND_SECONDS = 300
"""Longest time that one command of a page may take."""

SETTINGS_OPENING = f"""\
A setting stands in the dossier's `{FILE_NAME}`, in the environment, or on the command line where a
command has an option for it. The later wins. An unknown name or a value of the wrong type is an
error."""

ERRORS_OPENING = """\
An error is one sentence on standard error: which file or document, where in it, and what to do. All
are subclasses of `RemnantError`, in `remnant.errors`. Trouble with one document is no error but an
*issue*, which is kept with the document and shown by `remnant show`."""

COMMANDS_OPENING = """\
Each command works on the dossier in the current folder, or in the one that `--dossier` names. Exit
codes: 0 done, 1 something failed or a check found problems, 2 the command was called in a way that
cannot work."""


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block of a Markdown page.

    Attributes:
        language: The word after the fence.
        text: What stands inside, with its last line break.
        line: Number of the line of its opening fence, from 1.
        start: Offset of the inside in the page.
        end: Offset after it.
    """

    language: str
    text: str
    line: int
    start: int
    end: int


_FENCED = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks_of(page: str) -> tuple[Block, ...]:
    """Return the fenced blocks of a page, in order."""
    return tuple(
        Block(
            language=match[1],
            text=match[2],
            line=page.count("\n", 0, match.start()) + 1,
            start=match.start(2),
            end=match.end(2),
        )
        for match in _FENCED.finditer(page)
    )


def run_page(
    page: str, *, folder: Path, environment: Mapping[str, str] = NOTHING
) -> Iterator[tuple[Block, str]]:
    """Run the blocks of a page in order, in a folder, and yield what each printed.

    Args:
        page: The Markdown text.
        folder: Where commands run and files are written.
        environment: Variables that commands have besides the few they always have.

    Raises:
        AssertionError: A command failed, or did not print what the page says.
    """
    names: dict[str, object] = {"__name__": "page"}
    for block in blocks_of(page):
        if block.language == "python":
            yield block, _run_python(block, names, folder)
        elif block.language == "console":
            for command, expected in commands_of(block.text):
                printed = _run_command(command, folder, environment)
                check_output(command, expected, printed)
                yield block, printed


def _run_python(block: Block, names: dict[str, object], folder: Path) -> str:
    printed = io.StringIO()
    code = compile("\n" * block.line + block.text, "page", "exec")
    with contextlib.chdir(folder), contextlib.redirect_stdout(printed):
        exec(code, names)  # noqa: S102 - the pages are the project's own
    return printed.getvalue()


def commands_of(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each command of a console block (`$ `, further lines `> `) and its expected lines."""
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        first, *rest = part.splitlines()
        more = [line[2:] for line in rest if line.startswith(">")]
        expected = tuple(line for line in rest if not line.startswith(">") and line.strip())
        yield "\n".join([first, *more]), expected


def _run_command(command: str, folder: Path, environment: Mapping[str, str]) -> str:
    always = {
        "PATH": f"{Path(sys.executable).parent}:/usr/local/bin:/usr/bin:/bin",
        "HOME": str(folder),
        "LANG": "C.UTF-8",
        "COLUMNS": "100",
        "NO_COLOR": "1",
    }
    done = subprocess.run(  # noqa: S603 - the pages are the project's own
        ["/bin/bash", "-o", "pipefail", "-c", command],
        cwd=folder,
        env={**always, **environment},
        capture_output=True,
        text=True,
        timeout=COMMAND_SECONDS,
        check=False,
    )
    printed = done.stdout + done.stderr
    if done.returncode:
        message = f"$ {command}\nexit code {done.returncode}\n{printed}"
        raise AssertionError(message)
    return printed


def check_output(command: str, expected: tuple[str, ...], printed: str) -> None:
    """Make sure that the expected lines stand in what a command printed, in order.

    Raises:
        AssertionError: A line is missing. `…` in a line stands for anything.
    """
    lines = iter(printed.splitlines())
    for wanted in expected:
        pattern = ".*".join(map(re.escape, wanted.strip().split("…")))
        if not any(re.fullmatch(pattern, line.strip()) for line in lines):
            message = f"$ {command}\ndid not print, in this place: {wanted}\n\n{printed}"
            raise AssertionError(message)


def with_outputs(page: str, *, folder: Path, environment: Mapping[str, str] = NOTHING) -> str:
    """Return a page with the `text` block after each `python` block as the code prints it."""
    following = {
        before.start: after
        for before, after in zip(blocks_of(page), blocks_of(page)[1:], strict=False)
        if before.language == "python" and after.language == "text"
    }
    pieces: list[str] = []
    position = 0
    for block, printed in run_page(page, folder=folder, environment=environment):
        if block.language == "python" and block.start in following:
            after = following[block.start]
            pieces += [page[position : after.start], printed]
            position = after.end
    return "".join(pieces) + page[position:]


def settings_page() -> str:
    """Return the reference of settings."""
    rows = [
        f"| `{one.name}` | {TYPES[type(one.default)]} | {_shown(one.default)} "
        f"| `{ENVIRONMENT_PREFIX}{one.name.upper()}` | {HELP[one.name]} |"
        for one in fields(Settings)
    ]
    head = [
        "# Settings",
        GENERATED,
        SETTINGS_OPENING,
        "| setting | type | default | environment | what it does |\n|---|---|---|---|---|",
    ]
    example = '```toml\ntitle = "Barda"\nprocesses = 2\n```'
    return "\n\n".join(head) + "\n" + "\n".join(rows) + "\n\n" + example + "\n"


def _shown(value: object) -> str:
    if value in ("", None):
        return "empty"
    return f"`{str(value).lower() if isinstance(value, bool) else value}`"


def errors_page() -> str:
    """Return the reference of errors."""
    classes = [
        one
        for _, one in inspect.getmembers(errors, inspect.isclass)
        if issubclass(one, errors.RemnantError)
    ]
    classes.sort(key=lambda one: inspect.getsourcelines(one)[1])
    rows = [f"| `{one.__name__}` | {inspect.getdoc(one)} | {_exit_code(one)} |" for one in classes]
    head = [
        "# Errors",
        GENERATED,
        ERRORS_OPENING,
        "| class | when | exit code |\n|---|---|---|",
    ]
    return "\n\n".join(head) + "\n" + "\n".join(rows) + "\n"


def _exit_code(error: type[errors.RemnantError]) -> int:
    return 2 if issubclass(error, errors.UsageError | errors.SettingsError) else 1


def commands_page() -> str:
    """Return the reference of commands."""
    group = typer.main.get_command(app)
    commands = group.commands  # type: ignore[attr-defined]  # an app of several commands is a group
    sections = (_command_section(name, commands[name]) for name in sorted(commands))
    return "\n\n".join(["# Commands", GENERATED, COMMANDS_OPENING, *sections]) + "\n"


def _command_section(name: str, command: typer.core.TyperCommand) -> str:
    context = typer.Context(command, info_name=f"remnant {name}")
    parts = [f"## remnant {name}", inspect.cleandoc(command.help or "")]
    if command.epilog:
        parts.append(inspect.cleandoc(command.epilog))
    rows = []
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if record and parameter.name != "help":
            written, meaning = record
            if parameter.param_type_name == "argument":
                written = written.split(" <")[0]
            rows.append(f"| `{written}` | {meaning.strip()} |".replace("[required]", "Required."))
    if rows:
        parts.append("\n".join(["| argument or option | meaning |", "|---|---|", *rows]))
    return "\n\n".join(parts)


def data_page() -> str:
    """Return the reference of datasets: the dictionary that is published with them."""
    title, rest = dictionary().split("\n", 1)
    return f"{title}\n\n{GENERATED}\n{rest}"


def generated(*, folder: Path) -> Iterator[tuple[Path, str]]:
    """Yield every generated page with its current text; pages with code run in the folder."""
    yield DOCS / "reference" / "commands.md", commands_page()
    yield DOCS / "reference" / "settings.md", settings_page()
    yield DOCS / "reference" / "data.md", data_page()
    yield DOCS / "reference" / "errors.md", errors_page()
    for path in (DOCS / "tour.md", DOCS / "how-to" / "add-knowledge.md"):
        own = folder / path.stem
        own.mkdir()
        yield path, with_outputs(path.read_text(encoding="utf-8"), folder=own)


def main(arguments: list[str]) -> int:
    """Write the pages that are not current, or only say which they are."""
    with tempfile.TemporaryDirectory() as folder:
        stale = [
            (path, text)
            for path, text in generated(folder=Path(folder))
            if not path.exists() or path.read_text(encoding="utf-8") != text
        ]
    checking = "--check" in arguments
    for path, text in stale:
        sys.stdout.write(f"{path.relative_to(ROOT)}: {'not current' if checking else 'written'}\n")
        if not checking:
            path.write_text(text, encoding="utf-8")
    return 1 if stale and checking else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
