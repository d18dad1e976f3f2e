// Follows background work on a page: shows it anew until it is done, then the page with its buttons.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const follow = async () => {
    const shown = document.getElementById("progress");
    if (!shown || !("atWork" in shown.dataset)) {
      return;
    }
    const answer = await fetch(window.location.href).catch(() => null);
    if (answer && answer.ok && !answer.redirected) {
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const latest = page.getElementById("progress");
      if (!latest || !("atWork" in latest.dataset)) {
        window.location.reload();
        return;
      }
      shown.replaceChildren(...latest.childNodes);
    }
    window.setTimeout(follow, 1500);
  };
  window.setTimeout(follow, 1500);
});
