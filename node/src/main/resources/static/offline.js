// Reports that are written without a connection: kept in this browser under the account of this page, signed one by one.
const page = document.querySelector("#offline");
const CACHE = "acorde-offline";
const MOST = 200; // reports kept at once
const { account } = page.dataset;
const key = `${CACHE}-${account}`;
const write = document.querySelector("#write");
const waiting = document.querySelector("#waiting");
const status = document.querySelector("#status");
const say = (name, value = "") => page.dataset[name].replace("%1", () => value);
const tell = (text) => { status.textContent = text; };
const kept = () => JSON.parse(localStorage.getItem(key) ?? "[]");
const keep = (all) => localStorage.setItem(key, JSON.stringify(all));

const without = (code) => kept().filter((each) => each.code !== code);
const line = (text) => Object.assign(document.createElement("p"), { textContent: text });

// What of a report is shown and sent: what was typed into the fields of the form, and nothing else that lies in the browser.
const typed = (each) => [...write.elements].filter((field) => field.name && each[field.name]
  && (!["radio", "checkbox"].includes(field.type) || field.value === each[field.name]));

const words = (field, value) => {
  const label = field.labels[0].textContent.trim();
  if (field.type === "checkbox") return label;
  if (field.type === "radio") return `${field.closest("fieldset").querySelector("legend").textContent.trim()}: ${label}`;
  const chosen = field === write.code ? [...field.options].find((option) => option.value === value)?.textContent : null;
  return `${label}: ${chosen ?? value}`;
};

const button = (type, look, text) => Object.assign(document.createElement("button"), { type, className: `usa-button${look}`, textContent: text });

// Each report whole and with a press of its own: on a shared device another may have written it.
const show = (reasons = {}) => {
  const all = kept();
  waiting.replaceChildren(...all.map((each) => {
    const item = document.createElement("li");
    const sign = button("submit", "", say("sign", each.code));
    sign.value = each.code;
    sign.setAttribute("form", "send");
    const drop = button("button", " usa-button--unstyled", `${say("drop")} ${each.code}`);
    drop.addEventListener("click", () => { keep(without(each.code)); show(); });
    const both = document.createElement("div");
    both.className = "btns";
    both.append(sign, drop);
    item.append(line(new Date(each.made).toLocaleString(document.documentElement.lang)));
    item.append(...typed(each).map((field) => line(words(field, each[field.name]))), both);
    if (reasons[each.code]) item.append(line(reasons[each.code]));
    return item;
  }));
  document.querySelector("#send").hidden = all.length === 0;
  if (all.length === 0) waiting.replaceChildren(Object.assign(document.createElement("li"), { textContent: say("none") }));
};

// What the chosen initiative asks for.
const choose = () => {
  const { unit = "", restrictions = "" } = write.code.selectedOptions[0]?.dataset ?? {};
  document.querySelector("#value").hidden = unit === "";
  document.querySelector("#unit").textContent = unit;
  document.querySelector("#kept").hidden = restrictions === "";
  document.querySelector("#restrictions-text").textContent = restrictions;
  document.querySelector("#restrictions").required = restrictions !== "";
};
write.code.addEventListener("change", choose);

write.addEventListener("submit", (event) => {
  event.preventDefault();
  const { version, basis } = write.code.selectedOptions[0].dataset;
  const report = { ...Object.fromEntries(new FormData(write)), version, basis, made: new Date().toISOString(), lang: document.documentElement.lang };
  // Of two made from the same report the second could never be signed.
  const others = without(report.code);
  const instead = others.length < kept().length;
  if (others.length >= MOST) { tell(say("full")); return; }
  try {
    keep([...others, report]);
  } catch {
    tell(say("full"));
    return;
  }
  write.reset();
  choose();
  show();
  tell(instead ? say("instead", report.code) : say("kept", others.length + 1));
});

const offline = (html) => new DOMParser().parseFromString(html, "text/html").querySelector("#offline");
const asked = (path) => fetch(path, { cache: "no-store", headers: { "Acorde-Fresh": "1" } });

// Only the account of this page signs: the page is asked for anew, for its token and for whose it is.
document.querySelector("#send").addEventListener("submit", async (event) => {
  event.preventDefault();
  const path = event.target.action;
  const each = kept().find((one) => one.code === event.submitter.value);
  const reasons = {};
  try {
    const there = offline(await (await asked(path)).text());
    if (there?.dataset.account !== account) { tell(say("other")); return; }
    const { version, basis, made, lang } = each;
    const fields = Object.fromEntries(typed(each).map((field) => [field.name, each[field.name]]));
    const _csrf = there.querySelector("#send [name=_csrf]").value;
    const answer = await fetch(path, { method: "POST", body: new URLSearchParams({ ...fields, version, basis, account, made, lang, _csrf }) });
    const text = await answer.text();
    if (!answer.headers.get("Content-Type")?.startsWith("text/plain")) throw new Error("not an answer to this");
    if (answer.status === 201) keep(without(each.code));
    else reasons[each.code] = text;
    tell(answer.status === 201 ? say("sent", text) : "");
  } catch {
    tell(say("away"));
  }
  show(reasons);
});

document.querySelector("#forget").addEventListener("click", async () => {
  localStorage.removeItem(key);
  await caches.delete(CACHE);
  show();
  tell(say("gone"));
});

// So that the page opens without a connection: it and what it is made of, as they are now. There is room for one account's:
// another's gives way only when asked to, so that nobody writes on a page that they do not know to be another's.
const taken = document.querySelector("#taken");
const ready = async (instead) => {
  const cache = await caches.open(CACHE);
  const before = await cache.match(location.pathname, { ignoreVary: true });
  const other = before && offline(await before.text());
  taken.hidden = !other || other.dataset.account === account || instead;
  document.querySelector("#taken-text").textContent = say("taken", other?.dataset.who);
  if (!taken.hidden) return;
  await navigator.serviceWorker.register("/offline-worker.js", { scope: "/offline" });
  await navigator.serviceWorker.ready;
  const mine = await asked(location.pathname);
  if (mine.redirected || offline(await mine.clone().text())?.dataset.account !== account) throw new Error("not the page of this account");
  const parts = [...document.querySelectorAll("link[rel=stylesheet], link[rel=preload], script[src]")].map((part) => part.href || part.src);
  await cache.addAll(parts);
  await cache.delete(location.pathname, { ignoreVary: true });
  await cache.put(location.pathname, mine);
  tell(say("ready"));
};
const prepare = (instead) => ready(instead).catch((why) => tell(say(why instanceof TypeError ? "away" : "unready")));
document.querySelector("#take").addEventListener("click", () => prepare(true));

page.hidden = false;
choose();
show();
if (navigator.onLine && "serviceWorker" in navigator) prepare(false);
