import process from 'node:process';
import { createChecker } from '../src/checks/index.ts';
import { linkMesh, loadRegexes, type FileDocuments, type Mesh } from '../src/istio/index.ts';
import type { TextFile } from '../src/text/index.ts';
import { createParseCache, splitDocuments } from '../src/yaml/index.ts';
import { crowdedWorkspace } from './crowded.ts';
import { percentile } from './statistics.mjs';
import { workspaceOf } from './workspace.ts';

// All checks over a workspace that has been read: the first time, and after one edit. Prints what `bench/run.mjs` puts in its table.
await loadRegexes();

const EDITS = 100;

/** Reads as opening does: what is not asked again costs nothing. */
function read(files: readonly TextFile[], cache = createParseCache()): FileDocuments[] {
  return files.map(({ path, text }) => ({
    path,
    documents: splitDocuments(text).map((slice) => cache.read(slice.text)),
  }));
}

/** A digit more at the first number behind a word, in one file after the other. */
function edited(files: readonly TextFile[], index: number, word: string): TextFile[] {
  const at = (index * 7) % files.length;
  return files.map((file, position) =>
    position === at
      ? { ...file, text: file.text.replace(new RegExp(`${word}\\d+`), `${word}${String(index + 10)}`) }
      : file,
  );
}

interface CheckTimes {
  readonly cold: number;
  readonly edit: { readonly p50: number; readonly p95: number };
}

function measure(files: readonly TextFile[], word: string): CheckTimes {
  const first = read(files);
  const checker = createChecker();
  const mesh = linkMesh(first);
  // Rules ask the mesh; that it builds its index on the first question is no work of theirs.
  mesh.find('');
  const before = performance.now();
  checker.check(mesh);
  const cold = performance.now() - before;
  const cache = createParseCache();
  let last: Mesh = mesh;
  let now = files;
  const samples: number[] = [];
  for (let index = 0; index < EDITS; index++) {
    now = edited(now, index, word);
    last = linkMesh(read(now, cache), undefined, last);
    const start = performance.now();
    checker.check(last);
    // The first edit meets documents that were read anew.
    if (index > 0) samples.push(performance.now() - start);
  }
  return { cold, edit: { p50: percentile(samples, 0.5), p95: percentile(samples, 0.95) } };
}

const count = Number(process.argv[2] ?? 1000);
// Once to warm up, as a page that has opened anything is warm.
measure(workspaceOf(100, 5), 'attempts: ');
measure(crowdedWorkspace(100), 'number: ');
const plain = measure(workspaceOf(count, 5), 'attempts: ');
const crowded = measure(crowdedWorkspace(count), 'consecutive5xxErrors: ');
console.log(JSON.stringify({ plain, crowded }));
