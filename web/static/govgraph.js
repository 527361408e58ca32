"use strict";

// Two conveniences; every page works without them: suggestions while one types (the combobox of the ARIA Authoring
// Practices, list autocomplete with manual selection), and copying.

const WAIT = 120; // milliseconds after the last key before suggestions are asked for

class Combobox {
  constructor(input, number) {
    this.input = input;
    this.asked = 0;
    this.active = -1;
    this.list = document.createElement("ul");
    this.list.id = `suggestions_${number}`;
    this.list.className = "suggestions";
    this.list.hidden = true;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", "Suggestions");
    this.status = document.createElement("span");
    this.status.className = "hidden";
    this.status.setAttribute("role", "status");
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", this.list.id);
    input.after(this.list, this.status);
    input.addEventListener("input", () => this.soon());
    input.addEventListener("keydown", (event) => this.key(event));
    input.addEventListener("blur", () => this.close());
    // A press that moved the focus would close the list before the click arrives.
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => this.choose(event.target.closest("[role=option]")));
  }

  soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), WAIT);
  }

  async ask() {
    const text = this.input.value.trim();
    const number = ++this.asked;
    if (!text) {
      this.close();
      return;
    }
    let found = [];
    try {
      const response = await fetch(`${this.input.dataset.suggest}?${new URLSearchParams({ text })}`);
      found = response.ok ? (await response.json()).suggestions : [];
    } catch {
      // Without the server there are no suggestions; the form still says what is wrong when it is sent.
    }
    if (number === this.asked && document.activeElement === this.input) this.show(found);
  }

  show(found) {
    this.active = -1;
    this.input.removeAttribute("aria-activedescendant");
    this.list.replaceChildren(...found.map((one, index) => this.option(one, index)));
    this.open(found.length > 0);
    this.status.textContent = found.length ? `${found.length} suggestions` : "No suggestion";
  }

  option(one, index) {
    const item = document.createElement("li");
    item.id = `${this.list.id}_${index}`;
    item.dataset.value = one.value;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    item.append(one.name);
    const what = document.createElement("span");
    what.className = "what";
    what.textContent = one.also ? `${one.kind}, also ${one.also}` : one.kind;
    item.append(what);
    return item;
  }

  key(event) {
    const options = this.list.children.length;
    const isOpen = !this.list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!isOpen) {
        this.ask();
        return;
      }
      const step = event.key === "ArrowDown" ? 1 : -1;
      this.move(this.active < 0 && step < 0 ? options - 1 : (this.active + step + options) % options);
    } else if (event.key === "Enter" && isOpen && this.active >= 0) {
      event.preventDefault();
      this.choose(this.list.children[this.active]);
    } else if (event.key === "Escape") {
      if (isOpen) event.preventDefault();
      this.close();
    } else if (event.key === "Tab" && isOpen && this.active >= 0) {
      this.choose(this.list.children[this.active]);
    }
  }

  move(index) {
    this.list.children[this.active]?.setAttribute("aria-selected", "false");
    this.active = index;
    const option = this.list.children[index];
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", option.id);
  }

  choose(option) {
    if (!option) return;
    this.input.value = option.dataset.value;
    this.close();
  }

  open(isOpen) {
    this.list.hidden = !isOpen;
    this.input.setAttribute("aria-expanded", String(isOpen));
  }

  close() {
    clearTimeout(this.timer);
    this.asked += 1;
    this.active = -1;
    this.input.removeAttribute("aria-activedescendant");
    this.open(false);
  }
}

async function copyFrom(button) {
  const field = document.getElementById(button.dataset.copy);
  const said = button.closest("[data-copy-root]").querySelector(".copied");
  try {
    await navigator.clipboard.writeText(field.value);
    said.textContent = "Copied.";
  } catch {
    // Pages that are not served over https may not write to the clipboard: leave the text selected instead.
    field.closest("details")?.setAttribute("open", "");
    field.focus();
    field.select();
    said.textContent = "Selected: copy it with Ctrl+C.";
  }
}

document.documentElement.classList.add("scripted");
document.querySelectorAll("input[data-suggest]").forEach((input, number) => new Combobox(input, number));
document.querySelectorAll("button[data-copy]").forEach((button) => button.addEventListener("click", () => copyFrom(button)));
