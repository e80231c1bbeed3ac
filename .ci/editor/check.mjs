// Starts the real YAML language server over stdio and asks it what an officer's editor would ask:
// what may stand here (completion), what is this (hover), what is wrong (diagnostics).
//
//   node check.mjs PROJECT      from a folder in which yaml-language-server is installed

import { spawn } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const project = process.argv[2];
const modeline = "# yaml-language-server: $schema=../docs/specification.schema.json\n";
const schema = JSON.parse(readFileSync(join(project, "docs/specification.schema.json"), "utf8"));
const settings = {
    yaml: { validate: true, hover: true, completion: true, schemaStore: { enable: false } },
};

// ---- the server: JSON-RPC over its standard streams ----

const server = spawn(process.execPath, [join(here, "node_modules/yaml-language-server/bin/yaml-language-server"), "--stdio"], {
    stdio: ["pipe", "pipe", "inherit"],
});
const answers = new Map(); // by the number of the request
const published = new Map(); // diagnostics by address
const waiting = new Map(); // who waits for them
let received = Buffer.alloc(0);
let requests = 0;

function send(message) {
    const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
    server.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    server.stdin.write(body);
}

function request(method, params) {
    const id = ++requests;
    send({ id, method, params });
    return new Promise((resolve, reject) => answers.set(id, { resolve, reject, method }));
}

function receive(message) {
    if (message.method === "workspace/configuration") {
        send({ id: message.id, result: message.params.items.map((item) => settings[item.section] ?? null) });
    } else if (message.method === "textDocument/publishDiagnostics") {
        const { uri, diagnostics } = message.params;
        published.set(uri, diagnostics);
        waiting.get(uri)?.(diagnostics);
    } else if (message.method && message.id !== undefined) {
        send({ id: message.id, result: null });
    } else if (answers.has(message.id)) {
        const { resolve, reject, method } = answers.get(message.id);
        if (message.error) reject(new Error(`${method}: ${message.error.message}`));
        else resolve(message.result);
    }
}

server.stdout.on("data", (bytes) => {
    received = Buffer.concat([received, bytes]);
    for (;;) {
        const end = received.indexOf("\r\n\r\n");
        if (end < 0) return;
        const length = Number(/Content-Length: (\d+)/i.exec(received.toString("latin1", 0, end))[1]);
        if (received.length < end + 4 + length) return;
        const body = received.toString("utf8", end + 4, end + 4 + length);
        received = received.subarray(end + 4 + length);
        receive(JSON.parse(body));
    }
});

// Opens a text as if it were a file of inputs/, and waits for what the server says about it.
function open(name, text) {
    const uri = pathToFileURL(join(project, "inputs", name)).href;
    const diagnostics = new Promise((resolve) => waiting.set(uri, resolve));
    send({ method: "textDocument/didOpen", params: { textDocument: { uri, languageId: "yaml", version: 1, text } } });
    return diagnostics.then((found) => ({ uri, text, found }));
}

function at(document, line, character) {
    return { textDocument: { uri: document.uri }, position: { line, character } };
}

// ---- what is asked ----

let passed = 0;
let failed = 0;

function expect(condition, what) {
    if (condition) passed++;
    else {
        failed++;
        console.log(`--- ${what}`);
    }
}

// The text of a hover as it reads, without the escapes of its Markdown.
function plain(markdown) {
    return markdown.replace(/\\(.)/g, "$1").replace(/&nbsp;|&emsp;/g, " ").replace(/\s+/g, " ");
}

async function checkDemo(name) {
    const text = readFileSync(join(project, "inputs", name), "utf8");
    const document = await open(name, text);
    for (const { range, message } of document.found)
        expect(false, `${name}:${range.start.line + 1}: the server complains: ${message}`);
    expect(document.found.length === 0, `${name}: complaints about a sound file`);
    const lines = text.split("\n");
    const council = lines.indexOf("council:");
    for (let line = council + 1; /^ /.test(lines[line]); line++) {
        const key = /^ {2}(\w+):/.exec(lines[line])?.[1];
        if (!key) continue;
        const hover = await request("textDocument/hover", at(document, line, 3));
        const doc = schema.$defs.council.properties[key].description;
        expect(hover && plain(hover.contents.value).includes(plain(doc)), `${name}: hover over council.${key} lacks: ${doc}`);
    }
}

// The labels offered where a text ends.
async function offered(name, text) {
    const document = await open(name, modeline + text);
    const lines = document.text.split("\n");
    const answer = await request("textDocument/completion", at(document, lines.length - 1, lines.at(-1).length));
    return (answer.items ?? answer).map((item) => item.label);
}

async function checkCompletion(name, text, wanted) {
    const labels = await offered(name, text);
    for (const label of wanted) expect(labels.includes(label), `${name}: \`${label}\` is not offered, only ${labels}`);
}

async function checkCompletions() {
    await checkCompletion("keys.yaml", "council:\n  ", Object.keys(schema.$defs.council.properties));
    await checkCompletion("top.yaml", "", Object.keys(schema.properties));
    await checkCompletion("words.yaml", "council:\n  type: ", ["county", "london_borough"]);
    await checkCompletion("frameworks.yaml", "inspections:\n  - framework: ", schema.$defs.framework.enum);
    await checkCompletion("grades.yaml", "inspections:\n  - framework: SIF\n    overall: ", ["good", "inadequate"]);
    await checkCompletion("judgements.yaml", "inspections:\n  - framework: SIF\n    judgements:\n      ", ["adoption", "leadership"]);
    const labels = await offered("none.yaml", "inspections:\n  - framework: SIF\n    judgements:\n      ");
    expect(!labels.includes("leaders"), "judgements.yaml: a judgement of another framework is offered");
}

// The codes that tests/tools/schema.sh lists: the server must complain in the same lines.
function expressible() {
    const script = readFileSync(join(project, "tests/tools/schema.sh"), "utf8");
    return /^expressible='([^']*)'/m.exec(script)[1].split(" ");
}

async function checkFault(code) {
    const folder = join(project, "tests/diagnostics");
    const text = readFileSync(join(folder, `${code}.yaml`), "utf8");
    const expected = readFileSync(join(folder, `${code}.expected`), "utf8");
    const wanted = new Set([...expected.matchAll(/^[^\s:]+\.yaml:(\d+):\d+: (?:error|warning)\[(\w+)\]/gm)].filter((match) => match[2] === code).map((match) => Number(match[1])));
    const { found } = await open(`${code}.yaml`, modeline + text);
    for (const line of wanted) {
        const there = found.some(({ range }) => range.start.line <= line && line <= Math.max(range.end.line, range.start.line));
        expect(there, `${code}.yaml:${line}: the server complains only in ${found.map(({ range, message }) => `${range.start.line}: ${message}`).join("; ") || "no line"}`);
    }
    expect(wanted.size > 0, `${code}.expected names no line`);
}

async function run() {
    await request("initialize", {
        processId: process.pid,
        rootUri: pathToFileURL(project).href,
        capabilities: {
            workspace: { configuration: true },
            textDocument: { hover: { contentFormat: ["markdown"] }, publishDiagnostics: {}, completion: { completionItem: { snippetSupport: true } } },
        },
    });
    send({ method: "initialized", params: {} });
    send({ method: "workspace/didChangeConfiguration", params: { settings } });
    for (const name of readdirSync(join(project, "inputs")).filter((file) => file.endsWith(".yaml"))) await checkDemo(name);
    await checkCompletions();
    for (const code of expressible()) await checkFault(code);
}

const alarm = setTimeout(() => {
    console.log("--- the server has not answered");
    finish(1);
}, 120000);

function finish(status) {
    clearTimeout(alarm);
    console.log(`editor: ${passed} passed, ${failed} failed`);
    server.kill();
    process.exit(status);
}

run().then(
    () => finish(failed || !passed ? 1 : 0),
    (error) => {
        console.log(`--- ${error.message}`);
        finish(1);
    },
);
