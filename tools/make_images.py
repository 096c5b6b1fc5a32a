"""Makes the pictures of the README: pages of the example dossier, as `remnant demo` makes them.

`python tools/make_images.py` needs Chromium. It writes docs/images/*.png.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

IMAGES = Path(__file__).resolve().parents[1] / "docs" / "images"

PICTURES = {
    "incident": "Barda, 28 October 2020",
    "country": "Azerbaijan",
}
"""Name of the picture and what the title of its page says."""

WIDTH, HEIGHT = 1280, 860


def main() -> None:
    """Build the demo in a temporary folder and photograph its pages."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        sys.exit("Chromium is not installed; the pictures are made with it")
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        subprocess.run([sys.executable, "-m", "remnant", "demo", f"{folder}/demo"], check=True)  # noqa: S603 - our own program
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        for name, title in PICTURES.items():
            page.goto(found(Path(folder) / "demo" / "site", title).as_uri())
            page.wait_for_timeout(500)
            page.screenshot(path=IMAGES / f"{name}.png")
        browser.close()


def found(site: Path, title: str) -> Path:
    """Return the page whose title says so."""
    for path in sorted(site.glob("*/*.html")):
        if re.search(rf"<title>(R-\d+: )?{re.escape(title)}", path.read_text("utf-8")):
            return path
    sys.exit(f"no page of the demo is titled {title!r}")


if __name__ == "__main__":
    main()
