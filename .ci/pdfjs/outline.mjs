// Prints the structure tree of a PDF with its text, as pdf.js gives both, page by page: one element or
// text a line, indented by depth, as tests/tools/outline.py reads it. Usage: node outline.mjs FILE

import { readFile } from "node:fs/promises";

const { getDocument, VerbosityLevel } = await import("pdfjs-dist/legacy/build/pdf.mjs");

// pdf.js drops the space that ends a line, so what stands here may be a space or nothing.
const LINE_END = "\ue001";

// The text of each marked content of a page, by its id.
function textsOf(content) {
  const texts = new Map();
  const open = [];
  for (const item of content.items) {
    if (item.type === "beginMarkedContent" || item.type === "beginMarkedContentProps") {
      open.push(item.id ?? null);
    } else if (item.type === "endMarkedContent") {
      open.pop();
    } else {
      const id = open.findLast((mark) => mark !== null);
      texts.set(id, (texts.get(id) ?? "") + item.str + (item.hasEOL ? LINE_END : ""));
    }
  }
  return texts;
}

function* lines(node, texts, page, depth) {
  const indent = "  ".repeat(depth);
  for (const child of node.children ?? []) {
    if (child.type === "content") {
      yield `${indent}"${texts.get(child.id) ?? ""}"`;
    } else if (child.role) {
      yield `${indent}${child.role} page ${page}`;
      yield* lines(child, texts, page, depth + 1);
    }
  }
}

const data = new Uint8Array(await readFile(process.argv[2]));
const file = await getDocument({ data, verbosity: VerbosityLevel.ERRORS }).promise;
for (let number = 1; number <= file.numPages; number++) {
  const page = await file.getPage(number);
  const tree = await page.getStructTree();
  const options = { includeMarkedContent: true, disableNormalization: true };
  const texts = textsOf(await page.getTextContent(options));
  for (const line of lines(tree ?? {}, texts, number, 0)) {
    console.log(line);
  }
}
