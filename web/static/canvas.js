"use strict";

// A picture on a canvas, drawn by vis-network at the places that the server has given: where it is looked at, what lies
// under the pointer, what is marked. Boxes, labels and signs are drawn as shapes.js says.

const NEAR = 8; // how far from a line it can still be met
const READABLE = 0.7; // the scale at which names can still be read
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
    const before = this.network && known?.get(anchor);
    // In a stage that is hidden nothing has a place.
    this.isStale = !this.stage.clientWidth;
    const at = before && !this.isStale && this.network.canvasToDOM(before);
    const scale = this.network?.getScale();
    this.fresh = new Set(known ? [...this.boxes.keys()].filter((key) => !known.has(key)) : []);
    this.hand();
    const after = at && this.boxes.get(anchor);
    if (!after) {
      if (!this.isStale) this.begin();
      return;
    }
    const middle = { x: this.stage.clientWidth / 2, y: this.stage.clientHeight / 2 };
    const position = { x: after.x + (middle.x - at.x) / scale, y: after.y + (middle.y - at.y) / scale };
    this.network.moveTo({ position, scale, animation: false });
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
    });
    this.stage.addEventListener("mouseleave", () => this.hover(""));
    // The wheel scrolls the page; it zooms where Ctrl is held, as a pinch on a trackpad does.
    this.stage.addEventListener("wheel", (event) => event.ctrlKey || event.stopPropagation(), { capture: true });
    this.network.on("beforeDrawing", (ctx) => this.drawLines(ctx));
    // A stage that has become wider shows more, not the same larger.
    this.network.on("resize", () => {
      const scale = this.network.getScale();
      queueMicrotask(() => this.network.moveTo({ scale, animation: false }));
    });
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
    this.begin();
  }

  // How the picture is looked at, and to look at it so again; null where it is not seen.
  sight() {
    return this.stage.clientWidth ? { position: this.network.getViewPosition(), scale: this.network.getScale() } : null;
  }

  look(sight) {
    if (this.stage.clientWidth) this.network.moveTo({ ...sight, animation: false });
  }

  fit() {
    const { width, height } = this.data;
    this.network.moveTo({ position: { x: width / 2, y: height / 2 }, scale: this.whole(), animation: false });
  }

  // At first the whole picture, or as much of it around the focus as can be read.
  begin() {
    this.fit();
    const { clientWidth: width, clientHeight: height } = this.stage;
    const focus = [...this.boxes.values()].find((box) => box.focus);
    if (!focus || this.whole() >= READABLE) return;
    const inside = (middle, half, all) => (all < 2 * half ? all / 2 : Math.min(Math.max(middle, half), all - half));
    const x = inside(focus.x, width / 2 / READABLE, this.data.width);
    const y = inside(focus.y, height / 2 / READABLE, this.data.height);
    this.network.moveTo({ position: { x, y }, scale: READABLE, animation: false });
  }

  whole() {
    const { width, height } = this.data;
    return Math.min(this.stage.clientWidth / width, this.stage.clientHeight / height, 1);
  }

  zoom(factor) {
    const scale = Math.min(Math.max(this.network.getScale() * factor, 0.1), 4);
    this.network.moveTo({ scale, animation: false });
  }

  pan(right, down) {
    const { x, y } = this.network.getViewPosition();
    const step = 120 / this.network.getScale();
    this.network.moveTo({ position: { x: x + right * step, y: y + down * step }, animation: false });
  }

  // Bring a box into sight where it is not; nothing else moves.
  reveal(key) {
    const box = this.boxes.get(key);
    if (!box || this.isStale) return;
    const { x, y } = this.network.canvasToDOM(box);
    const isSeen = x > 0 && y > 0 && x < this.stage.clientWidth && y < this.stage.clientHeight;
    if (!isSeen) this.network.moveTo({ position: { x: box.x, y: box.y }, animation: false });
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
