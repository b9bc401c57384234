"use strict";
// What a reader does with the page: sort, filter, compare, see one part at a time. It shows and
// hides what the page holds, and writes no text of its own but counts.
(function () {
  const one = (selector, root) => (root || document).querySelector(selector);
  const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));
  const fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  const table = one("#table");
  const rows = all("tbody tr", table);
  const parts = all("main > section, main > article");
  const ticked = new Set();
  const most = Number(table.dataset.auPlus);

  // One part at a time; the list when the address names none.
  function show(moved) {
    const asked = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const shown = parts.includes(asked) ? asked : parts[0];
    parts.forEach((part) => { part.hidden = part !== shown; });
    all("nav a").forEach((link) => {
      const here = link.hash === "#" + shown.id;
      if (here) link.setAttribute("aria-current", "page"); else link.removeAttribute("aria-current");
    });
    if (moved) { window.scrollTo(0, 0); one("h2", shown).focus(); }
  }

  // Every word typed is in a name of the job.
  function filter() {
    const words = fold(one("#mots").value).split(/\s+/).filter(Boolean);
    const field = one("#filiere").value;
    const diploma = one("#diplome").value;
    let count = 0;
    rows.forEach((row) => {
      const text = fold(row.dataset.mots + " " + row.textContent);
      const kept = words.every((word) => text.includes(word))
        && (!field || row.dataset.filiere === field)
        && (!diploma || row.dataset.diplomes.includes("|" + diploma + "|"));
      row.hidden = !kept;
      count += kept;
    });
    one("#trouves").textContent = count;
  }

  // By the key of each cell, an empty one last whichever the order; again: the other way round.
  function sort(head, rank) {
    const down = head.getAttribute("aria-sort") === "ascending";
    const key = (row) => row.querySelectorAll("[data-cle]")[rank].dataset.cle;
    const sorted = rows.slice().sort((left, right) => {
      const [a, b] = [key(left), key(right)];
      if (!a || !b) return (a ? 0 : 1) - (b ? 0 : 1);
      const order = a.localeCompare(b, "fr", { numeric: true });
      return down ? -order : order;
    });
    all("th", head.parentNode).forEach((other) => other.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const body = one("tbody", table);
    sorted.forEach((row) => body.append(row));
  }

  // What is ticked, and they alone, side by side.
  function compare() {
    one("#compte").textContent = ticked.size ? " (" + ticked.size + ")" : "";
    one("#aide").hidden = ticked.size > 1;
    one("#cote-a-cote").hidden = ticked.size < 2;
    all("#comparer [data-code]").forEach((cell) => { cell.hidden = !ticked.has(cell.dataset.code); });
    all("input[type=checkbox]", table).forEach((box) => { box.disabled = !box.checked && ticked.size >= most; });
  }

  function addBox(row) {
    const box = document.createElement("input");
    box.type = "checkbox";
    box.setAttribute("aria-label", "Comparer " + row.dataset.nom);
    box.addEventListener("change", () => {
      if (box.checked) ticked.add(row.dataset.code); else ticked.delete(row.dataset.code);
      compare();
    });
    const cell = document.createElement("td");
    cell.append(box);
    row.prepend(cell);
  }

  all("thead th", table).forEach((head, rank) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    button.addEventListener("click", () => sort(head, rank));
    head.replaceChildren(button);
  });
  one("thead tr", table).prepend(document.createElement("td"));
  rows.forEach(addBox);
  one("#filtres").hidden = false;
  one(".foule").classList.remove("foule");
  one("#filtres").addEventListener("input", filter);
  one("#filtres").addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("hashchange", () => show(true));
  filter();
  compare();
  show(false);
})();
