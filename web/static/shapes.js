"use strict";

// How boxes, labels and the signs of lines look on a canvas: as they do in the plain drawing.

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
