"use strict";

// Copying, and waiting for what takes longer than a moment, on the pages that offer it.

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
document.querySelectorAll("button[data-copy]").forEach((button) => button.addEventListener("click", () => copyFrom(button)));
document.querySelectorAll("form[data-waiting]").forEach((form) =>
  form.addEventListener("submit", (event) => {
    const button = form.querySelector("button[type=submit]");
    // Who presses twice wants it once.
    if (button.hasAttribute("aria-disabled")) event.preventDefault();
    form.querySelector("[role=status]").textContent = form.dataset.waiting;
    button.setAttribute("aria-disabled", "true");
  }),
);
// Who comes back finds the form as it was left.
addEventListener("pageshow", () =>
  document.querySelectorAll("form[data-waiting]").forEach((form) => {
    form.querySelector("[role=status]").textContent = "";
    form.querySelector("button[type=submit]").removeAttribute("aria-disabled");
  }),
);
