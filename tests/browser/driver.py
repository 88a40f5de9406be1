"""A headless Chromium for the tests, and axe-core in it."""

import shutil
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
SERIOUS = ("serious", "critical")
RUN = """
const done = arguments[arguments.length - 1];
axe.run(document, {runOnly: arguments[0], resultTypes: ["violations"]})
  .then(found => done(found.violations), error => done([{id: String(error), nodes: []}]));
"""


def start() -> webdriver.Chrome:
    """Start Chromium, or skip the test with the reason why it cannot be started."""
    browser, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not browser or not driver:
        pytest.skip("no Chromium here: install the packages chromium and chromium-driver")
    options = Options()
    options.binary_location = browser
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"):
        options.add_argument(argument)
    return webdriver.Chrome(options=options, service=Service(driver))


def findings(chromium: webdriver.Chrome) -> list[str]:
    """List what axe-core finds wrong with the page that is shown, if it is serious."""
    if not AXE.exists():
        pytest.skip("no axe-core here: run npm ci --prefix tests/browser")
    chromium.execute_script(AXE.read_text(encoding="utf-8"))
    violations = chromium.execute_async_script(RUN, STANDARDS)
    return [
        f"{found['id']} ({found.get('impact')}): {node['html'][:200]}"
        for found in violations
        if found.get("impact") in (*SERIOUS, None)
        for node in found["nodes"][:3] or [{"html": ""}]
    ]
