"""What tests and the screenshots need of a browser: a Chromium, a served app, and a witness of all that a page does."""

import logging
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from flask import Flask
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request, sync_playwright
from werkzeug.serving import make_server

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
REFUSED = """document.addEventListener("securitypolicyviolation", event =>
  console.error(`The policy was broken: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));"""


@contextmanager
def launched() -> Iterator[Browser]:
    """A Chromium that asks nothing of anybody by itself."""
    found = next(filter(None, map(shutil.which, CHROMIUM)), None)
    assert found, "Chromium is missing: make test says what to install"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=found, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        yield browser
        browser.close()


@contextmanager
def served(app: Flask) -> Iterator[str]:
    """The address at which the app is served meanwhile, on a free port of this computer."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@dataclass
class Witness:
    """All that a page asked of others and all that its browser or our script complained about, in order.

    `refused` are the answers with an error's status, which a browser also tells, and which may be what was wanted;
    `ran` is what somebody else's script did: it opened a dialog, or asked for /pwned.
    """

    home: str
    outside: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    ran: list[str] = field(default_factory=list)

    def asked(self, request: Request) -> None:
        """Note where a request leads."""
        if not request.url.startswith((f"{self.home}/", "data:")):
            self.outside.append(request.url)
        if urlsplit(request.url).path.startswith("/pwned"):
            self.ran.append(request.url)

    def said(self, message: ConsoleMessage) -> None:
        """Note what stands in the console, whatever its weight: our pages write nothing there."""
        (self.refused if "Failed to load resource" in message.text else self.complaints).append(message.text)

    def opened(self, dialog: Dialog) -> None:
        """Note a dialog, and close it."""
        self.ran.append(f"{dialog.type}: {dialog.message}")
        dialog.dismiss()


def watched(page: Page, home: str) -> Witness:
    """Somebody who watches the page from now on; `home` is where it is served."""
    witness = Witness(home)
    page.add_init_script(REFUSED)
    page.on("request", witness.asked)
    page.on("console", witness.said)
    page.on("dialog", witness.opened)
    page.on("pageerror", lambda error: witness.complaints.append(str(error)))
    return witness
