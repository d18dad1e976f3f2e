// Keeps what is typed: a form that meets the sign-in in place of its page is filled again afterwards,
// for the same person in the same university, and is sent once however often its button is pressed.
// It is kept in this tab alone (sessionStorage), without any secret.
"use strict";

(() => {
  const PLACE = "console.kept";
  const HOURS = 12;
  const SECRETS = /pass|secret|token|otp|key|pin$|recovery|(?<!programme_)code/i;
  const about = document.currentScript.dataset;

  const read = () => {
    try {
      const draft = JSON.parse(sessionStorage.getItem(PLACE));
      return draft && Date.now() - draft.at < HOURS * 3600 * 1000 ? draft : null;
    } catch {
      return null;
    }
  };
  const forget = () => sessionStorage.removeItem(PLACE);
  const write = (draft) => {
    try {
      sessionStorage.setItem(PLACE, JSON.stringify(draft));
    } catch {
      forget(); // no room: then nothing is kept
    }
  };

  // A field is left out where it holds a secret, or may: unless it says that it does not.
  const saysNone = (field) => field.closest("[data-kept]") !== null;
  const isKept = (field) =>
    field.name &&
    !field.disabled &&
    !["password", "file", "submit", "button", "image", "reset"].includes(field.type) &&
    (field.type !== "hidden" || field.name === "shown_version" || saysNone(field)) &&
    !/password|one-time-code/.test(field.autocomplete) &&
    (saysNone(field) || !SECRETS.test(field.name));
  const keptFields = (form) => [...form.elements].filter(isKept);

  const valuesOf = (field) => {
    if (field.type === "checkbox" || field.type === "radio") {
      return field.checked ? [field.value] : [];
    }
    return field.multiple ? [...field.selectedOptions].map((one) => one.value) : [field.value];
  };
  const fill = (field, values) => {
    if (field.type === "checkbox" || field.type === "radio") {
      field.checked = values.includes(field.value);
    } else if (field.multiple) {
      [...field.options].forEach((one) => { one.selected = values.includes(one.value); });
    } else {
      [field.value] = values.length ? values : [""];
    }
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  };
  // By the attribute: a field may be called action.
  const pathOf = (form) => new URL(form.getAttribute("action") || "", location.href).pathname;

  const keep = (form) => {
    const values = {};
    keptFields(form).forEach((field) => {
      values[field.name] = [...(values[field.name] ?? []), ...valuesOf(field)];
    });
    const { person, university, signIn } = about;
    write({ person, university, signIn, path: pathOf(form), at: Date.now(), values });
  };

  const restore = (draft) => {
    const forms = [...document.querySelectorAll("#content form, main form")];
    const names = Object.keys(draft.values).filter((name) => name !== "shown_version");
    const form = forms.find(
      (one) =>
        one.method === "post" &&
        pathOf(one) === draft.path &&
        keptFields(one).some((field) => names.includes(field.name)),
    );
    if (!form) {
      return;
    }
    keptFields(form)
      .filter((field) => field.name in draft.values)
      .forEach((field) => fill(field, draft.values[field.name]));
    const notice = document.getElementById("kept-notice").content.cloneNode(true);
    form.before(notice);
    forget();
  };

  const begin = () => {
    const told = document.getElementById("kept-told");
    const draft = read();
    if (!about.person) {
      // Nobody is signed in: a page of the sign-in, which says that something was kept.
      if (told && draft) {
        told.hidden = false;
      }
      return;
    }
    if (!draft || draft.person !== about.person) {
      forget();
    } else if (draft.university !== about.university) {
      write({ ...draft, wasRefused: true });
    } else if (draft.signIn === about.signIn && !draft.wasRefused) {
      forget(); // it arrived
    } else {
      restore(draft);
    }
  };

  const isSignOut = (form) => /\/(sign-out|logout)\b/.test(pathOf(form));

  if (about.person) {
    document.addEventListener("submit", (event) => {
      const form = event.target;
      if (form.method !== "post" || event.defaultPrevented) {
        return;
      }
      if ("sent" in form.dataset) {
        event.preventDefault();
        return;
      }
      form.dataset.sent = "";
      event.submitter?.setAttribute("aria-busy", "true");
      if (isSignOut(form)) {
        forget();
      } else {
        keep(form);
      }
    });
    // Back to a page as it was left: what was sent from it is done, so the server says what is next.
    window.addEventListener("pageshow", (event) => {
      if (event.persisted && document.querySelector("form[data-sent]")) {
        location.reload();
      }
    });
    if ("posted" in about) {
      // The answer to a form: reloaded, or gone back to, it is asked for anew and not sent again.
      history.replaceState(history.state, "", location.href);
    }
  }
  window.addEventListener("load", begin);
})();
