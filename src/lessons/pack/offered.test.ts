import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readOffered } from './offered.ts';

it('names what lies beside the page, by title where one is said', () => {
  const list = {
    packs: ['class.zip', { file: 'day/two.md', title: 'Day two' }, { file: 'x.zip', title: 7 }],
  };
  expect(readOffered(JSON.stringify(list))).toEqual([
    { address: 'packs/class.zip', title: 'class.zip' },
    { address: 'packs/day/two.md', title: 'Day two' },
    { address: 'packs/x.zip', title: 'x.zip' },
  ]);
});

it.each(['../a.zip', '/a.zip', '//evil.example/a.zip', 'https://evil.example/a.zip', 'a.html', '', 7, null])(
  'leaves out %s',
  (file) => expect(readOffered(JSON.stringify({ packs: [file, { file }] }))).toEqual([]),
);

it('never throws', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => Array.isArray(readOffered(text))));
  expect(readOffered('{"packs": []}')).toEqual([]);
});
