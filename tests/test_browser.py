"""What the tests' browser is: the same on every machine."""

from playwright.sync_api import Page


def test_the_fonts_are_the_tests_own(browse):
    """What a page is measured with does not depend on what the machine has."""
    families = ["Arial", "Verdana", "No Such Font", "sans-serif", "serif", "system-ui", "monospace"]

    def used(page: Page) -> list[list[str]]:
        page.set_content(
            "".join(f"<p style=\"font-family: '{name}', {name}\">aꯃ" for name in families)
        )
        inspector = page.context.new_cdp_session(page)
        inspector.send("DOM.enable")
        inspector.send("CSS.enable")
        root = inspector.send("DOM.getDocument")["root"]["nodeId"]
        texts = inspector.send("DOM.querySelectorAll", {"nodeId": root, "selector": "p"})["nodeIds"]
        answers = [
            inspector.send("CSS.getPlatformFontsForNode", {"nodeId": text}) for text in texts
        ]
        return [[font["familyName"] for font in answer["fonts"]] for answer in answers]

    assert browse(used) == [["Arimo"]] * 6 + [["Cousine"]]
    assert browse(used, fonts="wide") == [["DejaVu Sans"]] * 6 + [["DejaVu Sans Mono"]]
