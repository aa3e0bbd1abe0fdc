import { describe, expect, it } from 'vitest';
import { loadSample, SAMPLES } from '../../session/index.ts';
import { applyChanges } from '../../text/index.ts';
import { parseDocument, RefusedError, splitDocuments } from '../../yaml/index.ts';
import { contextOf } from '../operations.testkit.ts';
import { REFACTORINGS, refactoringsAt } from './all.ts';
import { planRefactoring } from './plan-refactoring.ts';
import type { RefactorAt } from './types.ts';

it('are told apart by id and title', () => {
  for (const key of ['id', 'title'] as const)
    expect(new Set(REFACTORINGS.map((one) => one[key])).size).toBe(REFACTORINGS.length);
});

/** With the answers that stand there at first: what most people take. */
describe.each(SAMPLES.map(({ id }) => id))('in the sample %s', (id) => {
  it('each is refused in words, or leaves files that can be read and are what it changed', async () => {
    const { files } = await loadSample(id);
    const context = contextOf(Object.fromEntries(files.map(({ path, text }) => [path, text])));
    const kinds = new Map(context.mesh.resources.map((resource) => [resource.type, resource.id]));
    const places: RefactorAt[] = [{}, ...[...kinds.values()].map((resource) => ({ resource, path: [] }))];
    for (const at of places)
      for (const refactoring of refactoringsAt(context.mesh, at)) {
        const where = `${refactoring.id} at ${at.resource ?? 'the workspace'}`;
        try {
          const { changes, after, label } = planRefactoring(context, refactoring, at, {});
          expect(label, where).not.toBe('');
          expect(applyChanges(context.files, changes).files, where).toEqual(after.files);
          for (const { text } of after.files)
            for (const slice of splitDocuments(text))
              expect(parseDocument(slice.text).problems, where).toEqual([]);
        } catch (error) {
          if (!(error instanceof RefusedError)) throw new Error(where, { cause: error });
          expect(error.message, where).toMatch(/\.$/);
        }
      }
  });
});
