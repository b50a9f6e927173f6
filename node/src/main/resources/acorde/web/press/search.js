// A convenience: without it everything can be found by the areas below. What is looked through is in search/<language>.js.
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const MOST = 100;
const form = document.querySelector("#find");
const field = document.querySelector("#q");
const count = document.querySelector("#count");
const found = document.querySelector("#found");

globalThis.acorde = (entries) => {
  const show = () => {
    const words = plain(field.value).split(/\s+/).filter(Boolean);
    const hits = words.length ? entries.filter((entry) => words.every((word) => entry.words.includes(word))) : [];
    found.replaceChildren(...hits.slice(0, MOST).map((entry) => {
      const link = document.createElement("a");
      link.href = `promises/${entry.code}.html`;
      link.textContent = entry.title;
      const code = document.createElement("span");
      code.className = "code";
      code.textContent = entry.code;
      const line = document.createElement("li");
      line.append(code, " ", link);
      return line;
    }));
    const { none, some } = count.dataset;
    count.textContent = !words.length ? "" : hits.length
      ? some.replaceAll("%1", Math.min(hits.length, MOST)).replaceAll("%2", hits.length) : none;
  };
  form.hidden = false;
  form.addEventListener("submit", (event) => { event.preventDefault(); show(); });
  field.addEventListener("input", show);
  show();
};
