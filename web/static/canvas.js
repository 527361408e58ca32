"use strict";

// A picture on a canvas, drawn by vis-network at the places that the server has given. Boxes, labels and the signs of
// lines are drawn by the shapes below, so that they look as they do in the plain drawing.

const LOOK = {
  ink: "#1A1A1A",
  soft: "#3D3D3D",
  paper: "#FFFFFF",
  focusFill: "#E7EDF3",
  focusLine: "#12436D",
  chipLine: "#8296AB",
  disputed: "#F46A25",
  selected: "#C2410C",
  fresh: "#28A197",
  font: "'Source Sans 3', 'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif",
};
const CUT = 14;
const STACK = 6;
const RING = 5;
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
    tooltipDelay: 1e9,
  },
  nodes: { borderWidth: 0, chosen: false },
  edges: { smooth: false, chosen: false, hoverWidth: 0, selectionWidth: 0 },
};

const SHAPES = {
  rectangle: (ctx, w, h) => ctx.rect(0, 0, w, h),
  rounded: (ctx, w, h) => ctx.roundRect(0, 0, w, h, 12),
  pill: (ctx, w, h) => ctx.roundRect(0, 0, w, h, Math.min(h / 2, 22)),
  cut: (ctx, w, h) => trace(ctx, [[0, 0], [w - CUT, 0], [w, CUT], [w, h], [CUT, h], [0, h - CUT]]),
  document: (ctx, w, h) => trace(ctx, [[0, 0], [w - CUT, 0], [w, CUT], [w, h], [0, h]]),
};

function trace(ctx, points) {
  points.forEach(([x, y], index) => (index ? ctx.lineTo(x, y) : ctx.moveTo(x, y)));
  ctx.closePath();
}

// All that is seen of the data of a picture: addresses change with every step.
function seen(data) {
  return JSON.stringify(data, (name, value) => (name === "address" ? undefined : value));
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
  }

  place(anchor) {
    const { data, known } = this;
    const before = this.network && known?.get(anchor);
    const at = before && this.network.canvasToDOM(before);
    const scale = this.network?.getScale();
    this.fresh = new Set(known ? [...this.boxes.keys()].filter((key) => !known.has(key)) : []);
    const nodes = data.nodes.map(({ id, x, y, shape, fixed, physics }) => ({
      id, x, y, shape, fixed, physics, size: reach(this.parts.get(id)), ctxRenderer: (given) => this.draw(given),
    }));
    const edges = data.edges.map((edge, id) => ({
      id, from: edge.from, to: edge.to, width: edge.width, dashes: edge.dashes, color: { color: edge.color },
    }));
    if (this.network) {
      this.network.setData({ nodes, edges });
    } else {
      this.network = new vis.Network(this.stage, { nodes, edges }, OPTIONS);
      this.listen();
    }
    const after = at && this.boxes.get(anchor);
    if (!after) {
      this.begin();
      return;
    }
    const middle = { x: this.stage.clientWidth / 2, y: this.stage.clientHeight / 2 };
    const position = { x: after.x + (middle.x - at.x) / scale, y: after.y + (middle.y - at.y) / scale };
    this.network.moveTo({ position, scale, animation: false });
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
      this.stage.style.cursor = this.address({ DOM, canvas }) ? "pointer" : "grab";
      this.hover(this.under(canvas)?.key ?? "");
    });
    this.stage.addEventListener("mouseleave", () => this.hover(""));
    // The wheel scrolls the page; it zooms where Ctrl is held, as a pinch on a trackpad does.
    this.stage.addEventListener("wheel", (event) => event.ctrlKey || event.stopPropagation(), { capture: true });
    this.network.on("beforeDrawing", (ctx) => this.halo(ctx));
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
  address({ DOM, canvas }) {
    const part = this.under(canvas);
    if (part?.part === "box") {
      const [x, y] = [canvas.x - part.x + part.width / 2, canvas.y - part.y + part.height / 2];
      const chip = part.chips.find(
        ({ left, top, width, height }) => x >= left && x <= left + width && y >= top && y <= top + height,
      );
      return chip ? chip.address : part.address;
    }
    if (part) return this.data.lines[part.line].address;
    const edge = this.data.edges[this.network.getEdgeAt(DOM)];
    return edge ? this.data.lines[edge.line].address : "";
  }

  select(key) {
    this.selected = key;
    this.network.redraw();
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
    if (!box) return;
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

  halo(ctx) {
    const number = this.data.lines.findIndex((line) => line.key === this.selected);
    if (number < 0) return;
    ctx.save();
    Object.assign(ctx, { strokeStyle: LOOK.selected, lineWidth: 9, lineCap: "round", globalAlpha: 0.45 });
    for (const edge of this.data.edges.filter((one) => one.line === number)) {
      const [start, end] = [this.parts.get(edge.from), this.parts.get(edge.to)];
      ctx.beginPath();
      ctx.moveTo(start.x, start.y);
      ctx.lineTo(end.x, end.y);
      ctx.stroke();
    }
    ctx.restore();
  }

  draw({ ctx, id }) {
    const part = this.parts.get(id);
    const draw = { box: drawBox, sign: drawSign, label: drawLabel }[part.part];
    const marks = { selected: part.key === this.selected, fresh: this.fresh.has(part.key), hover: part.key && part.key === this.hovered };
    return {
      drawNode: () => {
        if (!draw) return;
        ctx.translate(part.x - (part.part === "sign" ? 0 : part.width / 2), part.y - (part.part === "sign" ? 0 : part.height / 2));
        draw(ctx, part, marks);
      },
      nodeDimensions: { width: part.width ?? 0, height: part.height ?? 0 },
    };
  }
}

function drawBox(ctx, box, { selected, fresh, hover }) {
  if (selected || fresh) {
    Object.assign(ctx, { strokeStyle: selected ? LOOK.selected : LOOK.fresh, lineWidth: 3 });
    ctx.beginPath();
    ctx.roundRect(-RING, -RING, box.width + 2 * RING, box.height + 2 * RING, 12);
    ctx.stroke();
  }
  ctx.fillStyle = box.focus ? LOOK.focusFill : LOOK.paper;
  ctx.strokeStyle = box.focus || hover ? LOOK.focusLine : LOOK.soft;
  ctx.lineWidth = box.focus || hover ? 2.5 : 1.25;
  ctx.lineJoin = "round";
  const extra = box.form === "stack" ? STACK : 0;
  for (const step of extra ? [STACK, STACK / 2, 0] : [0]) {
    ctx.beginPath();
    if (extra) ctx.rect(step, step, box.width - extra, box.height - extra);
    else (SHAPES[box.form] ?? SHAPES.rectangle)(ctx, box.width, box.height);
    ctx.fill();
    ctx.stroke();
  }
  if (box.form === "document") {
    ctx.beginPath();
    trace(ctx, [[box.width - CUT, 0], [box.width - CUT, CUT], [box.width, CUT]]);
    ctx.stroke();
  }
  drawWords(ctx, box, (box.width - extra) / 2);
  for (const chip of box.chips) drawChip(ctx, chip);
}

function drawWords(ctx, box, middle) {
  let y = 10;
  const put = (words, font, line, base, colour) => {
    Object.assign(ctx, { font: `${font} ${LOOK.font}`, fillStyle: colour, textAlign: "center", textBaseline: "alphabetic" });
    ctx.fillText(words, middle, y + base);
    y += line;
  };
  for (const words of box.bold) put(words, "700 15px", 18, 14, LOOK.ink);
  for (const words of box.plain) put(words, "400 13px", 16, 12, LOOK.ink);
  put(box.kind, "400 11px", 18, 14, LOOK.soft);
}

function drawChip(ctx, chip) {
  Object.assign(ctx, { fillStyle: LOOK.paper, strokeStyle: LOOK.chipLine, lineWidth: 1 });
  ctx.beginPath();
  ctx.roundRect(chip.left, chip.top, chip.width, chip.height, chip.height / 2);
  ctx.fill();
  ctx.stroke();
  Object.assign(ctx, { font: `400 12px ${LOOK.font}`, fillStyle: LOOK.focusLine, textAlign: "center" });
  ctx.fillText(chip.words, chip.left + chip.width / 2, chip.top + chip.height / 2 + 4);
}

function drawSign(ctx, sign) {
  Object.assign(ctx, { fillStyle: sign.color, strokeStyle: sign.color, lineWidth: sign.thick });
  ctx.beginPath();
  if (sign.head === "dot") ctx.arc(0, 0, 4, 0, 2 * Math.PI);
  else sign.points.forEach(([x, y], index) => (index ? ctx.lineTo(x, y) : ctx.moveTo(x, y)));
  if (sign.head === "open") ctx.stroke();
  else ctx.fill();
}

function drawLabel(ctx, label) {
  ctx.fillStyle = LOOK.paper;
  ctx.fillRect(0, 0, label.width, label.height);
  Object.assign(ctx, { font: `400 12px ${LOOK.font}`, textAlign: "center", textBaseline: "alphabetic" });
  label.words.forEach((words, index) => {
    const y = index * 15 + 11;
    let x = label.width / 2;
    if (words === "disputed") {
      drawDisputed(ctx, x - ctx.measureText(words).width / 2 - 2, y - 4);
      x += 8;
    }
    ctx.fillStyle = LOOK.ink;
    ctx.fillText(words, x, y);
  });
}

function drawDisputed(ctx, x, y) {
  Object.assign(ctx, { fillStyle: LOOK.disputed, strokeStyle: LOOK.ink, lineWidth: 1 });
  ctx.beginPath();
  ctx.arc(x, y, 6.5, 0, 2 * Math.PI);
  ctx.fill();
  ctx.stroke();
  ctx.save();
  Object.assign(ctx, { font: `700 11px ${LOOK.font}`, fillStyle: LOOK.ink });
  ctx.fillText("!", x, y + 4);
  ctx.restore();
}
