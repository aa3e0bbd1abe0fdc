import { mkdtemp, readFile, writeFile, mkdir } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { run } from './run.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** Runs a command as the process would, in this one. */
export async function meshwright(args: readonly string[], stdin = ''): Promise<Ran> {
  let [out, error] = ['', ''];
  const code = await run(args, {
    stdin: () => Promise.resolve(new TextEncoder().encode(stdin)),
    out: (text) => (out += text),
    error: (text) => (error += text),
  });
  return { code, out, error };
}

/** A folder with these files; `at` gives a file's full path, `read` its bytes as text. */
export async function folderWith(files: Readonly<Record<string, string | Uint8Array>>) {
  const root = await mkdtemp(path.join(os.tmpdir(), 'meshwright-'));
  const at = (name: string) => path.join(root, name);
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(at(name)), { recursive: true });
    await writeFile(at(name), content);
  }
  return { root, at, read: (name: string) => readFile(at(name), 'utf8') };
}
