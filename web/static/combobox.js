"use strict";

// Suggestions for any field that takes a name: the combobox of the ARIA Authoring Practices (list autocomplete with
// manual selection), in groups by kind. Without it the field is a plain one, and the page that answers asks back.

const WAIT = 120; // milliseconds after the last key before suggestions are asked for

function made(tag, attributes, ...inside) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...inside);
  return element;
}

class Combobox {
  constructor(input) {
    this.input = input;
    this.asked = 0;
    this.isLate = false;
    this.options = [];
    this.active = -1;
    this.list = made("div", { id: `${input.id}_list`, class: "suggestions", role: "listbox", "aria-label": "Suggestions" });
    this.list.hidden = true;
    this.status = made("span", { class: "hidden", role: "status" });
    for (const [name, value] of Object.entries({
      role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.list.id,
    })) input.setAttribute(name, value);
    input.after(this.list, this.status);
    input.addEventListener("input", () => this.soon());
    input.addEventListener("keydown", (event) => this.key(event));
    input.addEventListener("blur", () => this.close());
    // A press that moved the focus would close the list before the click arrives.
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => this.choose(event.target.closest("[role=option]")));
  }

  get isOpen() {
    return !this.list.hidden;
  }

  soon() {
    clearTimeout(this.timer);
    this.activate(-1);
    // What is seen is not yet what was typed.
    this.isLate = true;
    this.timer = setTimeout(() => this.ask(), WAIT);
  }

  // Ask for suggestions; `then` is the number of the option that becomes the active one, -1 the last, null none.
  async ask(then = null) {
    clearTimeout(this.timer);
    const text = this.input.value.trim();
    const number = ++this.asked;
    if (!text) {
      this.close();
      return;
    }
    const address = new URL(this.input.dataset.suggest, location.href);
    address.searchParams.set("text", text);
    let found = null;
    try {
      const response = await fetch(address);
      if (response.ok) found = (await response.json()).suggestions;
    } catch {
      // Told below: the form can be sent all the same.
    }
    if (number !== this.asked || document.activeElement !== this.input) return;
    this.isLate = false;
    this.show(found ?? []);
    if (!found) this.status.textContent = "Suggestions cannot be fetched now. You can send what you have typed.";
    else if (this.isOpen && then !== null) this.activate(then < 0 ? this.options.length - 1 : then);
  }

  show(found) {
    const groups = new Map(found.map((one) => [one.group, []]));
    for (const one of found) groups.get(one.group).push(one);
    this.list.replaceChildren(...[...groups].map(([name, inside], number) => this.group(name, inside, number)));
    this.options = [...this.list.querySelectorAll("[role=option]")];
    this.options.forEach((option, number) => (option.id = `${this.list.id}_${number}`));
    this.activate(-1);
    this.open(found.length > 0);
    this.status.textContent = this.counted(found.length, groups.size);
  }

  counted(number, groups) {
    if (!number) return "No suggestions.";
    const many = groups > 1 ? ` in ${groups} groups` : "";
    return `${number === 1 ? "1 suggestion" : `${number} suggestions`}${many}. Up and down arrows choose.`;
  }

  group(name, inside, number) {
    const head = made("div", { id: `${this.list.id}_group_${number}`, class: "suggestions-head", role: "presentation" }, name);
    return made("div", { role: "group", "aria-labelledby": head.id }, head, ...inside.map((one) => this.option(one)));
  }

  option(one) {
    const what = made("span", { class: "what" }, one.kind);
    if (one.why) what.append(", ", made("b", {}, one.why));
    return made("div", { role: "option", "aria-selected": "false", "data-value": one.value }, one.name, " ", what);
  }

  key(event) {
    const { key, altKey } = event;
    if (event.ctrlKey || event.metaKey || event.isComposing) return;
    if (key === "ArrowDown" || key === "ArrowUp") {
      event.preventDefault();
      this.arrow(key === "ArrowDown", altKey);
    } else if (key === "Enter" && this.active >= 0) {
      event.preventDefault();
      this.choose(this.options[this.active]);
    } else if (key === "Tab" && this.active >= 0) {
      this.take(this.options[this.active]);
    } else if (key === "Escape" && this.isOpen) {
      // What else Escape does elsewhere on the page is not meant.
      event.preventDefault();
      event.stopPropagation();
      this.close();
    } else if (["Home", "End", "ArrowLeft", "ArrowRight"].includes(key)) {
      // They move the cursor in the field, and so lead back to it.
      this.activate(-1);
    }
  }

  arrow(isDown, isAlt) {
    if (isAlt && !isDown) this.close();
    else if (!this.isOpen || this.isLate) this.ask(isAlt ? null : isDown ? 0 : -1);
    else if (!isAlt) this.activate(this.step(isDown));
  }

  // The next option, and from the last one back to the field.
  step(isDown) {
    const last = this.options.length - 1;
    if (isDown) return this.active === last ? -1 : this.active + 1;
    return this.active < 0 ? last : this.active - 1;
  }

  activate(number) {
    this.options[this.active]?.setAttribute("aria-selected", "false");
    this.active = Math.min(number, this.options.length - 1);
    const option = this.options[this.active];
    if (!option) {
      this.input.removeAttribute("aria-activedescendant");
      return;
    }
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", option.id);
  }

  take(option) {
    if (option) this.input.value = option.dataset.value;
    this.close();
  }

  choose(option) {
    if (!option) return;
    this.take(option);
    if ("go" in this.input.dataset) this.input.form.requestSubmit();
  }

  open(isOpen) {
    this.list.hidden = !isOpen;
    this.input.setAttribute("aria-expanded", String(isOpen));
  }

  close() {
    clearTimeout(this.timer);
    this.isLate = false;
    this.asked += 1;
    this.activate(-1);
    this.open(false);
  }
}

document.querySelectorAll("input[data-suggest]").forEach((input) => new Combobox(input));
