import { linkMesh } from '../../istio/index.ts';
import { parseDocument, splitDocuments } from '../../yaml/index.ts';
import { checkWorkspace } from '../checker.ts';
import type { Problem } from '../problem.ts';
import type { Code } from '../codes.ts';
import { sideOf, type Example } from './example.ts';

/** The problems of files that are no workspace: an example's. */
export function problemsIn(files: Readonly<Record<string, string>>): readonly Problem[] {
  const mesh = linkMesh(
    Object.entries(files).map(([path, text]) => ({
      path,
      documents: splitDocuments(text).map((slice) => parseDocument(slice.text)),
    })),
  );
  return checkWorkspace(mesh, { version: mesh.settings.targetVersion });
}

/** What the fixes for an example's problem are called, each once. */
export function fixesOf(code: Code, example: Example): readonly string[] {
  const mine = problemsIn(sideOf(example, '-')).filter((problem) => problem.code === code);
  return [...new Set(mine.flatMap(({ fixes }) => fixes.map(({ title }) => title)))];
}
