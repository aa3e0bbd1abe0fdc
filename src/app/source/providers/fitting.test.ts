import { expect, it } from 'vitest';
import type { CompletionItem } from '../../../language/index.ts';
import { fitting } from './fitting.ts';

const item = (label: string, from: number): CompletionItem => ({
  label,
  kind: 'name',
  detail: '',
  documentation: '',
  replace: { from, to: from },
  insert: label,
  stops: [],
  again: false,
  deprecated: false,
  rank: 1,
});

const labels = (text: string, most: number) => {
  const from = text.indexOf(' ') + 1;
  const items = ['alpha.example', 'beta.test', 'alps.example'].map((label) => item(label, from));
  return fitting(items, text, text.length, most).map(({ label }) => label);
};

it.each([
  ['host: al', 9, ['alpha.example', 'beta.test', 'alps.example']],
  ['host: al', 2, ['alpha.example', 'alps.example']],
  ['host: "ALS', 2, ['alps.example']],
  ['host: ', 2, ['alpha.example', 'beta.test']],
])('of %j offers at most %i', (text, most, expected) => {
  expect(labels(text, most)).toEqual(expected);
});
