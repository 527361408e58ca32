"use strict";

// How a picture is looked at: how large, and which part of it.

const READABLE = 0.75; // the smallest scale to begin with: names, of 13 pixels, are nearly 10 high
const ASIDE = 0.2; // how far from the middle the focus may stand, as a part of the width, where that cuts fewer boxes
const EDGE = 10; // what is left free around a box at the edge

// The middle of what is seen, half of which is `half`, so that nothing beyond the picture is seen where it can be helped.
function inside(middle, half, all) {
  return all < 2 * half ? all / 2 : Math.min(Math.max(middle, half), all - half);
}

class Sight {
  constructor(canvas) {
    this.canvas = canvas;
    this.stage = canvas.stage;
  }

  get network() {
    return this.canvas.network;
  }

  // A stage that has become wider shows more, not the same larger.
  listen() {
    this.network.on("resize", () => {
      const scale = this.network.getScale();
      queueMicrotask(() => this.network.moveTo({ scale, animation: false }));
    });
  }

  move(position, scale = this.network.getScale()) {
    this.network.moveTo({ position, scale, animation: false });
  }

  // How the picture is looked at, and to look at it so again; null where it is not seen.
  get place() {
    return this.stage.clientWidth ? { position: this.network.getViewPosition(), scale: this.network.getScale() } : null;
  }

  set place({ position, scale }) {
    if (this.stage.clientWidth) this.move(position, scale);
  }

  // A box stands at a place of the stage, at a scale.
  keep(box, { x, y, scale }) {
    const { clientWidth, clientHeight } = this.stage;
    this.move({ x: box.x + (clientWidth / 2 - x) / scale, y: box.y + (clientHeight / 2 - y) / scale }, scale);
  }

  // At which scale all of it is seen.
  get whole() {
    const { width, height } = this.canvas.data;
    return Math.min(this.stage.clientWidth / width, this.stage.clientHeight / height, 1);
  }

  fit() {
    const { width, height } = this.canvas.data;
    this.move({ x: width / 2, y: height / 2 }, this.whole);
  }

  // At first the whole picture, or as much of it around the focus as can be read.
  begin() {
    const focus = [...this.canvas.boxes.values()].find((box) => box.focus);
    if (!focus || this.whole >= READABLE) this.fit();
    else this.move(this.around(focus), READABLE);
  }

  // What to look at around a box: it stands near the top, beneath those directly above it, about the middle of the width.
  around(box) {
    const { width, height } = this.canvas.data;
    const half = { x: this.stage.clientWidth / 2 / READABLE, y: this.stage.clientHeight / 2 / READABLE };
    const top = (one) => one.y - one.height / 2;
    const tops = [...this.canvas.boxes.values()].map(top).filter((one) => one < top(box));
    const first = tops.length ? Math.max(...tops) : top(box);
    const foot = box.y + box.height / 2 + EDGE;
    const y = inside(Math.max(first - EDGE, foot - 2 * half.y) + half.y, half.y, height);
    return { x: width < 2 * half.x ? width / 2 : this.fairest(box, { ...half, y }, half.y), y };
  }

  // The middle at which the fewest boxes in sight are cut at the sides; of such the one nearest to that of the box.
  fairest(box, { x: half, y }, high) {
    const seen = [...this.canvas.boxes.values()].filter((one) => Math.abs(one.y - y) < high + one.height / 2);
    const sides = (one) => [one.x - one.width / 2 - EDGE, one.x + one.width / 2 + EDGE];
    const isCut = (one, edge) => sides(one)[0] < edge - 1 && sides(one)[1] > edge + 1;
    const cuts = (x) => seen.filter((one) => isCut(one, x - half) || isCut(one, x + half)).length;
    const reach = Math.max(0, Math.min(2 * half * ASIDE, half - box.width / 2 - EDGE));
    const tries = [box.x, ...seen.flatMap((one) => sides(one).flatMap((side) => [side + half, side - half]))];
    const near = tries.filter((x) => Math.abs(x - box.x) <= reach);
    return near.reduce((best, x) => {
      const fewer = cuts(x) - cuts(best) || Math.abs(x - box.x) - Math.abs(best - box.x);
      return fewer < 0 ? x : best;
    });
  }

  zoom(factor) {
    const scale = Math.min(Math.max(this.network.getScale() * factor, 0.1), 4);
    this.network.moveTo({ scale, animation: false });
  }

  pan(right, down) {
    const { x, y } = this.network.getViewPosition();
    const step = 120 / this.network.getScale();
    this.move({ x: x + right * step, y: y + down * step });
  }

  // Bring a box into sight where it is not; nothing else moves.
  reveal(key) {
    const box = this.canvas.boxes.get(key);
    if (!box || this.canvas.isStale) return;
    const { x, y } = this.network.canvasToDOM(box);
    const isSeen = x > 0 && y > 0 && x < this.stage.clientWidth && y < this.stage.clientHeight;
    if (!isSeen) this.move({ x: box.x, y: box.y });
  }
}
