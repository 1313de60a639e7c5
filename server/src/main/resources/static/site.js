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

  // Suggestions while typing: the combobox with a listbox of the ARIA Authoring Practices. The server's
  // answer to an older text never replaces that to a newer one.
  const PAUSE = 120;
  const offerSuggestions = (box) => {
    const list = document.createElement("ul");
    list.className = "suggestions";
    list.id = box.id + "-suggestions";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "Suggestions");
    list.hidden = true;
    const told = document.createElement("p");
    told.className = "hidden";
    told.setAttribute("role", "status");
    // The box itself must not be moved: somebody may be typing in it already.
    box.parentElement.classList.add("suggesting");
    box.parentElement.append(list, told);
    box.setAttribute("role", "combobox");
    box.setAttribute("aria-autocomplete", "list");
    box.setAttribute("aria-haspopup", "listbox");
    box.setAttribute("aria-expanded", "false");
    box.setAttribute("aria-controls", list.id);
    box.setAttribute("autocomplete", "off");

    let shownFor = "";
    let active = -1;
    let waiting = 0;
    let request = null;
    const isOpen = () => !list.hidden;
    const activate = (index) => {
      list.children[active]?.setAttribute("aria-selected", "false");
      active = index;
      const option = list.children[active];
      if (option) {
        option.setAttribute("aria-selected", "true");
        option.scrollIntoView({ block: "nearest" });
        box.setAttribute("aria-activedescendant", option.id);
      } else {
        box.removeAttribute("aria-activedescendant");
      }
    };
    const open = () => {
      if (list.children.length === 0) return;
      list.hidden = false;
      box.setAttribute("aria-expanded", "true");
    };
    const close = () => {
      activate(-1);
      list.hidden = true;
      box.setAttribute("aria-expanded", "false");
    };
    const forget = () => {
      clearTimeout(waiting);
      request?.abort();
      request = null;
    };
    const show = (text, suggestions) => {
      activate(-1);
      shownFor = text;
      list.replaceChildren(...suggestions.map(({ kind, text: words, href }, index) => {
        const option = document.createElement("li");
        option.id = `${list.id}-${index}`;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.dataset.href = href;
        const name = document.createElement("span");
        name.textContent = words;
        const what = document.createElement("small");
        what.textContent = kind;
        option.append(name, " ", what);
        return option;
      }));
      told.textContent = suggestions.length === 0 ? ""
        : suggestions.length === 1 ? "1 suggestion" : `${suggestions.length} suggestions`;
      if (suggestions.length === 0) close();
      else open();
    };
    const ask = async () => {
      const text = box.value;
      const asked = new AbortController();
      request = asked;
      try {
        const answer = await fetch(document.body.dataset.suggestions + "?q=" + encodeURIComponent(text), { signal: asked.signal });
        const suggestions = answer.ok ? await answer.json() : [];
        if (request === asked && document.activeElement === box) show(text, suggestions);
      } catch {
        // Aborted, or the server is away: the box is still a box.
      }
    };
    const typed = () => {
      forget();
      if (box.value.trim() === "") show("", []);
      else waiting = setTimeout(ask, PAUSE);
    };
    const follow = (option) => {
      forget();
      close();
      location.assign(option.dataset.href);
    };
    box.addEventListener("input", (event) => { if (!event.isComposing) typed(); });
    box.addEventListener("compositionend", typed);
    box.addEventListener("blur", () => { forget(); close(); });
    box.form.addEventListener("submit", () => { forget(); close(); });
    box.addEventListener("keydown", (event) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      const last = list.children.length - 1;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        if (!isOpen() && shownFor !== box.value) {
          typed();
        } else if (last >= 0) {
          const down = event.key === "ArrowDown";
          if (!isOpen()) open();
          // Between the last and the first stands the text itself.
          activate(down ? (active === last ? -1 : active + 1) : (active === -1 ? last : active - 1));
        }
        event.preventDefault();
      } else if (event.key === "Enter" && isOpen() && active >= 0) {
        event.preventDefault();
        follow(list.children[active]);
      } else if (event.key === "Escape" && isOpen()) {
        // Only the list goes: the browser would empty the box.
        event.preventDefault();
        forget();
        close();
      }
    });
    // Keeps the focus in the box, so that the list is still there when the finger is lifted.
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) follow(option);
    });
  };
  if (document.body.dataset.suggestions) {
    for (const box of document.querySelectorAll("input[type=search][name=q]")) offerSuggestions(box);
  }

  // Votes, in place. Whatever goes wrong, the form is sent as it is without scripts.
  for (const form of document.querySelectorAll("form.vote")) {
    let busy = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      if (busy) return;
      busy = true;
      const field = (name) => form.elements.namedItem(name);
      try {
        const answer = await fetch(form.action, {
          method: "POST",
          headers: { "Accept": "application/json", "X-CSRF-Token": field("_csrf").value },
          body: new URLSearchParams({ up: field("up").value }),
        });
        if (answer.status === 401) {
          location.assign(form.dataset.signIn);
          return;
        }
        if (!answer.ok) throw new Error(String(answer.status));
        const { upvoted, votes, unit, madeOf } = await answer.json();
        const button = form.querySelector("button");
        field("up").value = upvoted ? "0" : "1";
        button.setAttribute("aria-pressed", String(upvoted));
        button.title = madeOf;
        button.querySelector(".votes").textContent = votes;
        button.querySelector(".unit").textContent = unit;
      } catch {
        form.submit();
      } finally {
        busy = false;
      }
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
        ["u", "upvote the paper, or take the vote back"],
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
    u: () => (cards[chosen] ?? document).querySelector(".rail button, .rail a")?.click(),
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
