"use strict";

// The explorer without loading the page again. The server makes every state, at an address of its own; here what a step
// changes is fetched and put in place, picture, tree, table and evidence follow one selection, and what has changed is
// said. Without this the same links work.

const SELECTION = ["box", "line"];

// The names of the parameters in which two addresses differ.
function changedBetween(before, after) {
  const [one, other] = [new URLSearchParams(before), new URLSearchParams(after)];
  const told = (query, name) => query.getAll(name).sort().join("\n");
  return new Set([...one.keys(), ...other.keys()].filter((name) => told(one, name) !== told(other, name)));
}

class Explorer {
  constructor() {
    this.said = document.getElementById("explorer_said");
    this.state = this.read(document);
    this.shown = location.search;
    this.fetching = new Fetching((words) => this.say(words));
    this.panel = new Panel((from) => this.giveBack(from), (words) => this.say(words));
    this.table = new Table(document.querySelector("[data-part=table]"));
    this.tree = new Tree(document.querySelector("[data-part=tree]"), (link, at) => this.go(link.href, { at }));
    this.stage = document.querySelector(".stage");
    this.picture = new Stage({
      choose: (address, anchor, isQuiet) => this.go(address, { anchor, isQuiet }),
      enter: () => this.panel.enter(),
      renew: () => this.go(location.href, { isRenewed: true }),
    });
    this.canvas = this.picture.canvas;
    this.trail = new Trail(() => this.place());
    this.tree.refresh(this.state.selected);
    this.canvas.show(this.state.canvas);
    this.canvas.select(this.state.selected);
    if (this.trail.before) this.restore(this.trail.before);
    document.addEventListener("click", (event) => this.click(event));
    document.addEventListener("submit", (event) => this.submit(event));
    window.addEventListener("popstate", (event) => this.pop(event.state?.step));
  }

  read(page) {
    return JSON.parse(page.getElementById("explorer_data").dataset.state);
  }

  click(event) {
    const link = event.target.closest("a[href]");
    const isOwn = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!link || isOwn || event.defaultPrevented) return;
    const address = new URL(link.getAttribute("href"), location.href);
    if (address.pathname !== location.pathname) return;
    if (address.search === location.search && address.hash) {
      if (address.hash === "#evidence") this.panel.open();
      // The browser jumps within the page.
      if (!link.dataset.at) return this.trail.leave();
    }
    event.preventDefault();
    this.go(address.href, { at: link.dataset.at, anchor: link.dataset.anchor });
  }

  submit(event) {
    const address = new URL(event.target.action);
    if (event.defaultPrevented || event.target.method !== "get" || address.pathname !== location.pathname) return;
    event.preventDefault();
    address.search = new URLSearchParams(new FormData(event.target, event.submitter));
    // Its button is found again by the form, which has been sent anew.
    this.go(address.href, { at: `#${CSS.escape(event.target.id)} [type=submit]` });
  }

  pop(step) {
    if (step === undefined) {
      this.trail.adopt();
    } else if (location.search === this.shown) {
      this.fetching.leave();
      this.restore(this.trail.arrive(step));
    } else {
      this.trail.leave();
      this.go(location.href, { step });
    }
  }

  // Go to another state of the same page. `at` names the link that was followed, `anchor` the box that is to stay in its
  // place, `step` the step of the history that the browser has gone to already. A quiet choice opens no evidence.
  async go(address, { at = "", anchor = "", step = null, isQuiet = false, isRenewed = false } = {}) {
    const target = new URL(address, location.href);
    if (step === null) this.carry(target);
    const isChoice = step === null && target.hash === "#evidence" && !isQuiet;
    const from = this.remember(document.activeElement);
    const changed = changedBetween(this.shown, target.search);
    const parts = isRenewed ? "all" : this.needed(changed);
    if (!parts) this.fetching.leave();
    const again = () => (step === null ? this.go(address, { at, anchor, isQuiet, isRenewed }) : this.trail.redo(step));
    const found = parts ? await this.fetching.get(this.part(target, parts), again) : {};
    if (found === null && step !== null) this.trail.undo(step);
    if (!found) return;
    this.lead(target, found.address);
    const isOther = target.search !== this.shown;
    this.trail.leave();
    if (isChoice) this.panel.open();
    this.put(found.page, target, anchor, changed);
    if (step !== null) this.restore(this.trail.arrive(step));
    else if (isOther) this.trail.push(target.pathname + target.search);
    if (step === null) this.focus(at, isChoice, from);
  }

  // Which parts have to be fetched where these parameters change; the empty string where everything is here.
  needed(changed) {
    const isOnly = (...names) => [...changed].every((name) => names.includes(name));
    const sorts = this.table.isWhole ? ["sort"] : [];
    if (isOnly(...sorts)) return "";
    return isOnly(...SELECTION, ...sorts) && !this.picture.isPlain ? "evidence" : "all";
  }

  part(target, parts) {
    const address = new URL(target.pathname + target.search, target.origin);
    address.searchParams.set("parts", parts);
    return address;
  }

  // The server may have led elsewhere, as it does with a form.
  lead(target, address) {
    if (!address) return;
    address.searchParams.delete("parts");
    target.search = address.search;
  }

  // What was selected or sorted without the whole page being sent anew holds for the links that were sent before.
  carry(target) {
    const query = new URLSearchParams(this.shown);
    const kept = [...(target.hash === "#evidence" ? [] : SELECTION), ...(target.hash === "#table" ? [] : ["sort"])];
    for (const name of kept) {
      if (query.get(name)) target.searchParams.set(name, query.get(name));
      else target.searchParams.delete(name);
    }
  }

  put(page, target, anchor, changed) {
    const before = this.state;
    const link = target.origin + target.pathname + target.search;
    this.state = { ...before, link, ...(page ? this.read(page) : {}) };
    this.shown = target.search;
    document.getElementById("explorer_address").value = this.state.link;
    const isWhole = Boolean(page?.querySelector("[data-part=tree]"));
    const top = this.picture.top;
    if (page) this.fill(page, before.selected !== this.state.selected);
    // What is opened stays in its place on the screen, whatever notice comes above the picture.
    if (anchor && this.picture.isSeen) window.scrollBy(0, this.picture.top - top);
    if (isWhole) this.takeWhole(anchor || before.selected);
    else this.mark();
    if (changed.has("sort") && this.table.isWhole) this.table.sort(target.searchParams.get("sort") || this.table.first);
    this.announce(before, changed);
  }

  fill(page, isOther) {
    if (page.title) document.title = page.title;
    const panes = this.panes();
    const scrolled = panes.map((pane) => pane.scrollTop);
    for (const part of document.querySelectorAll("[data-part]")) {
      const sent = page.querySelector(`[data-part=${part.dataset.part}]`);
      if (sent) part.replaceChildren(...sent.childNodes);
    }
    panes.forEach((pane, number) => (pane.scrollTop = number && isOther ? 0 : scrolled[number]));
  }

  takeWhole(anchor) {
    this.table.refresh();
    this.tree.refresh(this.state.selected);
    this.picture.take(this.state, anchor);
  }

  mark() {
    const { selected } = this.state;
    this.tree.mark(selected);
    this.table.mark(selected);
    this.picture.mark(selected);
    // A jump within the page is one wherever the address leads.
    for (const link of document.querySelectorAll('[data-part] a[href]:not([href^="#"])')) {
      const address = new URL(link.getAttribute("href"), location.href);
      if (address.pathname !== location.pathname) continue;
      this.carry(address);
      link.setAttribute("href", address.pathname + address.search + address.hash);
    }
  }

  // The focus stays on what was followed; it goes to the evidence where that would not be seen otherwise.
  focus(at, isChoice, from) {
    if (!at) return;
    if (isChoice && !isInSight(this.panel.head)) {
      this.panel.head.focus();
      this.panel.from = from;
      return;
    }
    const again = this.find(at) ?? this.find(`tree ${this.state.selected}`) ?? this.panel.head;
    if (again !== document.activeElement) again.focus({ preventScroll: true });
  }

  // How something that has the focus is found again when its part has been sent anew, and the finding.
  remember(element) {
    const isItem = element.getAttribute("role") === "treeitem";
    return isItem ? this.tree.key_of(element) : element.dataset.at ?? element;
  }

  find(at) {
    if (typeof at !== "string") return at?.isConnected ? at : null;
    if (at.startsWith("#")) return document.querySelector(at);
    return this.tree.item_of(at) ?? document.querySelector(`[data-at="${CSS.escape(at)}"]`);
  }

  giveBack(from) {
    const known = from instanceof Element ? this.find(from) ?? this.find(from.dataset.at) : this.find(from);
    const usable = known?.checkVisibility() && known !== document.body ? known : this.picture.main;
    usable.focus();
  }

  panes() {
    return [".explorer-tree .pane", ".explorer-evidence .pane"].map((pane) => document.querySelector(pane));
  }

  place() {
    const tops = this.panes().map((pane) => pane.scrollTop);
    return { scroll: [scrollX, scrollY], tops, sight: this.canvas.view.place };
  }

  restore(place) {
    if (!place) return;
    this.panes().forEach((pane, number) => (pane.scrollTop = place.tops[number]));
    if (place.sight) this.canvas.view.place = place.sight;
    window.scrollTo(...place.scroll);
  }

  announce(before, changed) {
    const words = [];
    if (before.drawn !== this.state.drawn) words.push(this.state.drawn);
    if (before.selected !== this.state.selected) words.push(this.state.said);
    if (changed.has("sort")) words.push(this.table.order());
    this.say(words.join(" "));
  }

  say(words) {
    this.said.textContent = words;
  }
}

const explorer = new Explorer();
