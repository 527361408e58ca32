"use strict";

// One step fetched at a time: after a moment it is said that it goes on, with a button that stops it; what went wrong is
// told in words, with a button that tries again. Whoever asks learns how it ended, and changes nothing before.

const PATIENCE = 300; // milliseconds without a word
const STAYED = "Nothing has changed here.";

class Fetching {
  // `say` is called with what is to be announced.
  constructor(say) {
    this.say = say;
    this.current = null;
    this.whole = document.querySelector(".explorer");
    this.progress = document.getElementById("explorer_progress");
    this.trouble = document.getElementById("explorer_trouble");
    this.progress.querySelector("button").addEventListener("click", () => this.stop());
    this.trouble.querySelector("[data-does=again]").addEventListener("click", () => this.again());
    this.trouble.querySelector("[data-does=close]").addEventListener("click", () => this.clear());
    document.addEventListener("keydown", (event) => this.key(event), { capture: true });
  }

  key(event) {
    const isShown = !this.progress.hidden || !this.trouble.hidden;
    if (event.key !== "Escape" || !isShown) return;
    event.preventDefault();
    event.stopPropagation();
    if (this.progress.hidden) this.clear();
    else this.stop();
  }

  // The page at an address and where it came from in the end; null where it was stopped or did not come, undefined where
  // another step was asked for meanwhile.
  async get(address, again) {
    this.leave();
    this.hide();
    const asked = (this.current = new AbortController());
    this.from = document.activeElement;
    this.timer = setTimeout(() => this.show(), PATIENCE);
    this.whole.setAttribute("aria-busy", "true");
    try {
      const found = await this.read(address, asked.signal);
      return asked === this.current ? found : undefined;
    } catch (error) {
      if (asked !== this.current) return undefined;
      if (asked.signal.aborted) this.say(`Stopped. ${STAYED}`);
      else this.tell(error, again);
      return null;
    } finally {
      if (asked === this.current) this.end();
    }
  }

  async read(address, signal) {
    const response = await fetch(address, { signal, headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    if (response.ok && page.getElementById("explorer_data")) return { page, address: new URL(response.url) };
    const words = page.querySelector("main .lead")?.textContent ?? `The server answered with status ${response.status}.`;
    // What was asked for wrongly is as wrong a second time.
    throw Object.assign(new Error(words), { isFinal: response.status >= 400 && response.status < 500 });
  }

  show() {
    this.progress.hidden = false;
    this.say("Still working. Escape stops it.");
  }

  // The step that is on its way is asked for no longer; nobody is told.
  leave() {
    const { current } = this;
    this.current = null;
    current?.abort();
    this.end();
  }

  stop() {
    this.current?.abort();
  }

  end() {
    clearTimeout(this.timer);
    this.whole.removeAttribute("aria-busy");
    const isInside = this.progress.contains(document.activeElement);
    this.progress.hidden = true;
    if (isInside) this.giveBack();
  }

  tell(error, retry) {
    // What the browser says of a server that it cannot reach means nothing to a person.
    const words = error instanceof TypeError ? "The server cannot be reached." : error.message;
    this.retry = retry;
    this.trouble.querySelector("p").textContent = `${words} ${STAYED}`;
    this.trouble.hidden = false;
    const [again, close] = this.trouble.querySelectorAll("[data-does]");
    again.hidden = Boolean(error.isFinal);
    (again.hidden ? close : again).focus();
  }

  again() {
    this.clear();
    this.retry();
  }

  clear() {
    this.hide();
    this.giveBack();
  }

  hide() {
    this.trouble.hidden = true;
  }

  giveBack() {
    if (this.from?.isConnected) this.from.focus({ preventScroll: true });
  }
}
