// How the picture is looked at: how large it is in its stage, and which part of it is seen.

const ALL = 0.6; // the smallest scale at which all of it is shown at first
const READABLE = 0.75; // that at which a part is: names, of 13 pixels, are nearly 10 high
const STEP = 1.25;
const AIR = 16; // the padding of the stage
const DRAGGED = 4; // pixels from which a press is no longer a choice

class Sight {
  constructor(stage, drawing) {
    this.stage = stage;
    this.drawing = drawing;
    this.size = { width: drawing.viewBox.baseVal.width, height: drawing.viewBox.baseVal.height };
    this.scale = 1;
    this.listen();
    this.begin();
    addEventListener("resize", () => this.isTouched || this.begin());
  }

  // At which scale all of it is seen.
  get whole() {
    // On paper the stage is as high as it needs: "none" is no number.
    const high = parseFloat(getComputedStyle(this.stage).maxHeight) || Infinity;
    const room = { width: this.stage.clientWidth - AIR, height: high - AIR };
    return Math.min(room.width / this.size.width, room.height / this.size.height, 1);
  }

  // All of it where it can be read so, else what it is about.
  begin() {
    if (this.stage.clientWidth <= AIR) return;
    this.draw(this.whole < ALL ? READABLE : this.whole);
    const focus = this.drawing.querySelector("[data-focus]")?.getBoundingClientRect();
    if (!focus) return;
    const { left, top, width, height } = this.stage.getBoundingClientRect();
    this.stage.scrollLeft += focus.left + focus.width / 2 - left - width / 2;
    this.stage.scrollTop += focus.top + focus.height / 2 - top - height / 2;
  }

  draw(scale) {
    this.scale = scale;
    for (const side of ["width", "height"]) this.drawing.setAttribute(side, this.size[side] * scale);
  }

  // What is in the middle stays there.
  zoom(scale) {
    this.isTouched = true;
    const { stage } = this;
    const before = this.scale;
    const middle = [stage.scrollLeft + stage.clientWidth / 2, stage.scrollTop + stage.clientHeight / 2];
    this.draw(Math.min(Math.max(scale, 0.2), 4));
    stage.scrollLeft = (middle[0] * this.scale) / before - stage.clientWidth / 2;
    stage.scrollTop = (middle[1] * this.scale) / before - stage.clientHeight / 2;
  }

  // Whether the name is that of something that can be done.
  does(name) {
    const { stage } = this;
    const step = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] }[name];
    if (name === "in") this.zoom(this.scale * STEP);
    else if (name === "out") this.zoom(this.scale / STEP);
    else if (name === "whole") this.zoom(this.whole);
    else if (step) stage.scrollBy((step[0] * stage.clientWidth) / 3, (step[1] * stage.clientHeight) / 3);
    else return false;
    return true;
  }

  // A mouse drags; a finger scrolls by itself.
  listen() {
    let from = null;
    this.stage.addEventListener("pointerdown", (event) => {
      this.isDragged = false;
      if (event.pointerType === "mouse" && event.button === 0) from = [event.clientX, event.clientY];
    });
    addEventListener("pointermove", (event) => {
      if (!from || !event.buttons) return;
      const by = [event.clientX - from[0], event.clientY - from[1]];
      if (!this.isDragged && Math.hypot(...by) < DRAGGED) return;
      this.isDragged = true;
      this.stage.scrollBy(-by[0], -by[1]);
      from = [event.clientX, event.clientY];
    });
    addEventListener("pointerup", () => (from = null));
  }
}
