import { describe, expect, it } from 'vitest';
import { linkMesh } from '../istio/index.ts';
import { applyChanges } from '../text/index.ts';
import { parseDocument, RefusedError, splitDocuments } from '../yaml/index.ts';
import { planOperation } from './plan-operation.ts';
import type { Operation } from './types.ts';

const FILE = 'shop.expect.yaml';
const after = (text: string | undefined, operation: Operation): string | undefined => {
  const files = text === undefined ? [] : [{ path: FILE, text }];
  const documents = files.map((file) => ({
    path: file.path,
    documents: splitDocuments(file.text).map((slice) => parseDocument(slice.text)),
  }));
  const { changes } = planOperation({ files, mesh: linkMesh(documents) }, operation);
  return applyChanges(files, changes).files[0]?.text;
};
const add = (name: string): Operation => ({
  kind: 'add-expectation',
  file: FILE,
  value: { name, request: { from: 'shop', url: 'http://a.example/' }, expect: { outcome: 'forward' } },
});
const TEXT = `# kept
expectations:
  # the first
  - name: one # so called
    request: { from: shop, url: 'http://a.example/1' }
    expect:
      outcome: forward
  # the second
  - name: two
    request: {from: shop, url: "http://a.example/2"}
    expect: {status: 404}
`;

describe('files of expectations', () => {
  it('are made with the first, and go with the last', () => {
    const made = after(undefined, add('one'));
    expect(made).toContain('expectations:\n');
    expect(made).toContain('- name: one\n');
    expect(after(made, { kind: 'remove-expectation', file: FILE, document: 0, index: 0 })).toBeUndefined();
  });

  it('get another at the end, and nothing else changes', () => {
    const more = after(TEXT, add('three')) ?? '';
    expect(more.startsWith(TEXT)).toBe(true);
    expect(more.slice(TEXT.length)).toContain('  - name: three\n');
    expect(parseDocument(more).problems).toEqual([]);
  });

  it('lose one with its lines alone', () => {
    const less = after(TEXT, { kind: 'remove-expectation', file: FILE, document: 0, index: 0 });
    expect(less).toContain('# kept\n');
    expect(less).toContain('  # the second\n  - name: two\n');
    expect(less).not.toContain('name: one');
  });

  it('rename one and keep the comment beside', () => {
    const at = { file: FILE, document: 0, index: 0 };
    expect(after(TEXT, { kind: 'set-expectation', ...at, path: ['name'], value: 'uno' })).toBe(
      TEXT.replace('one # so', 'uno # so'),
    );
  });

  it('begin a list where there is none, behind what stands there', () => {
    expect(after('# nothing yet\n', add('one'))).toMatch(/^# nothing yet\nexpectations:\n/);
    expect(after('expectations: []\n', add('one'))).toContain('name: one');
  });

  it('are left alone where they cannot be read', () => {
    expect(() => after('expectations: [\n', add('one'))).toThrow(RefusedError);
    expect(() => after(TEXT, { kind: 'remove-expectation', file: FILE, document: 3, index: 0 })).toThrow(
      RefusedError,
    );
  });
});
