"use strict";

// The evidence beside the picture: it can be closed, and gives the focus back to where it came from.

function isInSight(element) {
  const { top, bottom, height } = element.getBoundingClientRect();
  return height > 0 && top >= 0 && bottom <= window.innerHeight;
}

class Panel {
  // `back` is called with what `from` holds, to give the focus back; `say` with what is to be announced.
  constructor(back, say) {
    this.back = back;
    this.say = say;
    this.from = null;
    this.whole = document.querySelector(".explorer");
    this.aside = document.getElementById("evidence");
    this.aside.querySelector(".panel-close").addEventListener("click", () => this.close());
    this.aside.addEventListener("focusin", ({ relatedTarget: from }) => {
      if (from && !this.aside.contains(from)) this.from = from;
    });
    this.whole.addEventListener("keydown", (event) => this.key(event));
  }

  get head() {
    return document.getElementById("evidence_head");
  }

  get isOpen() {
    return !this.aside.hidden;
  }

  key(event) {
    const isMeant = this.aside.contains(event.target) || isInSight(this.head);
    if (event.key !== "Escape" || event.defaultPrevented || !this.isOpen || !isMeant) return;
    event.preventDefault();
    this.close();
  }

  open() {
    this.aside.hidden = false;
    this.whole.classList.remove("without-evidence");
  }

  // Lead to the first thing that can be done there.
  enter() {
    this.open();
    (this.aside.querySelector("[data-part] .doors a") ?? this.head).focus();
  }

  close() {
    const isInside = this.aside.contains(document.activeElement);
    this.aside.hidden = true;
    this.whole.classList.add("without-evidence");
    this.say("Evidence closed.");
    if (isInside) this.back(this.from);
  }
}
