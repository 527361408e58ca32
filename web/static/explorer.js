"use strict";

// The explorer without loading the page again. The server makes every state, at an address of its own; here its parts
// are fetched and put in place, the canvas follows, and what has changed is said. Without this the same links work.

const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const TOOLS = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] };

const SELECTS = /^(tree|line|row) (?!door )/;

function isInSight(element) {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= window.innerHeight;
}

class Explorer {
  constructor() {
    this.stage = document.querySelector(".stage");
    this.said = document.getElementById("explorer_said");
    this.tools = document.querySelector(".tools");
    this.asked = 0;
    this.canvas = new Canvas(this.stage, (address, anchor) => this.go(address, { anchor }));
    this.setOut();
    this.canvas.show(this.read(document).canvas);
    this.canvas.select(this.read(document).selected);
    this.shown = location.search;
    document.addEventListener("click", (event) => this.click(event));
    this.stage.addEventListener("keydown", (event) => this.key(event));
    this.tools.addEventListener("click", (event) => this.tool(event.target.closest("button")));
    document.getElementById("evidence").addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !this.isPlain) this.stage.focus();
    });
    window.addEventListener("popstate", () => {
      if (location.search !== this.shown) this.go(location.href, { isNew: false });
    });
  }

  // Show the canvas in place of the drawing, which stays one button away.
  setOut() {
    this.stage.hidden = false;
    this.tools.hidden = false;
    this.stage.tabIndex = 0;
    this.stage.setAttribute("role", "application");
    this.stage.setAttribute("aria-roledescription", "picture");
    this.stage.setAttribute(
      "aria-label",
      "Picture. Arrow keys select the next box, Enter leads to its evidence and what it can be opened to, Escape back here; plus and minus zoom, 0 shows all. The tree and the table hold the same.",
    );
    this.asDrawing(false);
  }

  asDrawing(isPlain) {
    this.isPlain = isPlain;
    for (const [part, hidden] of [["plain", !isPlain], ["legend", isPlain]]) {
      document.querySelector(`[data-part=${part}]`).hidden = hidden;
    }
    this.stage.hidden = isPlain;
    if (isPlain) this.centre();
    else this.canvas.wake();
    for (const button of this.tools.children) {
      if (button.dataset.tool === "plain") button.setAttribute("aria-pressed", String(isPlain));
      else button.disabled = isPlain;
    }
  }

  // Scroll the drawing sideways to what is selected; the page stays where it is.
  centre() {
    const view = document.querySelector(".explorer-picture .picture-view");
    const ring = view.querySelector(".ring")?.getBoundingClientRect();
    if (ring) view.scrollLeft += ring.left + ring.width / 2 - view.getBoundingClientRect().left - view.clientWidth / 2;
  }

  read(page) {
    return JSON.parse(page.getElementById("explorer_data").dataset.state);
  }

  click(event) {
    const link = event.target.closest("a[href]");
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const address = new URL(link.getAttribute("href"), location.href);
    if (address.pathname !== location.pathname || (address.search === location.search && address.hash)) return;
    event.preventDefault();
    this.go(address.href, { at: link.dataset.at, anchor: link.dataset.anchor });
  }

  // Go to another state of the same page; where that cannot be fetched the browser goes there by itself.
  // `at` names the link that was followed, `anchor` the box that is to stay in its place.
  async go(address, { isNew = true, at = "", anchor = "" } = {}) {
    const number = ++this.asked;
    const target = new URL(address, location.href);
    document.documentElement.setAttribute("aria-busy", "true");
    try {
      const response = await fetch(target.pathname + target.search);
      if (!response.ok) throw new Error(response.statusText);
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      if (number !== this.asked) return;
      this.put(page, at, anchor);
      this.shown = target.search;
      if (isNew && target.search !== location.search) history.pushState(null, "", target.pathname + target.search);
    } catch {
      if (number === this.asked) location.assign(target.href);
    } finally {
      if (number === this.asked) document.documentElement.removeAttribute("aria-busy");
    }
  }

  put(page, at, anchor) {
    const [before, after] = [this.read(document), this.read(page)];
    document.title = page.title;
    const scrolled = document.querySelector(".explorer-tree .pane").scrollTop;
    for (const part of document.querySelectorAll("[data-part]")) {
      part.replaceChildren(...page.querySelector(`[data-part=${part.dataset.part}]`).childNodes);
    }
    document.querySelector(".explorer-tree .pane").scrollTop = scrolled;
    if (before.selected !== after.selected) document.querySelector(".explorer-evidence .pane").scrollTop = 0;
    document.getElementById("explorer_data").dataset.state = page.getElementById("explorer_data").dataset.state;
    document.getElementById("explorer_address").value = after.link;
    this.canvas.show(after.canvas, anchor || before.selected);
    this.canvas.select(after.selected);
    this.canvas.reveal(after.selected);
    if (this.isPlain) this.centre();
    this.focus(at, after);
    this.say(before, after);
  }

  // The focus stays on the link that was followed; it goes to the evidence where that would not be seen otherwise.
  focus(at, after) {
    const head = document.getElementById("evidence_head");
    if (!at) return;
    if (SELECTS.test(at) && !isInSight(head)) {
      head.focus();
      return;
    }
    const again = document.querySelector(`[data-at="${CSS.escape(at)}"]`) ?? document.querySelector(`[data-at="${CSS.escape(`tree ${after.selected}`)}"]`);
    (again ?? head).focus({ preventScroll: true });
  }

  say(before, after) {
    const words = [];
    if (before.drawn !== after.drawn) words.push(after.drawn);
    if (before.selected !== after.selected) words.push(after.said);
    this.said.textContent = words.join(" ");
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = STEPS[event.key];
    if (step) {
      const box = this.canvas.next(...step);
      if (box) this.go(box.address);
    } else if (event.key === "Enter") {
      (document.querySelector("#evidence .doors a") ?? document.getElementById("evidence_head")).focus();
    } else if (event.key === "+" || event.key === "=") this.canvas.zoom(1.25);
    else if (event.key === "-") this.canvas.zoom(0.8);
    else if (event.key === "0") this.canvas.fit();
    else return;
    event.preventDefault();
  }

  tool(button) {
    const does = button?.dataset.tool;
    if (does === "in") this.canvas.zoom(1.25);
    else if (does === "out") this.canvas.zoom(0.8);
    else if (does === "fit") this.canvas.fit();
    else if (does === "plain") this.asDrawing(!this.isPlain);
    else if (TOOLS[does]) this.canvas.pan(...TOOLS[does]);
  }
}

const explorer = new Explorer();
