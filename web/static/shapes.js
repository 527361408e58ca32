"use strict";

// How boxes, labels and the signs of lines look on a canvas: as they do in the plain drawing.

const LOOK = {}; // colours by what they are for, as they are seen on this page, and the type
const CUT = 14;
const STACK = 6;
const RING = 5;
const CORNER = 6;
const tints = new Map();

// What a colour of the drawing is on this page: dark pages and readers' own colours have others in their place.
function tinted(colour) {
  if (!tints.has(colour)) {
    const name = `--picture-${colour.slice(1).toLowerCase()}`;
    tints.set(colour, getComputedStyle(document.documentElement).getPropertyValue(name).trim() || colour);
  }
  return tints.get(colour);
}

function dress(look) {
  tints.clear();
  for (const [name, value] of Object.entries(look)) LOOK[name] = name === "font" ? value : tinted(value);
}

// Follow a line of right angles with soft corners.
function traceLine(ctx, points) {
  const toward = (from, to, length) => {
    const whole = Math.hypot(to.x - from.x, to.y - from.y) || 1;
    return { x: from.x + ((to.x - from.x) * length) / whole, y: from.y + ((to.y - from.y) * length) / whole };
  };
  const half = (one, other) => Math.hypot(one.x - other.x, one.y - other.y) / 2;
  ctx.beginPath();
  ctx.moveTo(points[0].x, points[0].y);
  for (let at = 1; at < points.length - 1; at += 1) {
    const [before, corner, after] = points.slice(at - 1, at + 2);
    const room = Math.min(CORNER, half(before, corner), half(corner, after));
    const [start, end] = [toward(corner, before, room), toward(corner, after, room)];
    ctx.lineTo(start.x, start.y);
    ctx.quadraticCurveTo(corner.x, corner.y, end.x, end.y);
  }
  ctx.lineTo(points.at(-1).x, points.at(-1).y);
}

function drawLine(ctx, line) {
  // Dots are dashes of no length with round ends.
  const isDotted = line.dashes && line.dashes[0] < 1;
  ctx.save();
  Object.assign(ctx, { strokeStyle: tinted(line.color), lineWidth: line.width, lineCap: isDotted ? "round" : "butt" });
  ctx.setLineDash(line.dashes || []);
  traceLine(ctx, line.points);
  ctx.stroke();
  ctx.restore();
}

function drawHalo(ctx, line) {
  ctx.save();
  Object.assign(ctx, { strokeStyle: LOOK.selected, lineWidth: 9, lineCap: "round", globalAlpha: 0.45 });
  traceLine(ctx, line.points);
  ctx.stroke();
  ctx.restore();
}

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

// Draw a box, a sign or a label with its top left corner, or of a sign its first corner, at the origin; a corner of a
// line is not seen.
function drawPart(ctx, part, marks) {
  const draw = { box: drawBox, sign: drawSign, label: drawLabel }[part.part];
  draw?.(ctx, part, marks);
}

function drawBox(ctx, box, { selected, fresh, hover }) {
  if (selected || fresh) {
    Object.assign(ctx, { strokeStyle: selected ? LOOK.selected : LOOK.fresh, lineWidth: 3 });
    ctx.beginPath();
    ctx.roundRect(-RING, -RING, box.width + 2 * RING, box.height + 2 * RING, 12);
    ctx.stroke();
  }
  ctx.fillStyle = box.focus ? LOOK.focusFill : LOOK.paper;
  ctx.strokeStyle = box.focus || hover ? LOOK.focusLine : LOOK.boxLine;
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
  Object.assign(ctx, { fillStyle: tinted(sign.color), strokeStyle: tinted(sign.color), lineWidth: sign.thick });
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
