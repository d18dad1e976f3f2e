// Long lists of checkboxes get a field that narrows them down; without scripts they are just long.
"use strict";

const LONG = 8;

function addFinder(list) {
  const choices = [...list.querySelectorAll("label")];
  const template = list.querySelector("template");
  if (choices.length < LONG || !template) {
    return;
  }
  const finder = template.content.firstElementChild.cloneNode(true);
  finder.addEventListener("input", () => {
    const wanted = finder.value.trim().toLowerCase();
    for (const choice of choices) {
      choice.hidden = !choice.textContent.toLowerCase().includes(wanted);
      choice.style.display = choice.hidden ? "none" : "";
    }
  });
  // Enter in here must not send the form.
  finder.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
    }
  });
  list.prepend(finder);
}

document.addEventListener("DOMContentLoaded", () => {
  document.querySelectorAll("[data-checkbox-list]").forEach(addFinder);
});
