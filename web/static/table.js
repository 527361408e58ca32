"use strict";

// The table: sorted at once in the order in which the server would send it, and filtered as one types.

const FOLDED = /\p{M}/gu;

// Letters without case and accents.
function plainly(text) {
  return text.normalize("NFD").replace(FOLDED, "").toLowerCase();
}

class Table {
  constructor(part) {
    this.part = part;
    this.filter = document.getElementById("table_filter");
    this.count = document.getElementById("table_count");
    this.filter.addEventListener("input", () => this.sift());
    this.filter.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.clear(event);
      // It is no form: what is typed is used already.
      if (event.key === "Enter") event.preventDefault();
    });
    this.refresh();
  }

  // Take what the server has sent.
  refresh() {
    this.table = this.part.querySelector("table");
    this.rows = [...this.table.tBodies[0].rows];
    this.words = new Map(this.rows.map((row) => [row, plainly(row.textContent)]));
    this.sift();
  }

  // Whether all rows are here; else the server has to choose those that come first.
  get isWhole() {
    return "whole" in this.table.dataset;
  }

  // Each row has its places in the order of every column, in the order of the columns' names.
  sort(column) {
    const heads = [...this.table.querySelectorAll("th[data-column]")];
    const number = this.table.dataset.sorts.split(" ").indexOf(column);
    const place = (row) => Number(row.dataset.places.split(" ")[number]);
    this.rows.sort((one, other) => place(one) - place(other));
    this.table.tBodies[0].append(...this.rows);
    for (const head of heads) {
      if (head.dataset.column === column) head.setAttribute("aria-sort", "ascending");
      else head.removeAttribute("aria-sort");
    }
  }

  // The order of the rows without a choice.
  get first() {
    return this.table.dataset.sorts.split(" ")[0];
  }

  // How the rows are sorted, in words.
  order() {
    return `The table is sorted by ${this.table.querySelector("th[aria-sort] a").textContent.trim()}.`;
  }

  mark(selected) {
    for (const row of this.rows) {
      const isSelected = row.dataset.key === selected;
      row.classList.toggle("is-selected", isSelected);
      for (const link of row.querySelectorAll("[data-at]")) {
        const isIt = link.dataset.box === undefined ? isSelected : link.dataset.box === selected;
        if (isIt) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      }
    }
  }

  sift() {
    const wanted = plainly(this.filter.value).split(/\s+/).filter(Boolean);
    for (const row of this.rows) row.hidden = !wanted.every((word) => this.words.get(row).includes(word));
    const shown = this.rows.filter((row) => !row.hidden).length;
    this.count.textContent = wanted.length ? `${shown} of ${this.rows.length} rows` : "";
  }

  clear(event) {
    if (!this.filter.value) return;
    event.stopPropagation();
    this.filter.value = "";
    this.sift();
  }
}
