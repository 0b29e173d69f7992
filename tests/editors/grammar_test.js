// The TextMate grammar of the VS Code package, run as VS Code runs it, over the sample report.
// usage: node grammar_test.js GRAMMAR FOLDER, where FOLDER holds the sample report.
"use strict";

const fs = require("fs");
const path = require("path");
const oniguruma = require("vscode-oniguruma");
const textmate = require("vscode-textmate");
const { check, counts } = require("./checks");

const [grammarFile, folder] = process.argv.slice(2);

/** Words of the sample with a scope that they must have, and words near which they stand. */
const expected = [
  ["report.stet", "framework", "entity.name.tag.key.stet"],
  ["report.stet", "lead inspector", "entity.name.tag.key.stet"],
  ["report.stet", "powers", "markup.link.note.stet"],
  ["report.stet", "@judgements", "keyword.control.directive.stet"],
  ["report.stet", "## Summary of key findings", "entity.name.section.stet"],
  ["report.stet", "findings", "entity.name.tag.label.stet", "{#findings}"],
  ["report.stet", "requires improvement", "string.unquoted.asserted.stet", "{grade overall}"],
  ["report.stet", "grade", "keyword.other.brace.stet", "{grade overall}"],
  ["report.stet", "overall", "entity.name.type.judgement.stet", "{grade overall}"],
  ["report.stet", "1.", "constant.numeric.paragraph.stet", "1. Families receive"],
  ["report.stet", "78%", "string.unquoted.asserted.stet"],
  ["report.stet", "assessments.ontime", "variable.parameter.fact.stet", "[78%]{assessments.ontime}"],
  ["report.stet", "see", "keyword.other.brace.stet", "{see homes}"],
  ["report.stet", "homes", "entity.name.tag.label.stet", "{see homes}"],
  ["area.stet", "// Each figure", "comment.line.double-slash.stet"],
  ["area.stet", "@facts", "keyword.control.directive.stet"],
  ["area.stet", "\"Children living in this area\"", "string.quoted.double.stet"],
  ["area.stet", "source", "keyword.other.option.stet", "@facts \"Children living"],
  ["area.stet", "population.before", "variable.parameter.fact.stet", "  population.before"],
  ["area.stet", "51,100", "constant.numeric.stet"],
  ["area.stet", "-", "markup.list.unnumbered.stet", "- Approximately [17%]"],
  ["area.stet", "Table", "keyword.other.caption.stet", "Table: Timeliness"],
  ["area.stet", "|", "punctuation.definition.table.stet", "| Measure"],
  ["area.stet", "alt", "keyword.other.option.stet", "@chart bars"],
];

/** Words of running text, which have no scope but the file's. */
const plain = [
  ["report.stet", "progress is", "Plans seldom"],
  ["report.stet", "Advocacy is offered", "9. Advocacy"],
  ["area.stet", "live in low-income families", "[17%]{poverty}"],
];

function lineOf(lines, words, near) {
  const at = lines.findIndex((line) => line.includes(near || words) && line.includes(words));
  if (at < 0) throw new Error(`“${near || words}” is not in the sample`);
  return at;
}

async function main() {
  const wasm = fs.readFileSync(path.join(path.dirname(require.resolve("vscode-oniguruma/package.json")), "release/onig.wasm"));
  await oniguruma.loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources) => new oniguruma.OnigScanner(sources),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () => textmate.parseRawGrammar(fs.readFileSync(grammarFile, "utf8"), grammarFile),
  });
  const grammar = await registry.loadGrammar("text.stet");

  const files = {};
  for (const name of ["report.stet", "area.stet", "lscb.stet"]) {
    const lines = fs.readFileSync(path.join(folder, name), "utf8").split("\n");
    let state = textmate.INITIAL;
    const late = [];
    const tokens = lines.map((line) => {
      const read = grammar.tokenizeLine(line, state, 1000);
      if (read.stoppedEarly) late.push(line);
      state = read.ruleStack;
      return read.tokens;
    });
    check(`${name}: every line is read in time`, late.length === 0, late);
    check(`${name}: nothing stays open at the end`, state.depth <= 2, state.depth);
    files[name] = { lines, tokens };
  }
  const scopesAt = (name, line, column) =>
    files[name].tokens[line].find((token) => token.startIndex <= column && column < token.endIndex).scopes;

  for (const [name, words, scope, near] of expected) {
    const line = lineOf(files[name].lines, words, near);
    const from = near ? files[name].lines[line].indexOf(near) : 0;
    const text = files[name].lines[line];
    const column = text.indexOf(words, near && near.includes(words) ? from : 0);
    const scopes = scopesAt(name, line, column + words.length - 1);
    check(`${name}:${line + 1}: “${words}” is ${scope}`, scopes.some((s) => s.split(" ").includes(scope)), scopes);
  }
  for (const [name, words, near] of plain) {
    const line = files[name].lines.findIndex((text) => text.includes(words));
    const scopes = line < 0 ? null : scopesAt(name, line, files[name].lines[line].indexOf(words));
    check(`${name}: “${words}” near “${near}” is plain`, scopes && scopes.length === 1, scopes);
  }
}

main().catch((error) => check(error.stack, false)).finally(() => {
  console.log(`${counts.passed} passed, ${counts.failed} failed`);
  process.exit(counts.failed === 0 && counts.passed > 0 ? 0 : 1);
});
