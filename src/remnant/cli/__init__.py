"""The `remnant` command: parse arguments, open a session, call the pipeline, print.

This is the only room that prints. Exit codes: 0 done, 1 something failed or a check
found problems, 2 the command was called in a way that cannot work.
"""

import sys

from remnant.cli.app import app
from remnant.cli.console import print_error
from remnant.errors import RemnantError, SettingsError, UsageError

__all__ = ["app", "main"]


def main() -> None:
    """Run the command line; turn Remnant's errors into one line and an exit code."""
    try:
        app()
    except (UsageError, SettingsError) as error:
        print_error(str(error))
        sys.exit(2)
    except RemnantError as error:
        print_error(str(error))
        sys.exit(1)
    except BrokenPipeError:
        # The reader of our output (`head`, say) has seen enough.
        sys.stderr.close()
        sys.exit(0)
