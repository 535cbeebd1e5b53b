// The contents at the side follow the reader; on a phone they open and close.
(() => {
  "use strict";
  const nav = document.getElementById("daftar-samping");
  const links = new Map([...nav.querySelectorAll("a")].map((a) => [decodeURIComponent(a.hash.slice(1)), a]));
  const sections = [...document.querySelectorAll("main section[id]")].filter((s) => links.has(s.id));
  const visible = new Set();
  let current = null;

  function mark(link) {
    if (link === current) return;
    current?.removeAttribute("aria-current");
    nav.querySelectorAll("li.jalur").forEach((item) => item.classList.remove("jalur"));
    current = link;
    if (!link) return;
    link.setAttribute("aria-current", "location");
    for (let item = link.closest("li"); item; item = item.parentElement.closest("li")) item.classList.add("jalur");
    // Only the contents scroll; scrollIntoView would stop the page on its way.
    const box = nav.getBoundingClientRect(), place = link.getBoundingClientRect();
    if (place.top < box.top || place.bottom > box.bottom) {
      nav.scrollTop += place.top - box.top - nav.clientHeight / 3;
    }
  }

  // What crosses a thin band below the top of the window is being read; the innermost one counts.
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) visible.add(target); else visible.delete(target);
    }
    const inner = sections.findLast((section) => visible.has(section));
    mark(inner ? links.get(inner.id) : null);
  }, { rootMargin: "-18% 0px -80% 0px" });
  sections.forEach((section) => observer.observe(section));

  // What lies below the bar on top of a narrow page: heads that stay, and the targets of links.
  const bar = document.querySelector(".samping");
  new ResizeObserver(() => {
    const onTop = getComputedStyle(bar).position === "sticky";
    document.documentElement.style.setProperty("--palang", onTop ? `${bar.offsetHeight}px` : "0px");
  }).observe(bar);

  // Parts that a button opens where the page is narrow.
  function opens(button, part, focus) {
    const set = (open) => {
      button.setAttribute("aria-expanded", String(open));
      part.classList.toggle("terbuka", open);
    };
    button.addEventListener("click", () => {
      const open = button.getAttribute("aria-expanded") !== "true";
      set(open);
      if (open) focus()?.focus();
    });
    part.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || button.getAttribute("aria-expanded") !== "true") return;
      set(false);
      button.focus();
    });
    return set;
  }
  const form = document.getElementById("cari");
  opens(document.querySelector(".buka-cari"), form, () => document.getElementById("kata"));
  const setContents = opens(document.querySelector(".buka-isi"), nav, () => current ?? nav.querySelector("a"));
  nav.addEventListener("click", (event) => { if (event.target.closest("a")) setContents(false); });
})();
