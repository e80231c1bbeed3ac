// Sets a Typst document with the compiler of @myriaddreamin/typst-ts-node-compiler.
// node set.mjs FOLDER FONTS: FOLDER/main.typ becomes FOLDER/main.pdf.
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const [folder, fonts] = process.argv.slice(2).map((path) => resolve(path));
const compiler = NodeCompiler.create({
    workspace: folder,
    fontArgs: [{ fontPaths: [fonts] }],
});
const result = compiler.compile({ mainFilePath: join(folder, 'main.typ') });
if (result.hasError()) {
    result.printErrors();
    process.exit(1);
}
writeFileSync(join(folder, 'main.pdf'), compiler.pdf(result.result, { creationTimestamp: 0 }));
