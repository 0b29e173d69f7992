// Compiles a Typst source to a PDF that claims PDF/UA-1. Usage: node typst.mjs MODULES SOURCE.typ OUT.pdf FONTS
import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const [modules, source, out, fonts] = process.argv.slice(2);
const { NodeCompiler, PdfStandard } = createRequire(join(resolve(modules), '/'))('@myriaddreamin/typst-ts-node-compiler');
const compiler = NodeCompiler.create({ workspace: dirname(resolve(source)), fontArgs: [{ fontPaths: [resolve(fonts)] }] });
const compiled = compiler.compile({ mainFilePath: resolve(source) });
if (!compiled.result) {
  console.error(JSON.stringify(compiled.takeDiagnostics?.()?.shortDiagnostics ?? compiled.takeError?.()));
  process.exit(1);
}
writeFileSync(out, compiler.pdf(compiled.result, { pdfStandard: PdfStandard.UA_1 }));
