"""The example dossier: digests of public documents on Nagorno-Karabakh, 2016 and 2020.

`README.md` beside this file says what each document is there to show.
"""

from pathlib import Path

DOCUMENTS = Path(__file__).parent / "documents"
"""The folder that `remnant demo` copies and adds; each document has a sidecar beside it."""

__all__ = ["DOCUMENTS"]
