"""Where reference corpora are, when somebody has them. The project stands without them.

`REMNANT_REFERENCE` names the folder. Without it, a folder `shared` beside the project's
own folder is taken, if there is one.
"""

import os
from pathlib import Path


def reference_folder(*parts: str) -> Path | None:
    """Return a folder of the reference corpora, or `None` where there is none."""
    beside = Path(__file__).resolve().parents[2] / "shared"
    folder = Path(os.environ.get("REMNANT_REFERENCE", beside)).joinpath(*parts)
    return folder if folder.is_dir() else None
