"use strict";

// The nested list as a tree: the keys of the ARIA Authoring Practices' tree view, one stop for Tab, and from it the links
// of the current item. What is closed here is closed for reading only; what is opened is opened everywhere.

const SPELLING = 600; // milliseconds within which letters make one word

class Tree {
  // `follow` is called with a link that is to be followed, and the key of the item that keeps the focus.
  constructor(pane, follow) {
    this.pane = pane;
    this.follow = follow;
    this.closed = new Set();
    this.current = "";
    this.typed = "";
    pane.addEventListener("keydown", (event) => this.key(event));
    pane.addEventListener("focusin", (event) => this.enter(event.target.closest("[role=treeitem]")));
    pane.addEventListener("click", (event) => this.click(event));
  }

  // Take what the server has sent as the tree.
  refresh(selected) {
    this.root = this.pane.querySelector(".tree");
    this.root.setAttribute("role", "tree");
    this.root.setAttribute("aria-labelledby", "tree_head");
    for (const bunch of this.root.querySelectorAll(".bunch")) this.bunch(bunch);
    this.items = [...this.root.querySelectorAll(".branch")];
    for (const item of this.items) this.item(item);
    this.mark(selected);
    const known = this.item_of(this.current) ?? this.item_of(`tree ${selected}`) ?? this.items[0];
    this.enter(known);
  }

  bunch(bunch) {
    bunch.setAttribute("role", "none");
    bunch.parentElement.setAttribute("role", "none");
    const group = bunch.querySelector("ul");
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", bunch.querySelector(".bunch-head").textContent);
  }

  item(item) {
    const [twig, name] = [item.querySelector(".twig"), item.querySelector(".twig-name")];
    const said = [name, twig.querySelector(".hint"), twig.querySelector(".branch-says")];
    item.setAttribute("role", "treeitem");
    item.setAttribute("aria-label", said.filter(Boolean).map((part) => part.textContent).join(", "));
    item.tabIndex = -1;
    for (const link of twig.querySelectorAll("a")) link.tabIndex = -1;
    if (this.hasInner(item)) {
      const sign = document.createElement("span");
      sign.className = "twist";
      sign.setAttribute("aria-hidden", "true");
      twig.prepend(sign);
    }
    this.expand(item);
  }

  expand(item) {
    const isClosed = this.closed.has(this.key_of(item));
    item.classList.toggle("is-closed", isClosed && this.hasInner(item));
    if (this.hasInner(item)) item.setAttribute("aria-expanded", String(!isClosed));
    else if (this.door(item)) item.setAttribute("aria-expanded", "false");
  }

  mark(selected) {
    for (const item of this.items) {
      item.setAttribute("aria-selected", String(this.key_of(item) === `tree ${selected}`));
      item.querySelector(".twig").classList.toggle("is-selected", this.key_of(item) === `tree ${selected}`);
    }
    for (const link of this.root.querySelectorAll("[data-at]")) {
      const isSelected = [`tree ${selected}`, `line ${selected}`].includes(link.dataset.at);
      if (link.matches(".branch-says")) link.classList.toggle("is-selected", isSelected);
      if (isSelected) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }

  key_of(item) {
    return item.querySelector(".twig-name").dataset.at;
  }

  item_of(key) {
    return this.items.find((item) => this.key_of(item) === key);
  }

  hasInner(item) {
    return Boolean(item.querySelector(":scope > ul .branch"));
  }

  // The link that opens an item that has nothing beneath it: rather the way on than the way back.
  door(item) {
    const closed = [...item.querySelectorAll(":scope > .twig .doors a")].filter((link) => link.textContent.startsWith("+"));
    const onward = item.closest(".bunch")?.dataset.direction;
    return closed.find((link) => link.dataset.at.endsWith(` ${onward}`)) ?? closed[0];
  }

  seen() {
    return this.items.filter((item) => !item.parentElement.closest(".is-closed"));
  }

  // The item becomes the one that Tab leads to.
  enter(item) {
    if (!item) return;
    const before = this.item_of(this.current);
    for (const [one, stop] of [[before, -1], [item, 0]]) {
      if (!one) continue;
      one.tabIndex = stop;
      for (const link of one.querySelectorAll(":scope > .twig a:not(.twig-name)")) link.tabIndex = stop;
    }
    this.current = this.key_of(item);
  }

  focus(item) {
    if (!item) return;
    this.enter(item);
    item.focus({ preventScroll: true });
    item.querySelector(".twig").scrollIntoView({ block: "nearest" });
  }

  click(event) {
    const sign = event.target.closest(".twist");
    if (sign) this.toggle(sign.closest(".branch"));
  }

  toggle(item) {
    const key = this.key_of(item);
    if (!this.closed.delete(key)) this.closed.add(key);
    this.expand(item);
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const item = event.target.closest("[role=treeitem]");
    const isInner = event.target !== item;
    const done = { ArrowRight: () => this.right(item), ArrowLeft: () => (isInner ? this.focus(item) : this.left(item)) }[event.key];
    if (done) done();
    else if (!this.walk(event.key, item) && !this.choose(event.key, item, isInner) && !this.spell(event.key, item)) return;
    event.preventDefault();
  }

  walk(key, item) {
    const seen = this.seen();
    const at = seen.indexOf(item);
    const next = { ArrowDown: seen[at + 1], ArrowUp: seen[at - 1], Home: seen[0], End: seen.at(-1) };
    this.focus(next[key]);
    return key in next;
  }

  right(item) {
    if (item.classList.contains("is-closed")) this.toggle(item);
    else if (this.hasInner(item)) this.focus(item.querySelector(":scope > ul .branch"));
    else if (this.door(item)) this.follow(this.door(item), this.key_of(item));
  }

  left(item) {
    if (this.hasInner(item) && !item.classList.contains("is-closed")) this.toggle(item);
    else this.focus(item.parentElement.closest("[role=treeitem]"));
  }

  choose(key, item, isInner) {
    const isMeant = key === "Enter" || (key === " " && !this.typed);
    if (!isMeant || isInner) return false;
    this.follow(item.querySelector(".twig-name"), this.key_of(item));
    return true;
  }

  // The next item whose name begins with the letters that were typed.
  spell(letter, item) {
    if (letter.length !== 1) return false;
    clearTimeout(this.spelling);
    this.spelling = setTimeout(() => (this.typed = ""), SPELLING);
    this.typed += letter.toLowerCase();
    const seen = this.seen();
    const at = seen.indexOf(item) + (this.typed.length === 1 ? 1 : 0);
    const begins = (one) => one.querySelector(".twig-name").textContent.toLowerCase().startsWith(this.typed);
    this.focus([...seen.slice(at), ...seen.slice(0, at)].find(begins));
    return true;
  }
}
