"use strict";

// A picture on a canvas, drawn by vis-network at the places that the server has given: what lies under the pointer, what
// is marked. sight.js holds how it is looked at; boxes, labels and signs are drawn as shapes.js says.

const NEAR = 8; // how far from a line it can still be met
const OPTIONS = {
  physics: false,
  layout: { improvedLayout: false },
  interaction: {
    dragNodes: false,
    hover: false,
    keyboard: false,
    multiselect: false,
    selectable: false,
  },
  nodes: { borderWidth: 0, chosen: false },
};

// All that is seen of the data of a picture: addresses change with every step.
function seen(data) {
  return JSON.stringify(data, (name, value) => (name === "address" ? undefined : value));
}

// How far a place is from a straight stretch, upright or level.
function away({ x, y }, start, end) {
  const beside = (value, one, other) => Math.max(Math.min(one, other) - value, 0, value - Math.max(one, other));
  return Math.hypot(beside(x, start.x, end.x), beside(y, start.y, end.y));
}

// How far from its middle something is drawn, by which vis-network judges whether it is in sight.
function reach({ width = 24, height = 24 }) {
  return Math.max(width, height) / 2 + RING;
}

class Canvas {
  // `choose` is called with the address of what was clicked, and the key of the box that it stands on.
  constructor(stage, choose) {
    this.stage = stage;
    this.choose = choose;
    this.selected = "";
    this.hovered = "";
    this.fresh = new Set();
    this.view = new Sight(this);
    for (const medium of ["(prefers-color-scheme: dark)", "(forced-colors: active)"]) {
      matchMedia(medium).addEventListener("change", () => this.recolour());
    }
  }

  recolour() {
    dress(this.data.look);
    this.network.redraw();
  }

  // Draw other data; the box `anchor` stays where it is on the screen, without one the whole picture is shown.
  show(data, anchor) {
    const isSame = this.data && seen(this.data) === seen(data);
    this.take(data);
    if (!isSame) this.place(anchor);
  }

  take(data) {
    this.known = this.boxes;
    this.data = data;
    this.parts = new Map(data.nodes.map((node) => [node.id, node]));
    this.boxes = new Map(data.nodes.filter((node) => node.part === "box").map((node) => [node.key, node]));
    this.lines = data.lines.map((line) => ({ ...line, points: [] }));
    for (const { line, from, to, color, width, dashes } of data.edges) {
      const { points } = Object.assign(this.lines[line], { color, width, dashes });
      if (!points.length) points.push(this.parts.get(from));
      points.push(this.parts.get(to));
    }
    dress(data.look);
  }

  place(anchor) {
    const { known } = this;
    // In a stage that is hidden nothing has a place.
    this.isStale = !this.stage.clientWidth;
    const before = this.network && !this.isStale && known?.get(anchor);
    const at = before && { ...this.network.canvasToDOM(before), scale: this.network.getScale() };
    this.fresh = new Set(known ? [...this.boxes.keys()].filter((key) => !known.has(key)) : []);
    this.hand();
    const after = at && this.boxes.get(anchor);
    if (after) this.view.keep(after, at);
    else if (!this.isStale) this.view.begin();
  }

  hand() {
    // Lines are drawn here, with soft corners: vis-network is given what stands at one place.
    const standing = this.data.nodes.filter((node) => node.part !== "corner");
    const nodes = standing.map(({ id, x, y, shape, fixed, physics }) => ({
      id, x, y, shape, fixed, physics, size: reach(this.parts.get(id)), ctxRenderer: (given) => this.draw(given),
    }));
    if (this.network) {
      this.network.setData({ nodes, edges: [] });
    } else {
      this.network = new vis.Network(this.stage, { nodes, edges: [] }, OPTIONS);
      this.listen();
    }
  }

  listen() {
    const frame = this.stage.querySelector(".vis-network");
    frame.tabIndex = -1;
    frame.style.outline = "none";
    frame.querySelector("canvas").setAttribute("aria-hidden", "true");
    this.network.on("click", (event) => {
      const address = this.address(event.pointer);
      if (address) this.choose(address, this.under(event.pointer.canvas)?.key);
    });
    this.stage.addEventListener("mousemove", (event) => {
      const box = this.stage.getBoundingClientRect();
      const DOM = { x: event.clientX - box.left, y: event.clientY - box.top };
      const canvas = this.network.DOMtoCanvas(DOM);
      this.stage.style.cursor = this.address({ canvas }) ? "pointer" : "grab";
      this.hover(this.under(canvas)?.key ?? "");
      this.stage.title = this.nameAt(canvas);
    });
    this.stage.addEventListener("mouseleave", () => this.hover(""));
    // The wheel scrolls the page; it zooms where Ctrl is held, as a pinch on a trackpad does.
    this.stage.addEventListener("wheel", (event) => event.ctrlKey || event.stopPropagation(), { capture: true });
    this.network.on("beforeDrawing", (ctx) => this.drawLines(ctx));
    this.view.listen();
    document.fonts?.ready.then(() => this.network.redraw());
  }

  // The box or the label at a place of the picture; boxes are never as vis-network takes them to be, for it measures
  // what it draws before it knows how large that is.
  under({ x, y }) {
    const isAt = (part) => Math.abs(part.x - x) <= part.width / 2 && Math.abs(part.y - y) <= part.height / 2;
    return this.data.nodes.find((part) => part.width && isAt(part));
  }

  hover(key) {
    if (key === this.hovered) return;
    this.hovered = key;
    this.network.redraw();
  }

  // Where what lies under the pointer leads to; the empty string where nothing does.
  address({ canvas }) {
    const part = this.under(canvas);
    if (part?.part === "box") {
      const [x, y] = [canvas.x - part.x + part.width / 2, canvas.y - part.y + part.height / 2];
      const chip = part.chips.find(
        ({ left, top, width, height }) => x >= left && x <= left + width && y >= top && y <= top + height,
      );
      return chip ? chip.address : part.address;
    }
    if (part) return this.data.lines[part.line].address;
    return this.lineAt(canvas)?.address ?? "";
  }

  // What a line says, where one is under the pointer, or its label; the empty string elsewhere.
  nameAt(place) {
    const part = this.under(place);
    const line = part ? this.data.lines[part.line] : this.lineAt(place);
    return line?.name ?? "";
  }

  // The line nearest to a place, where one is near.
  lineAt(place) {
    let [nearest, least] = [undefined, NEAR];
    for (const line of this.lines) {
      line.points.slice(1).forEach((end, at) => {
        const far = away(place, line.points[at], end);
        if (far < least) [nearest, least] = [line, far];
      });
    }
    return nearest;
  }

  select(key) {
    this.selected = key;
    this.network.redraw();
  }

  // The stage is seen again: what came meanwhile is put in place.
  wake() {
    if (!this.isStale) return;
    this.isStale = false;
    this.network.redraw();
    this.view.begin();
  }

  // The nearest box in a direction from the selected one, else from the focus; undefined where none is.
  next(right, down) {
    const every = [...this.boxes.values()];
    const from = this.boxes.get(this.selected) ?? every.find((box) => box.focus);
    const others = every.filter((box) => box !== from);
    const far = (box) => {
      const along = (box.x - from.x) * right + (box.y - from.y) * down;
      const aside = Math.abs((box.x - from.x) * down) + Math.abs((box.y - from.y) * right);
      return along > 8 ? along + 2 * aside : Infinity;
    };
    const nearest = others.reduce((best, box) => (best && far(best) <= far(box) ? best : box), undefined);
    return nearest && far(nearest) < Infinity ? nearest : undefined;
  }

  drawLines(ctx) {
    const selected = this.lines.find((line) => line.key === this.selected);
    if (selected) drawHalo(ctx, selected);
    for (const line of this.lines) drawLine(ctx, line);
  }

  draw({ ctx, id }) {
    const part = this.parts.get(id);
    const marks = {
      selected: part.key === this.selected,
      fresh: this.fresh.has(part.key),
      hover: part.key && part.key === this.hovered,
    };
    const { width = 0, height = 0 } = part;
    return {
      drawNode: () => {
        ctx.translate(part.x - width / 2, part.y - height / 2);
        drawPart(ctx, part, marks);
      },
      nodeDimensions: { width, height },
    };
  }
}
