// Keeps the page of `stet serve` at the newest state of the report: after each build the report is loaded again where it
// was, and the list of remarks is made anew.
"use strict";

const severities = ["error", "warning", "query", "advice"];
const many = { error: "errors", warning: "warnings", query: "queries", advice: "pieces of advice" };
const one = { ...Object.fromEntries(severities.map((s) => [s, s])), advice: "piece of advice" };
const shown = new Set(["error", "warning", "query"]);
const frame = document.getElementById("report");
let state = { diagnostics: [] };

function element(tag, words, className) {
  const made = document.createElement(tag);
  if (words) made.textContent = words;
  if (className) made.className = className;
  return made;
}

function remark(diagnostic) {
  const item = element("li", "", diagnostic.severity);
  const button = element("button");
  const head = element("span", "", "head");
  head.append(element("b", `${diagnostic.severity} ${diagnostic.code}`), element("span", diagnostic.place));
  button.append(head, element("span", diagnostic.message));
  for (const words of [...diagnostic.more, diagnostic.help].filter(Boolean)) {
    button.append(element("span", words, "more"));
  }
  button.addEventListener("click", () => show(diagnostic.anchor));
  item.append(button);
  return item;
}

/// Going away first makes the browser go there again.
function show(anchor) {
  if (!anchor) return;
  frame.contentWindow.location.hash = "";
  frame.contentWindow.location.hash = encodeURIComponent(anchor);
}

function draw() {
  document.title = `${state.summary}: ${state.file}`;
  document.getElementById("summary").textContent = `${state.file}: ${state.summary}`;
  const filters = document.getElementById("filters");
  filters.replaceChildren();
  for (const severity of severities) {
    const count = state.diagnostics.filter((d) => d.severity === severity).length;
    if (count === 0) continue;
    const label = element("label");
    const box = element("input");
    box.type = "checkbox";
    box.checked = shown.has(severity);
    box.addEventListener("change", () => {
      if (box.checked) shown.add(severity);
      else shown.delete(severity);
      draw();
    });
    label.append(box, ` ${count} ${count === 1 ? one[severity] : many[severity]}`);
    filters.append(label);
  }
  const remarks = state.diagnostics.filter((d) => shown.has(d.severity));
  remarks.sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  document.getElementById("remarks").replaceChildren(...remarks.map(remark));
}

async function refresh() {
  const answer = await fetch("/state");
  const newest = await answer.json();
  if (state.revision !== undefined && newest.revision !== state.revision) frame.contentWindow.location.reload();
  state = newest;
  draw();
}

const events = new EventSource("/events");
events.addEventListener("built", refresh);
events.addEventListener("error", () => {
  document.getElementById("summary").textContent = "stet serve has ended, or is beginning again …";
});
