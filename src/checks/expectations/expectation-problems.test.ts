import { expect, it } from 'vitest';
import { linkMesh } from '../../istio/index.ts';
import { planOperation } from '../../operations/index.ts';
import { applyChanges } from '../../text/index.ts';
import { parseDocument, splitDocuments } from '../../yaml/index.ts';
import { checkWorkspace } from '../checker.ts';

const problemsIn = (path: string, text: string): readonly string[] =>
  checkWorkspace(
    linkMesh([{ path, documents: splitDocuments(text).map((slice) => parseDocument(slice.text)) }]),
  ).map(({ code, severity, line, column, message }) => `${line}:${column} ${severity} ${code} ${message}`);

const TEXT = `# ours
expectations:
- name: one
  request: { from: shop, url: 'http://a.example/' }
  expect: { outcom: forward }
---
expectations:
- name: two
  request: { url: 'http://a.example/' }
  expect: { status: 404 }
`;

it('what of an expectation is not read is told where it stands', () => {
  const found = problemsIn('shop.expect.yaml', TEXT);
  expect(found).toHaveLength(3);
  expect(found[0]).toMatch(/^5:3 warning MW4101 This expects nothing/);
  expect(found[1]).toMatch(/^5:13 warning MW4101 "expect" has no "outcom"/);
  expect(found[2]).toMatch(/^9:3 warning MW4101 A request says who sends it/);
});

it('nothing is told of one that is read, or of another file', () => {
  expect(
    problemsIn('shop.expect.yaml', TEXT.replace('outcom:', 'outcome:').replace('{ url', '{ from: a, url')),
  ).toEqual([]);
  expect(problemsIn('shop.yaml', TEXT).join()).not.toContain('MW4101');
});

it('how kubectl would read it is not told of a file that it never sees', () => {
  const text = TEXT.replace('{ outcom: forward }', '{ path: /a?on=yes }');
  expect(problemsIn('shop.expect.yaml', text).join()).not.toMatch(/kubectl/);
  expect(problemsIn('meshwright.config.yaml', 'dnsCapture: yes\n').join()).not.toMatch(/kubectl/);
  expect(problemsIn('shop.yaml', text).join()).toMatch(/MW0011/);
});

it.each([
  ['a key', 'expect: { outcom: forward }', 'expect: { outcome: forward }', 'outcome'],
  [
    'a key of a request',
    'request: { frm: a, url: "http://a/" }\n  expect: { status: 1 }',
    'request: { from: a, url: "http://a/" }\n  expect: { status: 1 }',
    'from',
  ],
  ['a value', 'expect: { outcome: foward }   # on', 'expect: { outcome: forward }   # on', 'forward'],
])('%s that is almost right is mended', (_, wrong, right, meant) => {
  const text = (rest: string) =>
    `# ours\nexpectations:\n- name: one\n  ${rest.startsWith('expect') ? "request: { from: shop, url: 'http://a.example/' }\n  " : ''}${rest}\n`;
  const path = 'shop.expect.yaml';
  const files = [{ path, text: text(wrong) }];
  const mesh = linkMesh([{ path, documents: [parseDocument(text(wrong))] }]);
  const problem = checkWorkspace(mesh).find(({ fixes }) => fixes.length > 0);
  expect(problem?.message).toContain(`Did you mean "${meant}"?`);
  const [fix] = problem?.fixes ?? [];
  const changes = fix ? planOperation({ files, mesh }, fix.operation).changes : [];
  expect(applyChanges(files, changes).files).toEqual([{ path, text: text(right) }]);
});
