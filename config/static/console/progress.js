// Follows background work on a page: shows it anew until it is done, then the page with its buttons.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const follow = async () => {
    const shown = document.getElementById("progress");
    if (!shown || !("atWork" in shown.dataset)) {
      return;
    }
    const answer = await fetch(window.location.href, { redirect: "manual" }).catch(() => null);
    if (answer && answer.type === "opaqueredirect") {
      window.location.reload(); // the session is over: the sign-in says so
      return;
    }
    if (answer && answer.ok) {
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
