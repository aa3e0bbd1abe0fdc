import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkMesh, type Mesh } from '../istio/index.ts';
import { createParseCache, splitDocuments } from '../yaml/index.ts';
import { brief, check, checkForm, resource } from './check.testkit.ts';
import { checkWorkspace, createChecker } from './checker.ts';

const rule = (name: string, spec: string): string => resource('VirtualService', spec).replace('sample', name);

const good = rule('good', 'hosts: [a.example]\nhttp: [{ redirect: { uri: /a } }]');
const bad = rule('bad', 'hosts: b.example\nhttp: [{ redirect: { uri: /b } }]');
const twin = rule('good', 'hosts: [c.example]\nhtpp: []\nhttp: [{ redirect: { uri: /c } }]');
const broken = 'kind: "Virtual\n';
const list = `kind: List\napiVersion: v1\nitems:\n  - { apiVersion: networking.istio.io/v1, kind: Sidecar, metadata: { name: s }, spec: { egres: [] } }\n`;
const other = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata: { mode: on }\n';

const cache = createParseCache();
const meshOf = (files: Readonly<Record<string, readonly string[]>>, previous?: Mesh): Mesh =>
  linkMesh(
    Object.entries(files).map(([path, documents]) => ({
      path,
      documents: splitDocuments(documents.join('---\n')).map(({ text }) => cache.read(text)),
    })),
    previous?.settings,
    previous,
  );

describe('a checker', () => {
  it('gives, edit after edit, what a check from scratch gives', () => {
    const documents = fc.array(fc.constantFrom(good, bad, twin, broken, list, other, `# note\n\n${bad}`), {
      maxLength: 6,
    });
    const workspace = fc.dictionary(fc.constantFrom('a.yaml', 'b.yaml', 'c.yaml'), documents, { maxKeys: 3 });
    const version = fc.constantFrom('1.24' as const, '1.32' as const);
    fc.assert(
      fc.property(fc.array(fc.tuple(workspace, version), { minLength: 1, maxLength: 8 }), (steps) => {
        const checker = createChecker();
        let mesh: Mesh | undefined;
        for (const [files, version] of steps) {
          mesh = meshOf(files, mesh);
          expect(checker.check(mesh, { version })).toEqual(checkWorkspace(mesh, { version }));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same where single documents of a long file say something else, or stand at other lines', () => {
    const template = rule('{{ .Values.name }}', 'hosts: [{{ .Values.host }}]');
    const document = fc.constantFrom(good, bad, twin, broken, list, other, template, `# note\n\n${bad}`);
    const file = fc.array(document, { minLength: 5, maxLength: 9 });
    const edits = fc.array(fc.array(fc.tuple(fc.nat(8), document), { minLength: 1, maxLength: 2 }), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(file, edits, (first, steps) => {
        const checker = createChecker();
        const documents = [...first];
        let mesh = meshOf({ 'a.yaml': documents });
        checker.check(mesh);
        for (const step of steps) {
          for (const [index, text] of step) documents[index % documents.length] = text;
          mesh = meshOf({ 'a.yaml': documents }, mesh);
          expect(checker.check(mesh)).toEqual(checkWorkspace(mesh));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('keeps the problems of documents that an edit does not move', () => {
    const checker = createChecker();
    const first = meshOf({ 'a.yaml': [bad, good], 'b.yaml': [other] });
    const before = checker.check(first);
    const after = checker.check(meshOf({ 'a.yaml': [bad, twin], 'b.yaml': [other] }, first));
    expect(before).toHaveLength(2);
    expect(after).toHaveLength(3);
    expect(after[0]).toBe(before[0]);
    expect(after.at(-1)).toBe(before.at(-1));
  });

  it('moves them when lines are put before', () => {
    const [before] = check(bad);
    const [after] = check(`# one\n# two\n${bad}`);
    expect(after).toEqual({ ...before, line: (before?.line ?? 0) + 2, endLine: (before?.endLine ?? 0) + 2 });
  });

  it('says nothing of a resource as it was before its document broke', () => {
    const checker = createChecker();
    const first = meshOf({ 'a.yaml': [bad] });
    expect(brief(checker.check(first))).toEqual(['MW0203 spec.hosts']);
    const second = meshOf({ 'a.yaml': [`${bad}"`] }, first);
    expect(second.resources[0]?.stale).toBe(true);
    expect(new Set(checker.check(second).map(({ code }) => code))).toEqual(new Set(['MW0001']));
  });
});

it('looks into the items of a List, by paths of the item', () => {
  const [problem, ...others] = check(list).filter(({ code }) => code === 'MW0201');
  expect(others).toEqual([]);
  expect(problem).toMatchObject({
    code: 'MW0201',
    path: 'spec.egres',
    resource: { kind: 'Sidecar', namespace: '', name: 's' },
    line: 4,
  });
  expect(problem?.fixes[0]?.operation).toMatchObject({
    resource: 'Sidecar//s',
    path: ['spec', 'egres'],
    key: 'egress',
  });
});

it('gives one-based lines and columns with an exclusive end', () => {
  expect(checkForm(rule('a', 'htpp: []'))).toMatchObject([{ line: 7, column: 3, endLine: 7, endColumn: 7 }]);
});

it('finds in steps what it finds at once, also when left half way', () => {
  const mesh = meshOf({ 'a.yaml': [bad], 'b.yaml': [rule('a', 'http: [{ redirect: {} }]'), bad] });
  const [stepped, half] = [createChecker(), createChecker()];
  for (const _ of stepped.inSteps(mesh));
  half.inSteps(mesh).next();
  expect(stepped.check(mesh)).toEqual(checkWorkspace(mesh));
  expect(half.check(mesh)).toEqual(checkWorkspace(mesh));
});

it('finds nothing in an empty workspace, or file', () => {
  expect(checkWorkspace(meshOf({}))).toEqual([]);
  expect(check('')).toEqual([]);
  expect(check('# only a comment\n')).toEqual([]);
});

it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('takes a key %s for a key', (key) => {
  const found = checkForm(rule('a', `http: []\n${key}: 1`));
  expect(brief(found)).toEqual([`MW0201 spec.${key}`]);
});

it('survives values of every kind at every place', () => {
  fc.assert(
    fc.property(
      fc.json({ depthSize: 'medium' }),
      fc.constantFrom('VirtualService', 'DestinationRule', 'Gateway'),
      (json, kind) => {
        const text = `{"apiVersion":"networking.istio.io/v1","kind":"${kind}","metadata":${json},"spec":${json}}`;
        for (const problem of check(text)) {
          expect(problem.line).toBeGreaterThan(0);
          expect(problem.message).not.toMatch(/undefined|\[object/);
        }
      },
    ),
    { numRuns: 300 },
  );
});
