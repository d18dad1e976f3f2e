// The search of the whole console: Ctrl+K opens its window, arrow keys go through what is found.
// Nothing that is typed or found is kept.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const dialog = document.getElementById("console-search");
  if (!dialog) {
    return;
  }
  const input = dialog.querySelector("input");
  const results = dialog.querySelector(".search-results");
  let asked = null;
  let shown = null; // the text whose results are shown
  let waiting = 0;

  const show = (text) => {
    const line = document.createElement("p");
    line.className = "search-said";
    line.setAttribute("role", "status");
    line.textContent = text;
    results.replaceChildren(line);
  };

  const ask = async () => {
    window.clearTimeout(waiting);
    asked?.abort();
    asked = new AbortController();
    const { signal } = asked;
    const text = input.value.trim();
    try {
      const answer = await fetch(
        `${dialog.dataset.address}?${new URLSearchParams({ s: text })}`,
        { signal, headers: { "X-Results-Alone": "1" } },
      );
      // Who is signed out is led to the sign-in.
      if (answer.redirected) {
        show(dialog.dataset.signedOut);
      } else if (answer.ok) {
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        if (!signal.aborted) {
          results.replaceChildren(...page.body.childNodes);
          shown = text;
        }
      } else {
        show(dialog.dataset.failed);
      }
    } catch {
      if (!signal.aborted) {
        show(dialog.dataset.failed);
      }
    }
  };

  const open = () => {
    if (!dialog.open) {
      dialog.showModal();
      input.focus();
      input.select();
      ask();
    }
  };

  // The links are reached by arrows as well as by Tab; above the first one is what was typed.
  const go = (event) => {
    const stops = [input, ...results.querySelectorAll("a")];
    const here = stops.indexOf(document.activeElement);
    const next = { ArrowDown: here + 1, ArrowUp: here - 1 }[event.key];
    if (next !== undefined && here >= 0) {
      event.preventDefault();
      stops[Math.min(Math.max(next, 0), stops.length - 1)].focus();
    } else if (here > 0 && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
      input.focus(); // typing goes on where it began
    }
  };

  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k") {
      event.preventDefault();
      open();
    }
  });
  document.querySelectorAll("[data-opens-search]").forEach((link) => {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      open();
    });
  });
  dialog.addEventListener("keydown", (event) => {
    event.stopPropagation(); // other shortcuts are for the page beneath
    if (event.key === "Escape") {
      event.preventDefault(); // browsers would empty the box first
      dialog.close();
    }
    go(event);
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || event.target.closest(".search-close")) {
      dialog.close();
    }
  });
  dialog.addEventListener("close", () => {
    window.clearTimeout(waiting);
    asked?.abort();
    results.replaceChildren();
    shown = null;
  });
  input.addEventListener("input", () => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(ask, 150);
  });
  // Enter opens the first of what is found for this very text.
  dialog.querySelector("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    if (shown !== input.value.trim()) {
      await ask();
    }
    results.querySelector("a")?.click();
  });
});
