import * as checks from '../checks/index.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { topologyJson } from '../topology/index.ts';
import { createPipeline, type Meaning } from './pipeline.ts';
import { open, type Opened } from './session.testkit.ts';
import type { Action } from './types.ts';

const SERVICE =
  'apiVersion: v1\nkind: Service\nmetadata: {name: one, namespace: shop}\nspec: {ports: [{port: 80}]}\n';
const LIST = `apiVersion: v1\nkind: List\nitems:\n- ${SERVICE.replaceAll('\n', '\n  ')}\n`;
const SNIPPETS = [
  'x',
  ' ',
  '\n',
  '#',
  ': ',
  '- ',
  '"',
  '---\n',
  '  ',
  'timeout: 5s\n',
  '443',
  '[',
  '}',
  '\r\n',
];

/** An action as numbers, made concrete by the state that it meets, so that it nearly always means something. */
type Move = (opened: Opened) => Action;

const pick = <T>(items: readonly T[], n: number): T | undefined => items[n % Math.max(items.length, 1)];

function moveOf(kind: number, n: number, m: number): Move {
  return ({ state }) => {
    const { workspace, analysis } = state();
    const file = pick(workspace.files, n) ?? { path: 'none.yaml', text: '' };
    const resource = pick(analysis.mesh.resources, n)?.id ?? 'Service//none';
    const operate = (operation: Extract<Action, { type: 'operate' }>['operation']): Action => ({
      type: 'operate',
      operation,
      origin: 'form',
      ...(m % 3 === 0 ? { mark: 'drag' } : {}),
    });
    const at = file.text.length === 0 ? 0 : m % file.text.length;
    const to = Math.min(at + (n % 4), file.text.length);
    switch (kind % 16) {
      case 0:
      case 1:
      case 2: {
        const edits = [{ from: at, to, insert: pick(SNIPPETS, m + n) ?? '' }];
        return { type: 'edit-text', path: file.path, edits, origin: 'text' };
      }
      case 3:
        return { type: 'undo' };
      case 4:
        return { type: 'redo' };
      case 5:
        return operate({ kind: 'set-field', resource, path: ['metadata', 'name'], value: `name-${m % 4}` });
      case 6:
        return operate({ kind: 'rename-resource', resource, name: `name-${m % 5}` });
      case 7:
        return operate({ kind: 'delete-resource', resource });
      case 8:
        return operate({ kind: 'duplicate-resource', resource, name: `copy-${m % 7}` });
      case 9:
        return operate({
          kind: 'set-field',
          resource,
          path: ['spec', 'hosts'],
          value: [`h${m % 3}.example`],
        });
      case 10:
        return operate({
          kind: 'connect-destination',
          resource,
          rule: ['spec', 'http', 0],
          host: `h${m % 3}.example`,
        });
      case 11: {
        const value = { apiVersion: 'v1', kind: 'Service', metadata: { name: `s${m % 4}` } };
        return operate({ kind: 'add-resource', file: file.path, value });
      }
      case 12:
        return { type: 'new-file', path: `f${m % 3}.yaml`, text: m % 2 ? SERVICE : LIST };
      case 13:
        return m % 2
          ? { type: 'delete-file', path: file.path }
          : { type: 'rename-file', path: file.path, to: `r${m % 3}.yaml` };
      case 14:
        if (m % 4) return { type: 'revert', path: file.path };
        return m % 8 ? { type: 'reset-to-sample' } : { type: 'new-workspace' };
      default:
        return m % 2 ? { type: 'end-mark' } : { type: 'select', resource, path: ['spec'], origin: 'rail' };
    }
  };
}

const moves = fc.array(fc.tuple(fc.nat(15), fc.nat(9999), fc.nat(9999)), { minLength: 1, maxLength: 30 });

const meaningOf = ({ mesh, problems, topology }: Pick<Meaning, 'mesh' | 'problems' | 'topology'>) => ({
  resources: mesh.resources,
  problems,
  topology: topologyJson(topology),
});

/** A broken document is shown as it last was; from scratch nobody can know that. */
const isWhole = ({ state }: Opened) =>
  state().analysis.mesh.files.every(({ documents }) =>
    documents.every(({ problems }) => problems.length === 0),
  );

describe('any sequence of actions', () => {
  it('leaves what follows from the text as it is from scratch, and is undone and redone exactly', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(moves, async (sequence) => {
        const opened = await open();
        const { session, state } = opened;
        const start = state().workspace;
        for (const [kind, n, m] of sequence) {
          session.dispatch(moveOf(kind, n, m)(opened));
          const { selection, activeFile, analysis, workspace } = state();
          expect(selection === null || analysis.mesh.byId.has(selection.resource)).toBe(true);
          expect(activeFile === null || workspace.files.some(({ path }) => path === activeFile)).toBe(true);
          if (!isWhole(opened)) continue;
          compared++;
          expect(meaningOf(analysis)).toEqual(meaningOf(createPipeline({ checks }).update(workspace.files)));
        }
        const all = (type: 'undo' | 'redo') => {
          while (state()[type] !== null) session.dispatch({ type });
          return state().workspace;
        };
        const end = all('redo');
        expect(all('undo')).toEqual(start);
        expect(all('redo')).toEqual(end);
        session.dispose();
      }),
      { numRuns: 150 },
    );
    expect(compared).toBeGreaterThan(300);
  });
});
