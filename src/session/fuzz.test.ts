import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMemoryDisk } from './memory-storage.ts';
import { openWorkspace } from './open-workspace.ts';
import { readPreferences } from './preferences.ts';
import { open } from './session.testkit.ts';
import { readShelf, SHELF } from './shelf.ts';
import { manifestKey } from './stored.ts';
import { readPoints } from './stored-points.ts';
import { readLook, readPlaces } from './stored-look.ts';

/** Lines as they stand in real files and in those of strangers, in no order. */
const line = fc.constantFrom(
  'apiVersion: networking.istio.io/v1',
  'kind: VirtualService',
  'kind: List',
  'items:',
  '- kind: Gateway',

  'metadata: {name: a, namespace: b}',
  'metadata:',
  '  name: a',
  'spec:',
  '  hosts: [a, "*.b"]',
  '  http:',

  '  - match: [{uri: {regex: "(a+)+$"}}]',
  '    route: [{destination: {host: a, subset: v1}, weight: 101}]',

  'expectations:',
  '- name: x',
  '  request: {from: b, url: "http://a/"}',
  '  expect: {host: a, status: 999}',

  'istioVersion: 1.26',
  'meshConfig: {outboundTrafficPolicy: {mode: REGISTRY_ONLY}}',
  'assume: {services: [a]}',

  '---',
  '...',
  '%YAML 1.2',
  '? [a, b]',
  ': c',
  '<<: *x',
  'x: &x {y: *x}',
  '- - - -',
  '!!binary "===="',
  'a: |2-',

  '\t- b',
  '"',
  "'",
  '{',
  ']',
  '# only words',
  'a: ! !x',
  '\u0000',
  '\uFEFF',
  '\u2028',
  'ключ: 🙂',
  '0o7: 0x_f',
);
const text = fc
  .array(fc.tuple(fc.nat(6), line, fc.constantFrom('\n', '\r\n', '\n\n', '\r')), { maxLength: 25 })
  .map((lines) => lines.map(([indent, words, end]) => ' '.repeat(indent) + words + end).join(''));
const path = fc.constantFrom('a.yaml', 'b/c.yml', 'meshwright.config.yaml', 'a.expect.yaml');

describe('files of any kind', () => {
  it('are opened with all that is asked of them, and keep their bytes', () => {
    const files = fc.uniqueArray(fc.record({ path, text }), {
      selector: (file) => file.path,
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(files, (given) => {
        const workspace = openWorkspace(given);
        for (const { file, line, endLine, column } of workspace.problems()) {
          const text = given.find((one) => one.path === file)?.text ?? '';
          expect(line >= 1 && line <= endLine && column >= 1).toBe(true);
          expect(endLine).toBeLessThanOrEqual(text.split(/\r\n|\r|\n/).length);
        }
        workspace.topology();
        workspace.expectations();
        workspace.unread();
        expect(workspace.files()).toEqual(given);
      }),
      { numRuns: 150 },
    );
  });
});

/** Values with the keys that stored ones have, so that they are not thrown away at the first look. */
const stored = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom<unknown>(
      null,
      true,
      -1,
      0,
      1,

      Number.NaN,
      '',
      'w',
      'text/1',
      'down',
      'a\nb',
      undefined,
    ),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      fc.constantFrom(
        'version',
        'stamp',
        'id',
        'name',
        'files',
        'opened',
        'path',
        'text',
        'points',
        'at',
        'why',
        'size',

        'kept',
        'current',
        'usedAt',
        'view',
        'look',
        'camera',
        'flow',
        'x',
        'y',
        'zoom',
        'pictures',
        'ids',
        'focus',
        'node',
        'depth',
        'hiddenKinds',
        'theme',
        'drawerOpen',
        'sizes',
        'activeFile',
        'sample',
      ),
      tie('value'),
      { maxKeys: 8 },
    ),
  ),
})).value;

describe('whatever stands in the storage', () => {
  it('is read as far as it can be understood', () => {
    fc.assert(
      fc.property(stored, (raw) => {
        for (const { files } of readPoints(raw)) expect(Array.isArray(files)).toBe(true);
        for (const { id } of readShelf(raw)?.kept ?? []) expect(typeof id).toBe('string');
        const { view, look } = readLook(raw);
        if (look.camera) expect(look.camera.zoom).toBeGreaterThan(0);
        if (view?.focus) expect(typeof view.focus.node).toBe('string');
        for (const [, places] of readPlaces(raw))
          for (const spot of places.values()) expect(Object.values(spot).every(Number.isFinite)).toBe(true);
        readPreferences(raw);
      }),
      { numRuns: 1000 },
    );
  });

  it('never keeps the page from opening, and work that can be read from being there', async () => {
    await fc.assert(
      fc.asyncProperty(stored, stored, async (manifest, list) => {
        const record = {
          version: 1,
          stamp: 's',
          name: 'mine',
          files: [{ path: 'a.yaml', text: 'text/1' }],
          opened: [],
          ...(typeof manifest === 'object' && !Array.isArray(manifest) ? { points: manifest } : {}),
        };
        const values = new Map<string, unknown>([
          ['text/1', 'kind: Gateway\n'],
          [manifestKey('w'), record],
          [SHELF, { current: 'w', kept: [{ id: 'w', name: 'mine', files: 1, size: 1, usedAt: 1 }, list] }],
          ['preferences', list],
          ['lessons', manifest],
          ['look/w', list],
          ['places/w', manifest],
        ]);
        const { session, state } = await open({ disk: createMemoryDisk(values) });
        expect(state().ready).toBe(true);
        expect(state().workspace.files).toEqual([{ path: 'a.yaml', text: 'kind: Gateway\n' }]);
        session.dispose();
      }),
      { numRuns: 60 },
    );
  });
});
