// What the pages can do beyond links and forms. Nothing here is needed to read them.
(() => {
  "use strict";
  document.documentElement.classList.add("scripted");

  // Mathematics. What cannot be set keeps its source as text.
  const setMathematics = () => {
    if (typeof katex === "undefined") return;
    for (const place of document.querySelectorAll(".math:not([data-set])")) {
      const source = place.textContent;
      try {
        katex.render(source, place, {
          displayMode: place.hasAttribute("data-display"),
          throwOnError: false,
          errorColor: "inherit",
          trust: false,
          strict: "ignore",
          maxExpand: 200,
          maxSize: 20,
          output: "htmlAndMathml",
        });
        if (place.querySelector(".katex-error")) place.textContent = source;
        else place.setAttribute("data-set", "");
      } catch {
        place.textContent = source;
      }
    }
  };
  setMathematics();

  for (const button of document.querySelectorAll("button[data-copy]")) {
    const text = document.getElementById(button.dataset.copy);
    const words = button.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(text.textContent);
        button.textContent = "Copied";
      } catch {
        // Without the right to the clipboard the text is at least chosen.
        getSelection().selectAllChildren(text);
        button.textContent = "Selected: copy it now";
      }
      setTimeout(() => { button.textContent = words; }, 2500);
    });
  }

  // Keys.
  const cards = [...document.querySelectorAll(".papers .card")];
  let chosen = -1;
  const choose = (index) => {
    if (cards.length === 0) return;
    cards[chosen]?.classList.remove("chosen");
    chosen = Math.max(0, Math.min(cards.length - 1, index));
    const card = cards[chosen];
    card.classList.add("chosen");
    card.querySelector(".title a").focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest" });
  };
  const follow = (selector) => document.querySelector(selector)?.click();
  // Where nothing can be stored, the choice holds for this page.
  let keysOn = true;
  try {
    keysOn = localStorage.getItem("keys") !== "off";
  } catch { /* not allowed */ }
  const switchKeys = (on) => {
    keysOn = on;
    try {
      if (on) localStorage.removeItem("keys");
      else localStorage.setItem("keys", "off");
    } catch { /* not allowed */ }
  };
  const help = () => {
    let dialog = document.querySelector("dialog.keys");
    if (!dialog) {
      dialog = document.createElement("dialog");
      dialog.className = "keys";
      dialog.setAttribute("aria-labelledby", "keys");
      const heading = document.createElement("h2");
      heading.id = "keys";
      heading.textContent = "Keys";
      const list = document.createElement("dl");
      for (const [key, meaning] of [
        ["/", "search"],
        ["j", "next paper"],
        ["k", "previous paper"],
        ["o", "open the paper"],
        ["[", "previous list"],
        ["]", "next list"],
        ["?", "this list of keys"],
      ]) {
        const term = document.createElement("dt");
        const cap = document.createElement("kbd");
        cap.textContent = key;
        term.append(cap);
        const words = document.createElement("dd");
        words.textContent = meaning;
        list.append(term, words);
      }
      const choice = document.createElement("p");
      choice.className = "choice";
      const box = document.createElement("input");
      box.type = "checkbox";
      box.id = "keys-on";
      box.checked = keysOn;
      box.addEventListener("change", () => switchKeys(box.checked));
      const label = document.createElement("label");
      label.htmlFor = box.id;
      label.textContent = " Use these keys";
      choice.append(box, label);
      const form = document.createElement("form");
      form.method = "dialog";
      const close = document.createElement("button");
      close.textContent = "Close";
      form.append(close);
      dialog.append(heading, list, choice, form);
      document.body.append(dialog);
    }
    dialog.showModal();
  };
  const keys = {
    "/": () => { const box = document.getElementById("q"); box.focus(); box.select(); },
    j: () => choose(chosen + 1),
    k: () => choose(chosen - 1),
    o: () => cards[chosen]?.querySelector(".title a").click(),
    "[": () => follow("a[rel=prev]"),
    "]": () => follow("a[rel=next]"),
    "?": help,
  };
  document.querySelector("button[data-keys]")?.addEventListener("click", help);
  document.addEventListener("keydown", (event) => {
    if (!keysOn || event.metaKey || event.defaultPrevented) return;
    // Many keyboards write brackets with AltGr, which some systems report as Ctrl and Alt, or with Option.
    const composed = event.getModifierState("AltGraph") || (event.altKey && "[]".includes(event.key));
    if ((event.ctrlKey || event.altKey) && !composed) return;
    const typing = event.target.closest?.("input, textarea, select, [contenteditable], dialog");
    if (typing) return;
    const action = keys[event.key];
    if (action) {
      event.preventDefault();
      action();
    }
  });
})();
