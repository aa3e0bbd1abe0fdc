import { describe, expect, it } from 'vitest';
import { parseDocument } from './parse.ts';
import type { SyntaxProblemCode } from './types.ts';

describe('parseDocument', () => {
  it.each<[string, string, unknown]>([
    [
      'core scalars',
      'a: [1, 0x10, 1.5, true, yes, null, ~, "1"]\n',
      { a: [1, 16, 1.5, true, 'yes', null, null, '1'] },
    ],
    [
      'aliases and merge keys',
      'a: &x {b: 1, c: 2}\nd: {<<: *x, c: 3}\n',
      { a: { b: 1, c: 2 }, d: { b: 1, c: 3 } },
    ],
    ['keys that are no text', '80: a\ntrue: b\nnull: c\n', { 80: 'a', true: 'b', '': 'c' }],
    ['comments only', '# nothing\n', undefined],
    ['nothing behind a marker', '---\n', undefined],
    ['a byte order mark, CRLF and an end marker', '\ufeffa: 1\r\n...\r\n', { a: 1 }],
    ['JSON', '{"a": {"b": []}}', { a: { b: [] } }],
  ])('reads %s', (_, text, value) => {
    expect(parseDocument(text)).toEqual({ text, value: value ?? undefined, problems: [] });
  });

  it('takes __proto__ for a key like any other', () => {
    const value = parseDocument('__proto__: {polluted: 1}\nconstructor: 2\n').value as object;
    expect(Object.keys(value)).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect({}).not.toHaveProperty('polluted');
  });

  it.each<[string, string, SyntaxProblemCode, number, number, RegExp]>([
    ['a quote that is not closed', 'a: "x', 'syntax', 3, 4, /closing quote/],
    ['a quote that swallows all below it', 'a: 1\nb: "x\nc: 3\nd: 4\n', 'syntax', 8, 9, /closing quote/],
    ['a template instead of a value', 'a:\n  b: {{ .Values.b }}\n', 'template', 8, 23, /helm template/],
    ['a template on a line of its own', '{{- if .a }}\nb: 1\n{{- end }}\n', 'template', 0, 12, /template/],
    ['a template for a list', 'a:\n  {{- toYaml .b | nindent 2 }}\nc: 1\n', 'template', 5, 33, /template/],
    ['a template of another language', '{% if a %}\nb: 1\n{% endif %}\n', 'template', 0, 10, /template/],
    ['a brace that is not closed', 'a: {b: 1\nc: 2\n', 'syntax', 9, 10, /missing }/],
    ['a bracket that is not closed', 'a: [1\nc: 2\n', 'syntax', 6, 7, /missing ]/],
    ['a colon within a value', 'a: b: c\n', 'syntax', 3, 4, /quotes missing/],
    ['a key without a colon', 'a: 1\nbee\n', 'syntax', 5, 8, /colon is missing/],
    ['a bracket within a word', 'a: {b: /v[12]/c}\n', 'syntax', 9, 10, /quotes around the whole/],
    ['a comment without a space', 'a: "x"#c\n', 'syntax', 6, 8, /space is missing/],
    ['a tab as indentation', 'a:\n\tb: 1\n', 'tab', 3, 4, /tab/],
    ['a value with a reserved first character', 'a: @x\n', 'syntax', 3, 4, /quotes around/],
    ['a key twice', 'a: 1\nb: 2\na: 3\n', 'duplicate-key', 10, 11, /"a" stands twice/],
    ['a key twice, in two spellings', 'a: 1\n"a": 2\n', 'duplicate-key', 5, 8, /stands twice/],
    ['an alias of nothing', 'a: *x\n', 'syntax', 3, 5, /no anchor &x/],
    ['an alias of what it stands in', 'a: &x [*x]\n', 'syntax', 7, 9, /hold itself/],
    ['a merge of no map', 'a:\n  <<: 3\n', 'syntax', 5, 7, /merge key/],
    ['zero bytes', 'a: \0', 'binary', 3, 4, /zero bytes/],
  ])('says where and what is wrong with %s', (_, text, code, from, to, message) => {
    const { value, problems } = parseDocument(text);
    expect(value).toBeUndefined();
    expect(problems[0]).toEqual({ code, from, to, message: expect.stringMatching(message) as string });
  });

  it('tells every problem of a document, in order', () => {
    const { problems } = parseDocument('a: 1\na: @x\nb: *y\n');
    expect(problems.map(({ from }) => from)).toEqual([5, 8, 14]);
  });

  it.each([
    ['in a script', 'a: 1\ndata:\n  x: |\n    {{ if .a }}\n    {{ end }}\n'],
    ['in quotes', 'a: "{{ .b }}"\n'],
    ['within a word', 'a: web-{{ .b }}\n'],
    ['in a comment', '# {{ .b }}\na: 1\n'],
  ])('takes braces %s for text', (_, text) => {
    expect(parseDocument(text).problems).toEqual([]);
  });

  it('tells of a mistake beside braces in a text', () => {
    const { problems } = parseDocument('x: |\n  {{ if .a }}\ny: [1\nz: 2\n');
    expect(problems.map(({ code }) => code)).toEqual(['syntax']);
  });

  it('tells of one mistake once, and not of what follows from it', () => {
    const { problems } = parseDocument('a: 1\na: 2\nb:\n  - c: 1\n d: 2\ne: *x\nb: 3\n - f\n: g\n');
    expect(problems.map(({ from }) => from)).toEqual([5, 22]);
  });

  it.each([
    ['brackets', `a: ${'['.repeat(3000)}${']'.repeat(3000)}`],
    ['brackets without an end', `a: ${'{a: ['.repeat(100_000)}`],
    ['dashes', `${'- '.repeat(100_000)}x`],
    ['questions', `${'? '.repeat(5000)}x`],
    ['lines', Array.from({ length: 3000 }, (_, level) => `${' '.repeat(level)}a:`).join('\n')],
  ])('does not descend into thousands of nested %s', (_, text) => {
    expect(parseDocument(text)).toMatchObject({ value: undefined, problems: [{ code: 'too-deep' }] });
  });

  it('reads what only looks deep', () => {
    const text = `a: "${'['.repeat(900)}"\nb: |\n${' '.repeat(900)}x\n`;
    expect(parseDocument(text).problems).toEqual([]);
  });

  it('does not unfold a bomb of aliases', () => {
    const levels = 'abcdefgh'.split('');
    const lines = levels.map((name, index) => {
      const before = levels[index - 1];
      return `${name}: &${name} [${Array(9)
        .fill(before ? `*${before}` : 'x')
        .join(', ')}]`;
    });
    expect(parseDocument(lines.join('\n'))).toMatchObject({
      value: undefined,
      problems: [{ code: 'alias-bomb' }],
    });
  });

  it('reads a map of many thousand keys', () => {
    const text = Array.from({ length: 20_000 }, (_, index) => `key${index}: ${index}`).join('\n');
    expect(Object.keys(parseDocument(text).value as object)).toHaveLength(20_000);
  });
});
