// Shows branding while it is being changed. Nothing is sent: what is seen here is not saved yet.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const preview = document.getElementById("branding-preview");
  const says = document.getElementById("branding-preview-says");
  const logo = preview.querySelector("img");
  const field = (name) => document.getElementById(`id_${name}`);
  const colour = (name, otherwise) =>
    /^#[0-9a-f]{6}$/i.test(field(name).value) ? field(name).value : otherwise;

  // Black or white, whichever is easier to read on it: as the pages themselves choose.
  const readableOn = (hex) => {
    const [red, green, blue] = [1, 3, 5].map((at) => {
      const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
      return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
    });
    const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    return (luminance + 0.05) / 0.05 > 1.05 / (luminance + 0.05) ? "#000000" : "#FFFFFF";
  };

  const show = () => {
    const primary = colour("primary_color", "#1E3A5F");
    preview.style.setProperty("--brand", primary);
    preview.style.setProperty("--on-brand", readableOn(primary));
    preview.style.setProperty("--accent", colour("secondary_color", primary));
    preview.dataset.widget = field("widget_position").value;
    const address = field("logo_url").value;
    const may = /^https:\/\//i.test(address) || address.startsWith(`${window.location.origin}/`);
    if (may && logo.src !== address) {
      logo.src = address;
    }
    logo.hidden = !may;
    if (logo.hidden) {
      says.textContent = "";
    }
  };

  logo.addEventListener("error", () => {
    logo.hidden = true;
    says.textContent = says.dataset.unseen;
  });
  logo.addEventListener("load", () => {
    says.textContent = "";
  });
  for (const name of ["logo_url", "primary_color", "secondary_color", "widget_position"]) {
    field(name).addEventListener("input", show);
  }
  show();
});
