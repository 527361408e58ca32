"use strict";

// The steps of the browser's history, each with its place: what was scrolled to, and how the picture was looked at.

class Trail {
  // `look` gives the place now, as plain values.
  constructor(look) {
    this.look = look;
    this.places = new Map();
    this.step = history.state?.step ?? 0;
    // The browser would scroll before what is scrolled to has come.
    history.scrollRestoration = "manual";
    window.addEventListener("pagehide", () => history.replaceState({ step: this.step, place: look() }, ""));
    if (!history.state) history.replaceState({ step: this.step }, "");
  }

  // Where somebody was when this page was last left.
  get before() {
    return history.state?.place;
  }

  // Keep the place of the step that is about to be left.
  leave() {
    this.places.set(this.step, this.look());
  }

  push(address) {
    this.step += 1;
    history.pushState({ step: this.step }, "", address);
  }

  // The browser has made a step of its own: a jump within the page.
  adopt() {
    this.step += 1;
    history.replaceState({ step: this.step }, "");
  }

  // The place of a step that has been gone back or forward to; undefined where it is not known.
  arrive(step) {
    this.step = step;
    return this.places.get(step) ?? history.state?.place;
  }

  // Go from where the address is to where the page is, and the other way round.
  undo(step) {
    history.go(this.step - step);
  }

  redo(step) {
    history.go(step - this.step);
  }
}
