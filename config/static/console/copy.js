// A field that is there to be copied gets a button that does it, and is selected by a click.
"use strict";

function addCopy(field) {
  field.addEventListener("focus", () => field.select());
  if (!navigator.clipboard) {
    return;
  }
  const button = document.createElement("button");
  button.type = "button";
  button.className = "border border-base-200 font-medium mt-2 px-3 py-2 rounded-default dark:border-base-700";
  button.textContent = "Copy";
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(field.value);
    button.textContent = "Copied";
  });
  field.after(button);
}

document.querySelectorAll("[data-copy]").forEach(addCopy);
