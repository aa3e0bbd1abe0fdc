import { describe, expect, it } from 'vitest';
import type { ComparedRequest, TrafficDifference } from '../../../../traffic/index.ts';
import { entriesOf, filterCounts, type Filter } from './entries.ts';

const said = { tone: 'good', head: 'Forwarded', text: 'Forwarded.' } as const;
const request = (path: string, holdsAfter?: boolean): ComparedRequest => ({
  title: path,
  from: holdsAfter === undefined ? 'edge' : 'expectation',
  request: { caller: { kind: 'sidecar', namespace: 'shop' }, url: `http://a${path}` },
  before: said,
  after: said,
  ...(holdsAfter !== undefined && {
    expectation: { file: 'a.expect.yaml', document: 0, index: 0, heldBefore: true, holdsAfter },
  }),
});
const difference = (
  verdict: TrafficDifference['verdict'],
  ...requests: readonly ComparedRequest[]
): TrafficDifference => ({ verdict, changes: [], causes: [], requests });

const ALL = [
  difference('breaks', request('/expected', false), request('/a'), request('/b')),
  difference('otherwise', request('/c'), request('/kept', true)),
];
const told = (filter: Filter, open: readonly string[] = []) =>
  entriesOf(ALL, filter, new Set(open)).map(({ one, others }) => `${one.title} ${others}`);

describe('the list of differences', () => {
  it('tells one cause once, with how many others it concerns', () => {
    expect(told('all')).toEqual(['/expected 2', '/c 1']);
  });

  it('lists all requests of what is open', () => {
    const [first] = entriesOf(ALL, 'all', new Set());
    expect(told('all', [first?.key ?? ''])).toEqual(['/expected 2', '/a null', '/b null', '/c 1']);
  });

  it('filters what breaks, and what is expected', () => {
    expect(told('breaks')).toEqual(['/expected 2']);
    expect(told('expectations')).toEqual(['/expected 0', '/kept 0']);
    expect(filterCounts(ALL)).toEqual({ all: 2, breaks: 1, expectations: 2 });
  });

  it('gives every line another key', () => {
    const all = entriesOf(ALL, 'all', new Set(entriesOf(ALL, 'all', new Set()).map(({ key }) => key)));
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
    expect(all).toHaveLength(5);
  });
});
