"""How soon a picture stands still in a browser: `python -m tests.bench.explorer --sizes 50 500 2000`.

The same made-up bodies and lines are drawn by our scene and canvas, by the page that pyvis makes without being told
anything, and by vis-network with its physics on, each in a fresh Chromium, stopped after 60 seconds. The explorer
itself never draws more than 60 boxes: beyond them the same code is measured without that limit. At 2,000 boxes ours is
measured alone. The page of pyvis holds its libraries itself; what it asks other hosts for is refused.
"""

import argparse
import json
import random
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Route
from playwright.sync_api import TimeoutError as Late

from graph.pictures.canvas import canvas_of, prepare
from graph.pictures.scene import Scene, scene_of
from graph.subgraph import Subgraph
from tests.bench.timing import timed
from tests.browsing import launched
from tests.worlds import say, world

SIZES = (50, 500, 2_000)
MOST_COMPARED = 500
STOP = 60.0
RUNS = 3
STATIC = Path(__file__).parents[2] / "web" / "static"
SCRIPTS = ("shapes.js", "sight.js", "canvas.js")
VIS = "vis-network-10.1.5.min.js"
WATCH = """
let last = null, since = 0;
function look() {
  const network = window.network;
  if (network && network.body) {
    const at = network.getPositions();
    const still = last && Object.keys(at).length && Object.keys(at).every(
      (id) => last[id] && Math.hypot(at[id].x - last[id].x, at[id].y - last[id].y) < 0.5);
    const now = performance.now();
    if (!still) since = now;
    else if (now - since > 400) { window.stillSince = since; return; }
    last = at;
  }
  requestAnimationFrame(look);
}
requestAnimationFrame(look);
"""
"""Notes when no box has moved any more for 0.4 seconds, in milliseconds since the page was asked for."""
WEIGHT = """() => [...performance.getEntriesByType("resource"), ...performance.getEntriesByType("navigation")]
  .reduce((sum, entry) => sum + entry.transferSize, 0)"""
HEAD = '<!doctype html><meta charset="utf-8"><style>#stage {{ height: 800px }}</style>{scripts}<div id="stage"></div>'
OURS = """
const data = JSON.parse(document.getElementById("data").textContent);
const canvas = new Canvas(document.getElementById("stage"), () => {});
canvas.show(data);
window.network = canvas.network;
"""
PHYSICS = """
const { nodes, edges } = JSON.parse(document.getElementById("data").textContent);
window.network = new vis.Network(document.getElementById("stage"), { nodes, edges }, {});
"""


def bodies(size: int) -> Subgraph:
    """A tree of bodies, six levels deep at 2,000, in which every fifth is overseen by another as well."""
    dice = random.Random(1)
    names = [f"e{number:05}" for number in range(size)]
    lines = [say(names[number], "reports_to", names[(number - 1) // 5]) for number in range(1, size)]
    return world([*lines, *(say(names[dice.randrange(low)], "oversees", names[low]) for low in range(5, size, 5))])


def write_pages(folder: Path, size: int, scene: Scene) -> None:
    """The pages that draw a scene, into a folder: ours, and up to 500 boxes those beside it."""
    names = {box.entity: box.name for box in scene.boxes}
    pairs = [(link.from_box, link.to_box) for link in scene.links]
    for script in (*(STATIC / name for name in SCRIPTS), STATIC / "vendor" / VIS):
        (folder / script.name).write_bytes(script.read_bytes())
    (folder / "ours.html").write_text(_page(canvas_of(scene), OURS, VIS, *SCRIPTS), encoding="utf-8")
    if size > MOST_COMPARED:
        return
    plain = {
        "nodes": [{"id": name, "label": label, "shape": "box"} for name, label in names.items()],
        "edges": [{"from": start, "to": end, "arrows": "to"} for start, end in pairs],
    }
    (folder / "physics.html").write_text(_page(plain, PHYSICS, VIS), encoding="utf-8")
    (folder / "pyvis.html").write_text(_pyvis_page(names, pairs), encoding="utf-8")


def _page(data: Any, script: str, *scripts: str) -> str:
    text = json.dumps(data).replace("</", "<\\/")
    tags = "".join(f'<script src="{name}"></script>' for name in scripts)
    return (
        f'{HEAD.format(scripts=tags)}<script id="data" type="application/json">{text}</script><script>{script}</script>'
    )


def _pyvis_page(names: dict[str, str], pairs: list[tuple[str, str]]) -> str:
    from pyvis.network import Network

    network = Network(directed=True, cdn_resources="in_line")
    for name, label in names.items():
        network.add_node(name, label=label)
    for start, end in pairs:
        network.add_edge(start, end)
    page: str = network.generate_html()
    return page


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The folder on a free port of this computer."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def still_after(browser: Browser, address: str) -> tuple[float | None, int]:
    """Milliseconds until the picture stands still, None where it did not in time, and the bytes transferred."""
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    host = address.rsplit("/", 1)[0]
    page.route("**/*", lambda route: _own(route, host))
    page.add_init_script(WATCH)
    page.set_default_timeout(STOP * 1000)
    try:
        page.goto(address, wait_until="commit")
        page.wait_for_function("window.stillSince")
    except Late:
        return None, 0
    return page.evaluate("window.stillSince"), page.evaluate(WEIGHT)


def _own(route: Route, host: str) -> None:
    if route.request.url.startswith(host):
        route.continue_()
    else:
        route.abort()


def measured(size: int, runs: int) -> Iterator[dict[str, Any]]:
    """One entry for each page at one size; ours also with the seconds of the layout on the server."""
    seconds, scene = timed(lambda: scene_of(bodies(size), most=size))
    pages = ("ours", "physics", "pyvis") if size <= MOST_COMPARED else ("ours",)
    with tempfile.TemporaryDirectory(prefix="govgraph-bench-") as name, served(Path(name)) as place:
        write_pages(Path(name), size, scene)
        times: dict[str, list[float | None]] = {page: [] for page in pages}
        weights: dict[str, int] = {}
        for _ in range(runs):
            for page in pages:
                if None in times[page]:
                    continue
                with launched() as browser:
                    took, weight = still_after(browser, f"{place}/{page}.html")
                times[page].append(took)
                weights[page] = weights.get(page) or weight
    for page in pages:
        known = sorted(took for took in times[page] if took is not None)
        yield {
            "size": size,
            "page": page,
            "lines": len(scene.links),
            "still_ms": None if None in times[page] else known[len(known) // 2],
            "runs": len(times[page]),
            "bytes": weights[page],
            "layout_s": seconds if page == "ours" else None,
        }


def main() -> None:
    """Measure what was asked for and print it."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.explorer", description="Times of pictures.")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of boxes")
    parser.add_argument("--runs", type=int, default=RUNS, help="how often each page is opened")
    parser.add_argument("--json", type=Path, help="a file for the figures too")
    chosen = parser.parse_args()
    prepare()
    entries: list[dict[str, Any]] = []
    print("boxes  lines  page     still after, ms  times ours  runs   transferred  layout, s")
    for size in chosen.sizes:
        found = list(measured(size, chosen.runs))
        for entry in found:
            print(_row(entry, found[0]["still_ms"]), flush=True)
        entries += found
    if chosen.json:
        chosen.json.write_text(json.dumps(entries, indent=1) + "\n", encoding="utf-8")
    if any(entry["still_ms"] is None for entry in entries):
        print(f"> means stopped after {STOP:.0f} s.", file=sys.stderr)


def _row(entry: dict[str, Any], ours: float | None) -> str:
    took = entry["still_ms"]
    shown = f"> {STOP * 1000:,.0f}" if took is None else f"{took:,.0f}"
    times = f"{'> ' if took is None else ''}{(took or STOP * 1000) / ours:.1f}" if ours else ""
    layout = "" if entry["layout_s"] is None else f"{entry['layout_s']:.2f}"
    weight = f"{entry['bytes']:,}" if entry["bytes"] else ""
    return (
        f"{entry['size']:>5}  {entry['lines']:>5}  {entry['page']:<8} {shown:>15}  {times:>10}  {entry['runs']:>4}  "
        f"{weight:>12}  {layout:>9}"
    )


if __name__ == "__main__":
    main()
