// Runs axe-core's rules for WCAG 2.2 AA on HTML pages in jsdom, which draws nothing: contrast is held by the tests of
// the themes.
//
// usage: node html_axe_test.mjs NODE_MODULES PAGE.html...
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, resolve } from "node:path";

const [modules, ...pages] = process.argv.slice(2);
const require = createRequire(resolve(modules, "x"));
const { JSDOM, VirtualConsole } = require("jsdom");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

let failed = 0;
for (const page of pages) {
  const { window } = new JSDOM(readFileSync(page, "utf8"), { runScripts: "outside-only", pretendToBeVisual: true, virtualConsole: new VirtualConsole() });
  window.eval(axe);
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const result = await window.axe.run(window.document, {
    runOnly: { type: "tag", values: tags },
    rules: { "color-contrast": { enabled: false } },
  });
  failed += result.violations.length > 0;
  for (const rule of result.violations) {
    console.log(`${basename(page)}: ${rule.id}: ${rule.help}: ${rule.nodes.map((n) => n.html.slice(0, 120)).slice(0, 3).join(" | ")}`);
  }
  window.close();
}
console.log(`axe: ${pages.length - failed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
