// Tables that can be sorted, links to sources that are folded away, and what begins it all.

const AMOUNT = /^(£[\d,]+(\.\d+)?|[\d,]+)$/;
const COLLATOR = new Intl.Collator("en-GB", { numeric: true });

// Amounts by their size before all that is none; so "1.10" of a list of sources comes after "1.9".
function compared(one, other) {
  const [isOne, isOther] = [one, other].map((words) => AMOUNT.test(words));
  if (isOne !== isOther) return isOne ? -1 : 1;
  const [size, otherSize] = [one, other].map((words) => Number(words.replace(/[£,]/g, "")));
  return isOne ? size - otherSize : COLLATOR.compare(one, other);
}

function sortable(table) {
  const rows = [...table.tBodies[0].rows].map((row) => [row, [...row.cells].map((cell) => cell.textContent)]);
  if (rows.length < 2) return;
  const heads = [...table.tHead.rows[0].cells];
  for (const [column, head] of heads.entries()) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const order = head.getAttribute("aria-sort") === "ascending" ? "descending" : "ascending";
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", order);
      const turn = order === "ascending" ? 1 : -1;
      const empty = ([, words]) => Number(!words[column]);
      rows.sort((one, other) => empty(one) - empty(other) || turn * compared(one[1][column], other[1][column]));
      table.tBodies[0].append(...rows.map(([row]) => row));
      document.getElementById("sorted").textContent = `Sorted by ${button.textContent}, ${order}.`;
    });
  }
}

// By script, so that it works where the address of the page is not its own, and where the source is folded away.
function lead(event) {
  const link = event.target.closest("a[href^='#']");
  const place = link && document.getElementById(link.getAttribute("href").slice(1));
  if (!place) return;
  event.preventDefault();
  for (let part = place.closest("details"); part; part = part.parentElement.closest("details")) part.open = true;
  for (const other of document.querySelectorAll(".is-shown")) other.classList.remove("is-shown");
  place.classList.add("is-shown");
  place.focus();
  place.scrollIntoView({ block: "center" });
}

function begin() {
  for (const table of document.querySelectorAll("table")) sortable(table);
  document.addEventListener("click", lead);
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    for (const part of folded) part.open = true;
  });
  addEventListener("afterprint", () => {
    for (const part of folded) part.open = false;
  });
  // What has buttons inside can be reached without being a stop itself.
  for (const part of document.querySelectorAll(".stage, .scroll:has(button)")) part.removeAttribute("tabindex");
  const drawing = document.querySelector(".stage > svg");
  if (!drawing) return;
  for (const part of document.querySelectorAll(".tools, .told, .how")) part.hidden = false;
  const sight = new Sight(drawing.parentElement, drawing);
  new Ties(drawing, sight);
  document.querySelector(".tools").addEventListener("click", (event) => {
    sight.does(event.target.closest("button")?.dataset.tool);
  });
}

begin();
