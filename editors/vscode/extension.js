// The client: starts `stet lsp` and shows what it says.
"use strict";

const vscode = require("vscode");
const { LanguageClient, TransportKind } = require("vscode-languageclient/node");

/** @type {LanguageClient | undefined} */
let client;

function options() {
  const settings = vscode.workspace.getConfiguration("stet");
  const frameworks = settings.get("frameworks");
  return {
    command: settings.get("path") || "stet",
    args: frameworks ? ["--frameworks", frameworks] : [],
  };
}

async function start() {
  const { command, args } = options();
  const server = { command, args: [...args, "lsp"], transport: TransportKind.stdio };
  client = new LanguageClient("stet", "Stet", server, {
    documentSelector: [
      { language: "stet", scheme: "file" },
      { language: "stet", scheme: "untitled" },
    ],
  });
  try {
    await client.start();
  } catch (error) {
    client = undefined;
    vscode.window.showErrorMessage(
      `Stet: \`${command}\` could not be started (${error.message}). Set “stet.path” to where it lies.`);
  }
}

async function stop() {
  const running = client;
  client = undefined;
  if (running) await running.stop();
}

async function restart() {
  await stop();
  await start();
}

/** Saves the report and runs `stet build` on it in a terminal, where its words can be read. */
async function build() {
  const editor = vscode.window.activeTextEditor;
  if (!editor || editor.document.languageId !== "stet" || editor.document.isUntitled) return;
  if (!(await editor.document.save())) return;
  const { command, args } = options();
  const file = editor.document.uri.fsPath;
  const folder = vscode.Uri.joinPath(editor.document.uri, "..").fsPath;
  const task = new vscode.Task(
    { type: "process" }, vscode.TaskScope.Workspace, "build", "stet",
    new vscode.ProcessExecution(command, [...args, "build", file, "-o", folder], { cwd: folder }));
  await vscode.tasks.executeTask(task);
}

function activate(context) {
  context.subscriptions.push(
    vscode.commands.registerCommand("stet.restart", restart),
    vscode.commands.registerCommand("stet.build", build),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("stet")) restart();
    }));
  return start();
}

module.exports = { activate, deactivate: stop };
