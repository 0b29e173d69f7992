// Reads PDF files with pdf.js as a browser does: each page has a structure tree with the marked content of its text,
// and the roles that Stet writes.
//
// usage: node pdf_structtree_test.mjs MODULES FILE.pdf...
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [modules, ...files] = process.argv.slice(2);
const require = createRequire(join(resolve(modules), '/'));
const pdfjs = await import(pathToFileURL(require.resolve('pdfjs-dist/legacy/build/pdf.mjs')).href);
let passed = 0;
let failed = 0;

/** Collects roles and ids of marked content below a node. */
function gather(node, roles, ids) {
  if (node.role) roles.add(node.role);
  if (node.type === 'content') ids.push(node.id);
  for (const child of node.children ?? []) gather(child, roles, ids);
}

async function check(file) {
  const document = await pdfjs.getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 }).promise;
  const all = new Set();
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const tree = await page.getStructTree();
    if (!tree) return `page ${number} has no structure tree`;
    const ids = [];
    gather(tree, all, ids);
    const text = await page.getTextContent({ includeMarkedContent: true });
    const shown = text.items.filter((item) => item.type === 'beginMarkedContentProps' && item.id).map((item) => item.id);
    const missing = shown.filter((id) => !ids.includes(id));
    if (missing.length > 0) return `page ${number}: ${missing[0]} is in no element`;
    if (ids.length === 0) return `page ${number}: no content in the tree`;
  }
  if (!all.has('H1')) return 'no H1 in the tree';
  const info = await document.getMetadata();
  if (!info.info.Title || !info.info.Language) return 'no title or language';
  return null;
}

for (const file of files) {
  const problem = await check(file);
  if (problem) {
    failed += 1;
    console.log(`FAILED: ${file}: ${problem}`);
  } else {
    passed += 1;
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
