// What pages need beyond their text: names for folded code, tables that scroll by keyboard,
// and filters above the table of claims. Every page reads in full without it.
document.addEventListener("DOMContentLoaded", () => {
  // the visible words name the control; the label that comes with it says something else
  for (const summary of document.querySelectorAll("div.cell summary[aria-label]")) {
    summary.removeAttribute("aria-label");
  }

  const reachable = () => {
    for (const box of document.querySelectorAll(".table-wrapper, article .cell_output table, .highlight pre")) {
      if (box.scrollWidth > box.clientWidth) {
        box.setAttribute("tabindex", "0");
      }
    }
  };
  reachable();
  window.addEventListener("resize", reachable);

  for (const table of document.querySelectorAll("table")) {
    const heads = [...table.querySelectorAll("thead th")].map((cell) => cell.textContent.trim());
    if (heads[0] === "claim" && heads.includes("verdict")) {
      addFilters(table, heads, ["article", "topic", "verdict", "strength"]);
    }
  }
});

function addFilters(table, heads, wanted) {
  const rows = [...table.querySelectorAll("tbody tr")];
  table.classList.add("ledger");
  const bar = document.createElement("p");
  bar.className = "filters";
  const count = document.createElement("output");
  const chosen = new Map();

  const show = () => {
    let shown = 0;
    for (const row of rows) {
      const fits = [...chosen].every(
        ([place, value]) => !value || row.cells[place].textContent.trim() === value,
      );
      row.hidden = !fits;
      shown += fits;
    }
    count.textContent = `${shown} of ${rows.length} claims`;
  };

  for (const name of wanted.filter((head) => heads.includes(head))) {
    const place = heads.indexOf(name);
    const values = [...new Set(rows.map((row) => row.cells[place].textContent.trim()))].sort();
    const label = document.createElement("label");
    const select = document.createElement("select");
    select.append(new Option(`any ${name}`, ""), ...values.map((value) => new Option(value, value)));
    select.addEventListener("change", () => {
      chosen.set(place, select.value);
      show();
    });
    label.append(`${name} `, select);
    bar.append(label, " ");
  }
  bar.append(count);
  (table.closest(".table-wrapper") ?? table).before(bar);
  show();
}
