import process from 'node:process';
import { TextDocument } from 'vscode-languageserver-textdocument';
import languageServer from 'yaml-language-server';
import * as checks from '../src/checks/index.ts';
import { createSession } from '../src/session/index.ts';
import type { TextFile } from '../src/text/index.ts';
import { workspaceJsonSchema } from './json-schema.ts';
import { memoryPorts } from './memory-ports.ts';
import { percentile } from './statistics.mjs';
import { workspaceOf } from './workspace.ts';

// Parse and check after each keystroke: Meshwright and yaml-language-server in one process, on the same file and the same schema.
const [count, keystrokes] = [Number(process.argv[2] ?? 300), 10];
const [file] = workspaceOf(count);
if (!file) throw new Error('no file');

// Each keystroke adds a digit to the end of this number, in the middle of the file.
const anchor = 'attempts: 2';
const at = file.text.indexOf(anchor, file.text.length / 2) + anchor.length;

async function ours({ path, text }: TextFile): Promise<number[]> {
  const session = createSession(memoryPorts(), { checks });
  await session.settled();
  session.dispatch({
    type: 'open-files',
    files: [{ path, content: text }],
    mode: 'replace',
  });
  await session.settled();
  return Array.from({ length: keystrokes }, (_, index) => {
    const edits = [{ from: at, to: at, insert: String(index) }];
    const before = performance.now();
    session.dispatch({ type: 'edit-text', path, edits, origin: 'text' });
    return performance.now() - before;
  });
}

async function theirs(file: TextFile): Promise<number[]> {
  const { getLanguageService } = languageServer;
  const service = getLanguageService({
    schemaRequestService: () => Promise.reject(new Error('no network')),
    workspaceContext: { resolveRelativePath: (relative) => relative },
  });
  service.configure({
    validate: true,
    schemas: [{ uri: 'file:///mesh.json', fileMatch: ['*.yaml'], schema: workspaceJsonSchema() }],
  });
  const samples: number[] = [];
  let text = file.text;
  for (let index = 0; index < keystrokes; index++) {
    text = `${text.slice(0, at)}${index}${text.slice(at)}`;
    const document = TextDocument.create('file:///mesh.yaml', 'yaml', index, text);
    const before = performance.now();
    const problems = await service.doValidation(document, false);
    samples.push(performance.now() - before);
    if (problems.length)
      throw new Error(`yaml-language-server finds fault with the bench's files: ${problems[0]?.message}`);
  }
  return samples;
}

const result = { ours: percentile(await ours(file), 0.5), theirs: percentile(await theirs(file), 0.5) };
process.stdout.write(JSON.stringify(result));
