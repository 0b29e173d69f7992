// A session with a real server through the protocol library that VS Code uses.
// usage: node node_session.js STET FOLDER, where FOLDER holds a copy of the sample report.
"use strict";

const { spawn } = require("child_process");
const fs = require("fs");
const path = require("path");
const { pathToFileURL } = require("url");
const rpc = require("vscode-languageserver-protocol/node");
const { check, counts } = require("./checks");

const [stet, folder] = process.argv.slice(2);

/** One open document and its text, kept as the server should have it. */
class Document {
  constructor(connection, file) {
    this.connection = connection;
    this.uri = pathToFileURL(file).href;
    this.text = fs.readFileSync(file, "utf8");
    this.version = 1;
  }
  open() {
    return this.connection.sendNotification(rpc.DidOpenTextDocumentNotification.type, {
      textDocument: { uri: this.uri, languageId: "stet", version: this.version, text: this.text },
    });
  }
  offset({ line, character }) {
    let at = 0;
    for (let n = 0; n < line; n += 1) at = this.text.indexOf("\n", at) + 1;
    return at + character;
  }
  position(offset) {
    const before = this.text.slice(0, offset).split("\n");
    return { line: before.length - 1, character: before[before.length - 1].length };
  }
  find(words, into = 0) {
    const at = this.text.indexOf(words);
    if (at < 0) throw new Error(`“${words}” is not in the draft`);
    return this.position(at + into);
  }
  place(words, into = 0) {
    return { textDocument: { uri: this.uri }, position: this.find(words, into) };
  }
  /** Applies edits of the protocol, the last first, and tells the server. */
  edit(edits) {
    const ordered = [...edits].sort((a, b) => this.offset(b.range.start) - this.offset(a.range.start));
    for (const { range, newText } of ordered) {
      this.text = this.text.slice(0, this.offset(range.start)) + newText + this.text.slice(this.offset(range.end));
    }
    this.version += 1;
    return this.connection.sendNotification(rpc.DidChangeTextDocumentNotification.type, {
      textDocument: { uri: this.uri, version: this.version },
      contentChanges: ordered.map(({ range, newText }) => ({ range, text: newText })),
    });
  }
  replace(words, by) {
    const start = this.find(words);
    return this.edit([{ range: { start, end: this.find(words, words.length) }, newText: by }]);
  }
}

async function main() {
  const server = spawn(stet, ["lsp"], { stdio: ["pipe", "pipe", "inherit"] });
  const left = new Promise((resolve) => server.on("exit", resolve));
  const connection = rpc.createProtocolConnection(
    new rpc.StreamMessageReader(server.stdout), new rpc.StreamMessageWriter(server.stdin));
  const told = new Map();
  const waiting = [];
  connection.onNotification(rpc.PublishDiagnosticsNotification.type, (params) => {
    told.set(params.uri, params);
    for (const wait of [...waiting]) wait();
  });
  connection.listen();

  /** The diagnostics of the document once they satisfy `holds`; null after five seconds. */
  const diagnostics = (document, holds) => new Promise((resolve) => {
    const look = () => {
      const now = told.get(document.uri);
      if (!now || now.version !== document.version || !holds(now.diagnostics)) return;
      waiting.splice(waiting.indexOf(look), 1);
      clearTimeout(timer);
      resolve(now.diagnostics);
    };
    const timer = setTimeout(() => resolve(null), 5000);
    waiting.push(look);
    look();
  });
  const with_code = (code) => (list) => list.some((d) => d.code === code);
  const without_code = (code) => (list) => !list.some((d) => d.code === code);

  const { capabilities } = await connection.sendRequest(rpc.InitializeRequest.type, {
    processId: process.pid, rootUri: null, capabilities: { general: { positionEncodings: ["utf-16"] } },
  });
  check("incremental sync", capabilities.textDocumentSync.change === rpc.TextDocumentSyncKind.Incremental);
  check("columns in UTF-16", capabilities.positionEncoding === "utf-16");
  await connection.sendNotification(rpc.InitializedNotification.type, {});

  const report = new Document(connection, path.join(folder, "report.stet"));
  const board = new Document(connection, path.join(folder, "lscb.stet"));
  await report.open();
  await board.open();
  check("the sample opens without errors", await diagnostics(report, (list) => list.every((d) => d.severity !== 1)));

  // A grade that contradicts the cover shows there and points to the cover.
  await report.replace("[requires improvement]{grade overall}", "[good]{grade overall}");
  const broken = await diagnostics(report, (list) => list.some((d) => d.severity === 1 && d.relatedInformation));
  const contradiction = broken && broken.find((d) => d.severity === 1 && d.relatedInformation);
  check("a broken grade is an error", contradiction, broken);
  check("it shows both sides", contradiction && contradiction.relatedInformation[0].location.range.start.line < 33 &&
    contradiction.range.start.line === report.find("[good]{grade overall}").line, contradiction);
  await report.replace("[good]{grade overall}", "[requires improvement]{grade overall}");
  check("the mended grade is no error", await diagnostics(report, without_code(contradiction ? contradiction.code : "")));

  // A misspelt label is fixed by its quick fix.
  await report.replace("({see homes})", "({see hmoes})");
  check("an unknown label is said", await diagnostics(report, with_code("R102")));
  const place = report.find("hmoes", 1);
  const actions = await connection.sendRequest(rpc.CodeActionRequest.type, {
    textDocument: { uri: report.uri }, range: { start: place, end: place }, context: { diagnostics: [] },
  });
  const fix = actions.find((a) => a.kind === "quickfix" && a.isPreferred);
  check("a fix is offered", fix, actions.map((a) => a.title));
  if (fix) await report.edit(fix.edit.changes[report.uri]);
  check("the fix mends it", report.text.includes("({see homes})") && await diagnostics(report, without_code("R102")));

  // Completion of a fact that another file states.
  await report.replace("Families receive early help sooner", "Families [305]{cla. receive early help sooner");
  const { items } = await connection.sendRequest(rpc.CompletionRequest.type, report.place("[305]{cla.", 10));
  const fact = items.find((item) => item.label === "cla.far");
  check("a fact is completed with its value", fact && /\d/.test(fact.detail), items.slice(0, 3));
  if (fact) await report.edit([{ range: fact.textEdit.range, newText: `${fact.textEdit.newText}}` }]);
  check("the completion writes it", report.text.includes("[305]{cla.far} receive"));
  await report.replace(" [305]{cla.far}", "");

  const hover = await connection.sendRequest(rpc.HoverRequest.type, report.place("{grade overall}", 8));
  check("hover gives the grade", hover && hover.contents.value.includes("requires improvement"), hover);

  // A label is renamed in the report and in what it includes.
  const renamed = await connection.sendRequest(rpc.RenameRequest.type, { ...report.place("{#late-requests}", 4), newName: "slow-requests" });
  check("a rename reaches the included file", renamed.changes[report.uri] && renamed.changes[board.uri], renamed);
  for (const document of [report, board]) await document.edit(renamed.changes[document.uri] || []);
  check("both files have the new name", report.text.includes("{#slow-requests}") && board.text.includes("slow-requests") &&
    !board.text.includes("late-requests"));
  check("no reference is lost", await diagnostics(report, without_code("R102")) && await diagnostics(board, without_code("R102")));
  let refused = null;
  await connection.sendRequest(rpc.RenameRequest.type, { ...report.place("{#slow-requests}", 4), newName: "two words" })
    .catch((error) => { refused = error; });
  check("a name with a space is refused", refused && refused.message.includes("two words"), refused);

  // Formatting settles: the second time there is nothing to do.
  await report.replace("\n3. Initial", "\n3.    Initial");
  const options = { tabSize: 2, insertSpaces: true };
  const edits = await connection.sendRequest(rpc.DocumentFormattingRequest.type, { textDocument: { uri: report.uri }, options });
  check("formatting has something to do", edits.length > 0);
  await report.edit(edits);
  const again = await connection.sendRequest(rpc.DocumentFormattingRequest.type, { textDocument: { uri: report.uri }, options });
  check("formatting settles", again.length === 0 && report.text.includes("\n3. Initial"), again);

  const symbols = await connection.sendRequest(rpc.DocumentSymbolRequest.type, { textDocument: { uri: report.uri } });
  check("the outline has the sections", symbols.some((s) => s.name === "The local authority" && s.children.length > 3));
  const lenses = await connection.sendRequest(rpc.CodeLensRequest.type, { textDocument: { uri: report.uri } });
  check("a lens tells the coverage", lenses.length > 0 && /^\d+ of \d+ figures checked$/.test(lenses[0].command.title), lenses[0]);

  let unknown = null;
  await connection.sendRequest("stet/noSuchMethod", {}).catch((error) => { unknown = error; });
  check("an unknown method is answered", unknown && unknown.code === rpc.ErrorCodes.MethodNotFound, unknown);

  await connection.sendRequest(rpc.ShutdownRequest.type);
  await connection.sendNotification(rpc.ExitNotification.type);
  check("the server leaves in order", await left === 0);
}

const late = setTimeout(() => {
  console.log("FAILED: the session takes too long");
  console.log(`${counts.passed} passed, ${counts.failed + 1} failed`);
  process.exit(1);
}, 60000);

main().catch((error) => check(error.stack, false)).finally(() => {
  clearTimeout(late);
  console.log(`${counts.passed} passed, ${counts.failed} failed`);
  process.exit(counts.failed === 0 ? 0 : 1);
});
