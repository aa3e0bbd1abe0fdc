import { describe, expect, it } from 'vitest';
import { fileLeftByName, fileLeftBySize, fileTaken, folderLeft } from './taking.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('folders', () => {
  it.each([
    ['.git', [], 'unspoken'],
    ['.github', [], 'hidden'],
    ['node_modules', [], 'packages'],
    ['templates', ['Chart.yaml', 'values.yaml'], 'chart-template'],
    ['templates', ['values.yaml'], null],
    ['crds', ['Chart.yaml'], null],
    ['base', [], null],
  ])('%s beside %j: %s', (name, beside, left) => {
    expect(folderLeft(name, new Set(beside))).toBe(left);
  });
});

describe('files by name', () => {
  it.each([
    ['cart.yaml', undefined],
    ['deep/cart.YML', undefined],
    ['deep/kustomization.yaml', undefined],
    ['deep/cart.json', undefined],
    ['checks.expect.yaml', undefined],
    ['.travis.yml', 'hidden'],
    ['cart.yaml.tpl', 'template'],
    ['cart.yml.j2', 'template'],
    ['_helpers.tpl', 'template'],
    ['README.md', 'not-yaml'],
    ['Makefile', 'not-yaml'],
    ['deep/a\\b.yaml', 'name'],
  ])('%s: %s', (path, reason) => {
    expect(fileLeftByName(path)?.reason).toBe(reason);
  });
});

describe('files by what is in them', () => {
  it.each([
    ['a.yaml', 'kind: Service\n', undefined],
    ['a.yaml', '\ufeffkind: Service\r\n', undefined],
    ['kustomization.yaml', 'resources:\n- a.yaml\n', undefined],
    ['a.yaml', 'kind: [broken\n', undefined],
    ['a.yaml', 'kind: Service\nmetadata:\n  name: {{ .Values.name }}\n', 'template'],
    ['a.yaml', 'kind: ConfigMap\n---\n{{- if .Values.on }}\nkind: Service\n{{- end }}\n', 'template'],
    ['a.yaml', 'kind: ConfigMap\ndata:\n  alert: "{{ $labels.pod }} is down"\n', undefined],
    ['a.json', '{"apiVersion": "v1", "kind": "List", "items": []}', undefined],
    ['a.json', '{"apiVersion": "v1", "kind": "List", "items": [', undefined],
    ['package.json', '{"name": "x", "version": "1"}', 'other-json'],
    ['a.yaml', 'a\0b', 'not-text'],
  ])('%s %j: %s', (path, text, reason) => {
    const taken = fileTaken(path, bytes(text));
    if (reason === undefined) expect(taken).toEqual({ text });
    else expect(taken).toMatchObject({ reason });
  });

  it('says which limit a large one passes', () => {
    expect(fileLeftBySize(32 * 1024 * 1024)).toBeNull();
    expect(fileLeftBySize(40 * 1024 * 1024)?.detail).toBe('40 MB; the limit is 32 MB');
  });
});
