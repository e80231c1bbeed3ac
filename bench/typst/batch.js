// node batch.js ROOT OUT FILE...: Typst's compiler, once in the process, over specifications.
const fs = require('fs');
const path = require('path');
const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler');

const [root, out, ...files] = process.argv.slice(2);
const compiler = NodeCompiler.create({
  workspace: root,
  fontArgs: [{ fontPaths: ['/usr/share/fonts/truetype/lato'] }],
});
fs.mkdirSync(out, { recursive: true });
let failed = 0;
for (const file of files) {
  const result = compiler.compile({
    mainFilePath: path.join(root, 'briefing.typ'),
    inputs: { spec: '/' + path.relative(root, file) },
  });
  if (result.hasError()) {
    result.printErrors();
    failed++;
    continue;
  }
  const pdf = compiler.pdf(result.result, { pdfStandard: 'ua-1', creationTimestamp: 1750000000 });
  fs.writeFileSync(path.join(out, path.basename(file, '.yaml') + '.pdf'), pdf);
  compiler.evictCache(10);
}
process.exit(failed ? 1 : 0);
