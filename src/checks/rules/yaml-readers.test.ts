import { expect, it } from 'vitest';
import { brief, checkForm as check, httpRule, resource } from '../check.testkit.ts';
import type { Fix, Problem } from '../problem.ts';
import { expectMended, mended } from '../rules.testkit.ts';

const fixOf = (problem: Problem | undefined, which: number): Fix => {
  const fix = problem?.fixes[which];
  if (!fix) throw new Error('It has no such fix');
  return fix;
};

const header = (value: string): string =>
  httpRule(`match: [{ headers: { x-flag: { exact: ${value} } } }]\nroute: [{ destination: { host: web } }]`);

it.each(['yes', 'No', 'on', 'OFF'])('refuses %s for text, which kubectl reads as a boolean', (word) => {
  expect(check(header(word))).toMatchObject([{ code: 'MW0010', severity: 'error' }]);
});

it.each(['y', 'N'])('warns of %s', (letter) => {
  expect(check(header(letter))).toMatchObject([{ code: 'MW0010', severity: 'warning' }]);
});

it('marks the word', () => {
  expect(check('apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata:\n  mode: on\n')).toMatchObject([
    { line: 5, column: 9, endLine: 5, endColumn: 11, path: 'data.mode' },
  ]);
});

it.each([
  ['0755', '493'],
  ['-010', '-8'],
  ['0b101', '5'],
  ['1_000', '1000'],
])('says that kubectl reads %s as %s', (source, number) => {
  const text = `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata: { mode: ${source} }\n`;
  const [problem] = check(text);
  expect(problem?.message).toContain(`as the number ${number}`);
});

it('warns of a key', () => {
  const text = resource('DestinationRule', 'host: web\nsubsets: [{ name: v1, labels: { on: "1" } }]');
  expect(brief(check(text))).toEqual(['MW0010']);
});

it.each([
  [
    '"yes"',
    "'off'",
    'yesterday',
    'online',
    'true',
    '"0755"',
    '7',
    '0',
    '00',
    '0.5',
    '0x1F',
    '2024-01-01',
    'a_b',
  ].map((value) => header(value)),
])('is silent', (...texts) => {
  for (const text of texts)
    expect(
      brief(check(text)).filter((code) => code.startsWith('MW001')),
      text,
    ).toEqual([]);
});

it('is not deceived by comments', () => {
  expect(check(`# turn it on, or off: no\n${header('a')}# - yes\n`)).toEqual([]);
});

it.each([
  ['?', 'https?', true],
  ['? in quotes', '"https?"', false],
  ['? in other quotes', "'https?'", false],
  ['neither', '/v1/x', false],
])('%s between brackets', (_, value, refused) => {
  const text = httpRule(`match:\n  - uri: {regex: ${value}}\nroute:\n  - destination: {host: web}`);
  expect(brief(check(text))).toEqual(refused ? ['MW0011 spec.http[0].match[0].uri.regex'] : []);
});

it('lets ? stand in plain text outside of brackets', () => {
  expect(
    check(httpRule('match:\n  - uri:\n      regex: https?[a-z]\nroute:\n  - destination: {host: web}')),
  ).toEqual([]);
});

it.each([
  ['a word', header('yes'), ['Put quotes around "yes"'], 'exact: "yes"'],
  [
    'a word where none is wanted',
    httpRule('route: [{ destination: { host: web } }]\nmatch: [{ ignoreUriCase: on, uri: { exact: /a } }]'),
    ['Change to true', 'Put quotes around "on"'],
    'ignoreUriCase: true',
  ],
  ['a sign', header('https?'), ['Put quotes around "https?"'], 'exact: "https?"'],
])('mends %s', (_, text, titles, after) => {
  const [problem] = check(text);
  expect(problem?.fixes.map(({ title }) => title)).toEqual(titles);
  expect(mended(text, fixOf(problem, 0))['a.yaml']).toContain(after);
  expectMended(text);
});

it('mends what stands in an item of a List', () => {
  const item = 'apiVersion: v1, kind: ConfigMap, metadata: { name: a }, data: { mode: no }';
  const text = `apiVersion: v1\nkind: List\nitems: [{ ${item} }]\n`;
  const [problem] = check(text);
  expect(problem).toMatchObject({ path: 'data.mode', resource: { kind: 'ConfigMap' } });
  expect(mended(text, fixOf(problem, 1))['a.yaml']).toBe(text.replace(': no', ': "no"'));
});
