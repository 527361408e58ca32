// What is chosen, in the picture or in the words, and all that tells of it.

const REACH = 18; // a line is too thin to be met
const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const TOOLS = { "+": "in", "=": "in", "-": "out", 0: "whole" };
const MOST_TOLD = 6;

const split = (text) => (text ? text.split(" ") : []);
const several = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;

class Ties {
  constructor(drawing, sight) {
    this.sight = sight;
    this.drawing = drawing;
    this.lines = [...drawing.querySelectorAll("[data-relations]")].map((group) => this.line(group));
    this.boxes = [...drawing.querySelectorAll("[data-entity]")].map((group) => this.box(group));
    this.items = [...this.boxes, ...this.lines];
    this.lists = [...document.querySelectorAll(".sentences, tbody")].filter((list) => list.querySelector("[data-ties]"));
    this.buttons = this.lists.flatMap((list) => [...list.children].map((words) => this.button(words)).filter(Boolean));
    this.notes = new Map(this.lists.map((list) => [list, this.note(list.closest("table")?.parentElement ?? list)]));
    this.status = document.getElementById("status");
    this.told = document.getElementById("told");
    this.all = document.querySelector("[data-tool=all]");
    this.first = this.status.textContent;
    drawing.setAttribute("role", "application");
    drawing.setAttribute("aria-roledescription", "picture");
    drawing.setAttribute("aria-describedby", "picture-how");
    drawing.addEventListener("click", (event) => this.pressed(event.target));
    drawing.addEventListener("keydown", (event) => this.key(event));
    this.all.addEventListener("click", () => this.clear());
    addEventListener("keydown", (event) => event.key === "Escape" && this.chosen && this.clear());
    this.rove(this.boxes.find((box) => "focus" in box.group.dataset) ?? this.boxes[0]);
  }

  box(group) {
    const texts = [...group.querySelectorAll("text")];
    const kind = texts.pop();
    const [bold, plain] = [true, false].map((isBold) => texts.filter((text) => text.hasAttribute("font-weight") === isBold));
    const [name, long] = [bold, plain].map((lines) => lines.map((text) => text.textContent).join(" "));
    this.asButton(group, [name, long, kind.textContent].filter(Boolean).join(", "));
    // Asked for later: it is not known while the frame is not shown.
    const at = () => {
      const { width, height, x, y } = group.getBBox();
      return [x + width / 2, y + height / 2];
    };
    return { group, name, entity: group.dataset.entity, at };
  }

  line(inner) {
    const group = inner.parentElement;
    const path = inner.querySelector("path");
    for (const [name, width] of [["reach", REACH], ["halo", 9]]) {
      const wide = path.cloneNode();
      wide.removeAttribute("stroke-dasharray");
      wide.setAttribute("class", name);
      wide.setAttribute("stroke-width", width);
      inner.prepend(wide);
    }
    const { x, y } = path.getPointAtLength(path.getTotalLength() / 2);
    const { from, to, relations } = inner.dataset;
    this.asButton(group, group.getAttribute("aria-label"));
    return { group, name: group.getAttribute("aria-label"), from, to, ids: split(relations), at: () => [x, y] };
  }

  asButton(group, name) {
    const told = { role: "button", tabindex: "-1", "aria-pressed": "false", "aria-label": name };
    for (const [key, value] of Object.entries(told)) group.setAttribute(key, value);
  }

  // A sentence or a row leads to its lines, if they are drawn.
  button(words) {
    const ids = split(words.dataset.ties);
    if (!this.linesOf(ids).length) return null;
    const place = words.cells?.[0] ?? words.querySelector("p");
    const button = document.createElement("button");
    const what = document.createElement("span");
    what.className = "hidden";
    what.textContent = ` in the picture: ${words.querySelector(".text")?.textContent ?? place.textContent}`;
    button.type = "button";
    button.className = "show";
    button.setAttribute("aria-pressed", "false");
    button.append("Show", what);
    button.addEventListener("click", () => this.toggle({ by: button, ids, isSifting: false }));
    place.append(" ", button);
    return button;
  }

  // Above a list or a table, how much of it is shown, and the way back to all.
  note(list) {
    const note = document.createElement("p");
    const button = document.createElement("button");
    note.className = "sifted";
    note.hidden = true;
    button.type = "button";
    button.textContent = "Show all";
    button.addEventListener("click", () => this.clear());
    note.append(document.createElement("span"), " ", button);
    list.before(note);
    return note;
  }

  linesOf(ids) {
    return this.lines.filter((line) => line.ids.some((id) => ids.includes(id)));
  }

  pressed(target) {
    if (this.sight.isDragged) return;
    const label = target.closest("[data-label]")?.dataset.label;
    const item = this.items.find(({ group, ids }) => group.contains(target) || (label && ids?.[0] === label));
    if (item) this.choose(item);
  }

  choose(item) {
    this.rove(item);
    item.group.focus();
    const lines = item.ids ? [item] : this.lines.filter(({ from, to }) => from === item.entity || to === item.entity);
    this.toggle({ by: item.group, ids: lines.flatMap((line) => line.ids), box: item.ids ? null : item, isSifting: true });
  }

  toggle(chosen) {
    if (this.chosen?.by === chosen.by) this.clear();
    else this.show((this.chosen = chosen));
  }

  clear() {
    const isLost = document.activeElement?.matches(".sifted button, [data-tool=all]");
    this.chosen = null;
    this.show({ ids: [] });
    if (isLost) this.current.group.focus();
  }

  show({ by, ids, box, isSifting }) {
    const lines = this.linesOf(ids);
    const ends = new Set([...lines.flatMap(({ from, to }) => [from, to]), box?.entity]);
    for (const line of this.lines) line.group.classList.toggle("is-told", lines.includes(line));
    for (const one of this.boxes) one.group.classList.toggle("is-told", ends.has(one.entity));
    for (const one of [...this.items.map(({ group }) => group), ...this.buttons]) {
      one.setAttribute("aria-pressed", String(one === by));
    }
    for (const list of this.lists) this.sift(list, ids, isSifting);
    this.tell(lines, by, box);
  }

  sift(list, ids, isSifting) {
    for (const words of list.children) {
      const isTold = split(words.dataset.ties).some((id) => ids.includes(id));
      words.classList.toggle("is-told", isTold);
      words.classList.toggle("is-aside", Boolean(isSifting) && !isTold);
    }
    const all = list.children.length;
    const left = [...list.children].filter((words) => !words.classList.contains("is-aside")).length;
    const note = this.notes.get(list);
    note.hidden = left === all;
    note.firstChild.textContent = `${left} of ${all} shown.`;
    list.closest(".part").classList.toggle("is-aside", !left);
  }

  tell(lines, by, box) {
    const number = lines.flatMap((line) => line.ids).length;
    const names = lines.map((line) => line.name);
    const isOne = names.length === 1 && !box;
    const title = box ? `${several(number, "tie")} of ${box.name}` : isOne ? names[0] : several(number, "tie");
    this.status.textContent = by ? title : this.first;
    this.all.hidden = !by;
    const told = names.slice(0, MOST_TOLD);
    if (names.length > MOST_TOLD) told.push(`${names.length - MOST_TOLD} more, in the sentences below`);
    this.told.hidden = isOne || !told.length;
    this.told.replaceChildren(...told.map((words) => Object.assign(document.createElement("li"), { textContent: words })));
  }

  // One place of the picture is reached by Tab, the others from there.
  rove(item) {
    this.current?.group.setAttribute("tabindex", "-1");
    this.current = item;
    item?.group.setAttribute("tabindex", "0");
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = STEPS[event.key];
    const index = { Home: 0, End: this.items.length - 1 }[event.key];
    const next = step ? this.next(...step) : this.items[index];
    if (next) {
      this.rove(next);
      next.group.focus();
    } else if (event.key === "Enter" || event.key === " ") this.choose(this.current);
    else if (!step && !this.sight.does(TOOLS[event.key])) return;
    event.preventDefault();
  }

  // What is nearest in a direction, rather ahead than aside.
  next(right, down) {
    const [x, y] = this.current.at();
    const ways = this.items.map((item) => {
      const by = [item.at()[0] - x, item.at()[1] - y];
      const ahead = by[0] * right + by[1] * down;
      return { item, ahead, far: ahead + 2 * (Math.abs(by[0] * down) + Math.abs(by[1] * right)) };
    });
    return ways.filter(({ ahead }) => ahead > 1).sort((one, other) => one.far - other.far)[0]?.item;
  }
}
