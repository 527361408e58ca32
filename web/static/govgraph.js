"use strict";

// Copying, on the pages that offer it.

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
