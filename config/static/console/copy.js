// A field that is there to be copied gets a button that does it, and is selected by a click; one that
// is there to be printed gets another. Their texts are in the field's data-copy, data-copied and data-print.
"use strict";

function addButton(field, label, act) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "border border-base-200 font-medium me-2 mt-2 px-3 py-2 rounded-default dark:border-base-700";
  button.textContent = label;
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", () => act(button));
  field.after(button);
}

function addButtons(field) {
  field.addEventListener("focus", () => field.select());
  if ("print" in field.dataset) {
    addButton(field, field.dataset.print || "Print", () => window.print());
  }
  if (navigator.clipboard) {
    addButton(field, field.dataset.copy || "Copy", async (button) => {
      await navigator.clipboard.writeText(field.value);
      button.textContent = field.dataset.copied || "Copied";
    });
  }
}

document.querySelectorAll("[data-copy]").forEach(addButtons);
