// A field that is there to be copied gets a button that does it, and is selected by a click; one that
// is there to be printed gets another.
"use strict";

function addButton(field, label, act) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "border border-base-200 font-medium mr-2 mt-2 px-3 py-2 rounded-default dark:border-base-700";
  button.textContent = label;
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", () => act(button));
  field.after(button);
}

function addButtons(field) {
  field.addEventListener("focus", () => field.select());
  if ("print" in field.dataset) {
    addButton(field, "Print", () => window.print());
  }
  if (navigator.clipboard) {
    addButton(field, "Copy", async (button) => {
      await navigator.clipboard.writeText(field.value);
      button.textContent = "Copied";
    });
  }
}

document.querySelectorAll("[data-copy]").forEach(addButtons);
