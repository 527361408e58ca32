"use strict";

// The stage of the picture: by arrow keys from box to box, by buttons zoomed and moved; the drawing is one button away.

const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const TOOLS = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] };

class Stage {
  // `choose` is called with the address of what was chosen and the box that is to stay in place, `enter` to lead to the
  // evidence, `renew` to have the drawing sent anew.
  constructor({ choose, enter, renew }) {
    this.choose = choose;
    this.enter = enter;
    this.renew = renew;
    this.stage = document.querySelector(".stage");
    this.tools = document.querySelector(".tools");
    this.canvas = new Canvas(this.stage, choose);
    this.setOut();
    this.stage.addEventListener("keydown", (event) => this.key(event));
    this.tools.addEventListener("click", (event) => this.tool(event.target.closest("button")));
  }

  // Show the canvas in place of the drawing.
  setOut() {
    this.stage.hidden = false;
    this.tools.hidden = false;
    this.stage.tabIndex = 0;
    this.stage.setAttribute("role", "application");
    this.stage.setAttribute("aria-roledescription", "picture");
    this.stage.setAttribute(
      "aria-label",
      "Picture. Arrow keys select the next box, Enter leads to its evidence and what it can be opened to, Escape closes the evidence; plus and minus zoom, 0 shows all. The tree and the table hold the same.",
    );
    this.asDrawing(false);
  }

  asDrawing(isPlain) {
    this.isPlain = isPlain;
    for (const [part, hidden] of [["plain", !isPlain], ["legend", isPlain]]) {
      document.querySelector(`[data-part=${part}]`).hidden = hidden;
    }
    this.stage.hidden = isPlain;
    if (isPlain) this.drawn();
    else this.canvas.wake();
    for (const button of this.tools.children) {
      if (button.dataset.tool === "plain") button.setAttribute("aria-pressed", String(isPlain));
      else button.disabled = isPlain;
    }
  }

  // What has the focus where nothing else can have it.
  get main() {
    return this.isPlain ? document.querySelector(".explorer-picture .picture-view") : this.stage;
  }

  get top() {
    return this.main.getBoundingClientRect().top;
  }

  get isSeen() {
    const { top, bottom } = this.main.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  }

  // Everything is sent anew: show it, with the box `anchor` in its place.
  take({ canvas, selected }, anchor) {
    this.isStale = false;
    const isOther = selected !== this.canvas.selected;
    this.canvas.show(canvas, anchor);
    this.canvas.select(selected);
    if (isOther) this.canvas.view.reveal(selected);
    this.centre();
  }

  // Something else is selected. The drawing, which is not seen now, loses its mark until it is sent anew.
  mark(selected) {
    this.canvas.select(selected);
    this.canvas.view.reveal(selected);
    for (const mark of document.querySelectorAll("[data-part=plain] .ring")) mark.remove();
    this.isStale = true;
  }

  drawn() {
    if (this.isStale) this.renew();
    else this.centre();
  }

  // Scroll the drawing sideways to what is selected; the page stays where it is.
  centre() {
    if (!this.isPlain) return;
    const view = document.querySelector(".explorer-picture .picture-view");
    const ring = view.querySelector(".ring")?.getBoundingClientRect();
    if (ring) view.scrollLeft += ring.left + ring.width / 2 - view.getBoundingClientRect().left - view.clientWidth / 2;
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = STEPS[event.key];
    if (step) {
      const box = this.canvas.next(...step);
      if (box) this.choose(box.address, "", true);
    } else if (event.key === "Enter") this.enter();
    else if (event.key === "+" || event.key === "=") this.canvas.view.zoom(1.25);
    else if (event.key === "-") this.canvas.view.zoom(0.8);
    else if (event.key === "0") this.canvas.view.fit();
    else return;
    event.preventDefault();
  }

  tool(button) {
    const does = button?.dataset.tool;
    if (does === "in") this.canvas.view.zoom(1.25);
    else if (does === "out") this.canvas.view.zoom(0.8);
    else if (does === "fit") this.canvas.view.fit();
    else if (does === "plain") this.asDrawing(!this.isPlain);
    else if (TOOLS[does]) this.canvas.view.pan(...TOOLS[does]);
  }
}
