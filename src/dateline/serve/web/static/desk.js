// Adds to pages that are complete without it: keys, what is read and starred, what arrives, the slider through time.
(() => {
  "use strict";
  const root = document.documentElement;
  root.classList.add("scripted");
  const token = document.querySelector('meta[name="dateline-token"]')?.content;
  const items = () => [...document.querySelectorAll("[data-item]")];
  let at = null;

  const go = (step) => {
    const all = items();
    if (!all.length) return;
    const from = at && all.includes(at) ? all.indexOf(at) : step > 0 ? -1 : all.length;
    at?.classList.remove("at");
    at = all[Math.min(all.length - 1, Math.max(0, from + step))];
    at.classList.add("at");
    const link = at.querySelector("h1 a, h2 a, h3 a, h4 a, .label a, a") || at;
    if (link === at) at.tabIndex = -1;
    link.focus({ preventScroll: true });
    at.scrollIntoView({ block: "nearest" });
  };
  const current = () => at || document.activeElement?.closest("[data-item]") || document.querySelector("article.reading[data-item]");
  const tell = (words) => {
    const bar = document.getElementById("arrived");
    bar.replaceChildren(words);
    bar.hidden = false;
  };
  const post = async (job, fields) => {
    if (!token) return tell("This desk is for reading."), false;
    const body = new URLSearchParams(fields);
    const answer = await fetch(`/do/${job}`, { method: "POST", body, headers: { "X-Dateline-Token": token, Accept: "application/json" } });
    if (!answer.ok) tell((await answer.json()).error.message);
    return answer.ok;
  };
  const keep = async (kept, name) => {
    const item = current();
    const thing = item?.dataset.thing || "";
    if (!/^(story|article)-/.test(thing)) return;
    const had = item.classList.contains(name);
    if (await post("shelve", { kept, things: thing, ...(had ? { drop: "1" } : {}) }))
      document.querySelectorAll(`[data-thing="${CSS.escape(thing)}"]`).forEach((e) => e.classList.toggle(name, !had));
  };
  const open = () => {
    const link = current()?.querySelector("h1 a, h2 a, h3 a, h4 a, .label a, a");
    if (link) location.assign(link.href);
  };
  const original = () => {
    const url = current()?.dataset.original;
    if (url) window.open(url, "_blank", "noopener,noreferrer");
  };
  const help = async () => {
    let dialog = document.getElementById("keys-dialog");
    if (!dialog) {
      dialog = document.createElement("dialog");
      dialog.id = "keys-dialog";
      const page = new DOMParser().parseFromString(await (await fetch("/help")).text(), "text/html");
      const close = document.createElement("button");
      close.textContent = "Close";
      close.addEventListener("click", () => dialog.close());
      const head = document.createElement("h2");
      head.textContent = "Keys";
      head.id = "keys-head";
      dialog.setAttribute("aria-labelledby", "keys-head");
      dialog.append(head, page.querySelector("#keys .keys"), close);
      document.body.append(dialog);
    }
    dialog.open ? dialog.close() : dialog.showModal();
  };
  const keys = {
    j: () => go(1), k: () => go(-1), o: open, v: original,
    m: () => keep("read", "is-read"), s: () => keep("starred", "is-starred"),
    "/": () => { const f = document.getElementById("find"); f.focus(); f.select(); },
    "?": help,
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      root.classList.add("closed");
      if (document.activeElement?.closest(".ev")) document.activeElement.blur();
      return;
    }
    const typing = event.target.closest?.("input:not([type=checkbox]):not([type=range]), textarea, select");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !(event.key in keys)) return;
    event.preventDefault();
    keys[event.key]();
  });
  for (const kind of ["pointerover", "focusin"])
    document.addEventListener(kind, (event) => event.target.closest?.(".ref") && root.classList.remove("closed"));
  document.querySelector("[data-help]")?.addEventListener("click", (event) => { event.preventDefault(); help(); });

  // Where pages stand in one row, the one that is open is in sight.
  const here = document.querySelector(".nav [aria-current]");
  if (here) here.parentElement.scrollLeft = here.offsetLeft - 32;

  // A story or article that was opened is read.
  const reading = document.querySelector("article.reading[data-thing]");
  if (token && reading && !reading.classList.contains("is-read") && /^(story|article)-/.test(reading.dataset.thing))
    post("shelve", { kept: "read", things: reading.dataset.thing });

  // A visit lasts half an hour: what is new since the one before stays marked that long.
  const visit = document.querySelector("[data-visit]");
  if (token && visit && Date.now() / 1000 - Number(visit.dataset.visited || 0) > 1800)
    post("shelve", { kept: "visited", things: visit.dataset.visit });

  // Which marks a reader wants is remembered in the tab's address alone.
  for (const box of document.querySelectorAll("[data-mark]"))
    box.addEventListener("change", () => {
      const on = [...document.querySelectorAll("[data-mark]:checked")].map((b) => b.dataset.mark);
      try { sessionStorage.setItem("marks", on.join(" ")); } catch { /* not kept, then */ }
    });
  try {
    for (const kind of (sessionStorage.getItem("marks") || "").split(" ").filter(Boolean))
      document.getElementById(`k-${kind}`)?.setAttribute("checked", "");
  } catch { /* nothing remembered */ }

  // Time: days count from the first of January of year 1, as the server counts them.
  for (const slider of document.querySelectorAll("[data-slider]")) {
    const day = () => new Date((slider.valueAsNumber - 719163) * 864e5).toISOString().slice(0, 10);
    slider.addEventListener("input", () => { slider.parentElement.querySelector("output").textContent = day(); });
    slider.addEventListener("change", () => {
      const form = slider.form;
      form.elements.as_of.value = day();
      form.requestSubmit();
    });
  }

  // What arrives is told at the top; nothing on the page moves before the reader says so.
  if (window.EventSource && document.querySelector(".fresh")) {
    let first = null;
    const bar = document.getElementById("arrived");
    const live = new EventSource("/live");
    live.addEventListener("desk", (event) => {
      const told = JSON.parse(event.data);
      const work = document.querySelector(".working");
      if (work) { work.hidden = !told.work; work.textContent = told.work || ""; }
      const progress = document.querySelector("[data-progress]");
      if (progress && told.work) progress.textContent = told.work;
      if (!("articles" in told)) return;
      first ??= told;
      bar.dataset.since = first.articles;
      const more = told.articles - first.articles;
      if (more <= 0) return;
      const show = document.createElement("button");
      show.textContent = `${more} new article${more === 1 ? "" : "s"}. Show`;
      show.addEventListener("click", () => location.reload());
      bar.replaceChildren(show);
      bar.hidden = false;
    });
    addEventListener("pagehide", () => live.close());
  }
})();
