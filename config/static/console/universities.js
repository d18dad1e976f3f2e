"use strict";

// The switch at the top left: the page with the list of universities, in a dialog.
addEventListener("DOMContentLoaded", () => {
  const link = document.getElementById("university-switch");
  const dialog = document.getElementById("university-dialog");
  if (!link || !dialog) return;

  // Milliseconds after the last key; and the latest search, whose answer alone is shown.
  const PAUSE = 150;
  let waiting;
  let latest = 0;

  const close = document.createElement("button");
  close.type = "button";
  close.className = "university-close material-symbols-outlined";
  close.setAttribute("aria-label", dialog.dataset.close);
  close.textContent = "close";
  close.addEventListener("click", () => dialog.close());

  async function fetched(address) {
    const answer = await fetch(address, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const list = page.getElementById("universities");
    if (!list) throw new Error(`There is no list at ${address}`);
    return list;
  }

  function address(text) {
    return text ? `${link.href}?${new URLSearchParams({ q: text })}` : link.href;
  }

  // Only what is found changes: the box, with what is being typed, stays.
  async function search(text) {
    const mine = ++latest;
    const list = await fetched(address(text));
    if (mine !== latest) return;
    for (const part of ["ul", "[role=status]"]) {
      dialog.querySelector(part).replaceWith(list.querySelector(part));
    }
  }

  function openFirst() {
    dialog.querySelector("a.university")?.click();
  }

  async function open() {
    const list = await fetched(link.href);
    dialog.replaceChildren(close, list);
    const box = list.querySelector("input");
    box.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => search(box.value.trim()), PAUSE);
    });
    list.querySelector("form").addEventListener("submit", async (event) => {
      event.preventDefault();
      clearTimeout(waiting);
      await search(box.value.trim());
      openFirst();
    });
    if (!dialog.open) dialog.showModal();
    box.focus();
  }

  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    // Where the list does not come, the page itself says why.
    open().catch(() => location.assign(link.href));
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
});
