// Light or dark: the system's wish until the reader says otherwise. Runs in the head of the page,
// so that no page flashes up in the wrong colours.
(() => {
  "use strict";
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const KEY = "lkjip-tema";

  // A page opened from a disk may not be allowed to remember anything.
  const stored = () => { try { return localStorage.getItem(KEY); } catch { return null; } };
  const store = (theme) => {
    try {
      if (theme) localStorage.setItem(KEY, theme); else localStorage.removeItem(KEY);
    } catch { /* then the choice holds until the page is closed */ }
  };
  const isDark = () => (root.dataset.tema ? root.dataset.tema === "gelap" : system.matches);

  root.classList.add("js");
  if (["gelap", "terang"].includes(stored())) root.dataset.tema = stored();

  document.addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector("button.tema");
    const show = () => button.setAttribute("aria-pressed", String(isDark()));
    button.addEventListener("click", () => {
      const theme = isDark() ? "terang" : "gelap";
      // Back to what the system says: follow it again.
      const chosen = (theme === "gelap") === system.matches ? null : theme;
      if (chosen) root.dataset.tema = chosen; else delete root.dataset.tema;
      store(chosen);
      show();
    });
    system.addEventListener("change", show);
    show();
  });
})();
