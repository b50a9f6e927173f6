// Everything here is a convenience: without it the form is sent and the server filters, and parts fold by themselves.
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

// Filter the list of initiatives while the reader types; a list the server has filtered already is left to the server.
const form = document.querySelector("#filter");
const rows = [...document.querySelectorAll("[data-row]")];
if (form && rows.length === Number(document.querySelector("#shown").dataset.total)) {
  const texts = rows.map((row) => plain(row.textContent));
  const counts = document.querySelector("#shown");
  const apply = () => {
    const { q, area, party, consent, due } = Object.fromEntries(new FormData(form));
    let shown = 0;
    rows.forEach((row, i) => {
      const data = row.dataset;
      const hit = texts[i].includes(plain(q)) && (!area || data.area === area) && (!consent || data.consent.split(" ").includes(consent))
        && (!party || data.parties.split(" ").includes(party)) && (!due || data.due === due);
      row.hidden = !hit;
      shown += hit ? 1 : 0;
    });
    const filtering = shown < rows.length;
    document.querySelectorAll("details.fold").forEach((part) => {
      part.hidden = !part.querySelector("[data-row]:not([hidden])");
      if (filtering) part.open = true;
    });
    const { all, some } = counts.dataset;
    counts.textContent = (filtering ? some : all).replaceAll("%1", shown).replaceAll("%2", rows.length).replaceAll("%3", rows.length - shown);
  };
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => { event.preventDefault(); apply(); });
}

// What a wide screen shows anyway is open there for those who listen too; an address opens what it points into, printing opens everything.
if (matchMedia("(min-width: 44rem)").matches) document.querySelectorAll("details.wide").forEach((part) => { part.open = true; });
const aim = () => { const part = location.hash && document.getElementById(location.hash.slice(1))?.closest("details"); if (part) part.open = true; };
addEventListener("hashchange", aim);
aim();
addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((part) => { part.open = true; }));

// What is being written is kept in the node as it changes, so that it is there when the page is loaded again. A button of the form does the same.
document.querySelectorAll("form[data-keep]").forEach((writing) => {
  const unkept = writing.querySelector("[data-unkept]");
  let later;
  writing.addEventListener("submit", () => clearTimeout(later));
  writing.addEventListener("input", () => {
    clearTimeout(later);
    later = setTimeout(() => {
      const fields = new URLSearchParams(new FormData(writing));
      fields.set("step", "keep");
      fetch(writing.dataset.keep, { method: "POST", body: fields }).then((answer) => { if (unkept) unkept.hidden = answer.status !== 409; }).catch(() => {});
    }, 1500);
  });
});
