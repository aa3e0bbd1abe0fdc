import { describe, expect, it } from 'vitest';
import { changedResources } from './changedResources.ts';

const document = (name: string, host = 'a.example') =>
  `apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata:\n  name: ${name}\nspec:\n  host: ${host}\n`;

const words = (before: string, after: string) =>
  changedResources(before, after)?.map(({ name, change }) => `${change} ${name}`);

describe('changedResources', () => {
  it('tells what was changed, added and removed', () => {
    const before = [document('one'), document('two'), document('three')].join('---\n');
    const after = [document('one'), document('two', 'b.example'), document('four')].join('---\n');
    expect(words(before, after)).toEqual(['changed two', 'added four', 'removed three']);
  });

  it('says nothing of documents that only moved', () => {
    const there = `${document('one')}---\n${document('two')}---\n${document('three')}`;
    const back = `${document('one')}---\n${document('three')}---\n${document('two')}`;
    expect(words(there, back)).toEqual([]);
  });

  it('sees a second resource of the same text', () => {
    const once = `${document('one')}---\n${document('two')}---\n`;
    expect(words(once, `${document('one')}---\n${document('two')}---\n${document('two')}---\n`)).toEqual([
      'added two',
    ]);
  });

  it('gives up where too much differs', () => {
    const many = Array.from({ length: 401 }, (_, index) => document(`n${index}`)).join('---\n');
    expect(changedResources('', many)).toBeNull();
  });
});
