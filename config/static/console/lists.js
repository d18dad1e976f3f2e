// Where a page names the list it belongs to, the link leads to that list as it was left: with its
// search, filters, order and page.
"use strict";

{
  const left = (path) => `list ${path}`;

  const leadBack = (link, given) => {
    const isAbove = link.pathname !== location.pathname && location.pathname.startsWith(link.pathname);
    if (isAbove && !link.search) {
      link.search = given ?? sessionStorage.getItem(left(link.pathname)) ?? "";
    }
  };

  document.addEventListener("DOMContentLoaded", () => {
    if (document.body.classList.contains("change-list")) {
      sessionStorage.setItem(left(location.pathname), location.search);
    }
    const given = new URLSearchParams(location.search).get("_changelist_filters");
    document.querySelectorAll("h1 a[href]").forEach((link) => leadBack(link, given));
  });
}
