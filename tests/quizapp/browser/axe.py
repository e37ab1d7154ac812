"""What axe finds on a page, light and dark, on a phone and on a desk."""

from collections.abc import Iterator
from typing import Literal

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
OPEN = "document.querySelectorAll('details').forEach(each => each.open = true)"
FLAWS = """async rules => {
    scrollTo(0, document.body.scrollHeight);  // where the bar of a phone covers nothing
    const {violations} = await axe.run({resultTypes: ["violations"], ...rules});
    return violations.flatMap(({id, nodes}) => nodes.map(({html}) => `${id}: ${html}`));
}"""

ALL: dict[str, list[str]] = {}
SEEN = {"runOnly": ["color-contrast", "target-size"]}
"""Rules whose outcome depends on colors or on the width."""


def flaws(page: Page) -> Iterator[str]:
    """Everything at the first look; then only what may look different."""
    page.evaluate(AXE_SCRIPT)
    page.evaluate(OPEN)
    rules = ALL
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            found = page.evaluate(FLAWS, rules)
            yield from (f"{page.url} {width} {scheme} {each}" for each in found)
            rules = SEEN
