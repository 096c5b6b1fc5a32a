"""Where reference corpora are, when somebody has them. The project stands without them.

`REMNANT_REFERENCE` names the folder. Without it, a folder beside the project's own that
holds `gold/claims` and `data` is taken, if there is one.
"""

import os
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]


def reference_folder(*parts: str) -> Path | None:
    """Return a folder of the reference corpora, or `None` where there is none."""
    root = Path(os.environ["REMNANT_REFERENCE"]) if "REMNANT_REFERENCE" in os.environ else _beside()
    folder = root.joinpath(*parts) if root else None
    return folder if folder is not None and folder.is_dir() else None


def _beside() -> Path | None:
    neighbours = sorted(one for one in PROJECT.parent.iterdir() if one != PROJECT and one.is_dir())
    fitting = (
        one for one in neighbours if (one / "gold" / "claims").is_dir() and (one / "data").is_dir()
    )
    return next(fitting, None)
