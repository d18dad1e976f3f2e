// Each row of a matrix of checkboxes gets one more, which ticks or clears the whole row.
"use strict";

function addWholeRow(row, text) {
  const boxes = [...row.querySelectorAll("input[type=checkbox]:enabled")];
  const cell = row.lastElementChild.cloneNode(false);
  if (boxes.length > 1) {
    const all = boxes[0].cloneNode(false);
    all.removeAttribute("name");
    all.removeAttribute("value");
    all.id = `${boxes[0].id}_row`;
    all.setAttribute("aria-label", `${row.firstElementChild.textContent.trim()}: ${text}`);
    const follow = () => {
      const ticked = boxes.filter((box) => box.checked).length;
      all.checked = ticked === boxes.length;
      all.indeterminate = ticked > 0 && ticked < boxes.length;
    };
    all.addEventListener("change", () => {
      boxes.forEach((box) => { box.checked = all.checked; });
    });
    row.addEventListener("change", follow);
    follow();
    cell.append(all);
  }
  row.append(cell);
}

function addWholeRows(table) {
  if (!table.querySelector("input[type=checkbox]:enabled")) {
    return;
  }
  const header = table.tHead.rows[0];
  const column = header.lastElementChild.cloneNode(false);
  column.textContent = table.dataset.column;
  header.append(column);
  [...table.tBodies[0].rows].forEach((row) => addWholeRow(row, table.dataset.row));
}

document.addEventListener("DOMContentLoaded", () => {
  document.querySelectorAll("[data-matrix]").forEach(addWholeRows);
});
