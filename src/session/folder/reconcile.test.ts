import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reconcile } from './reconcile.ts';

const asks = (why: string) => ({ kind: 'ask', why });
const taken = (text: string, merged = false) => ({ kind: 'taken', text, merged });

const doc = 'kind: Service\nmetadata:\n  name: a\n  namespace: b\nspec:\n  type: x\n';

describe('reconcile', () => {
  it.each([
    ['nothing has happened', 'a', 'a', 'a', { kind: 'as-it-was' }],
    ['changed here', 'a', 'b', 'a', { kind: 'as-it-was' }],
    ['new here', null, 'a', null, { kind: 'as-it-was' }],
    ['deleted here', 'a', null, 'a', { kind: 'as-it-was' }],
    ['changed there', 'a', 'a', 'b', taken('b')],
    ['new there', null, null, 'a', taken('a')],
    ['saved by another tab', 'a', 'b', 'b', { kind: 'agreed' }],
    ['deleted on both sides', 'a', null, null, { kind: 'agreed' }],
    ['deleted there', 'a', 'a', null, asks('deleted-there')],
    ['deleted there, changed here', 'a', 'b', null, asks('deleted-there')],
    ['deleted here, changed there', 'a', null, 'b', asks('deleted-here')],
    ['new on both sides', null, 'a', 'b', asks('changed')],
    ['changed on both sides', 'a', 'b', 'c', asks('changed')],
    [
      'changed on both sides, apart',
      doc,
      doc.replace('Service', 'Pod'),
      doc.replace('x', 'y'),
      taken(doc.replace('Service', 'Pod').replace('x', 'y'), true),
    ],
    [
      'a merge with one key twice',
      doc,
      doc.replace('metadata:', 'metadata:\n  labels: {}'),
      doc.replace('  namespace: b', '  namespace: b\n  labels: {}'),
      asks('changed'),
    ],
  ])('%s', (_, base, mine, theirs, outcome) => {
    expect(reconcile({ base, mine, theirs })).toEqual(outcome);
  });

  it('never changes what is here while the folder is as it was, and never loses what the folder has', () => {
    const side = fc.option(fc.constantFrom('a\n', 'b\n', 'a\nb\n', 'b\na\n', ''), { nil: null });
    fc.assert(
      fc.property(side, side, side, (base, mine, theirs) => {
        const outcome = reconcile({ base, mine, theirs });
        if (theirs === base) expect(outcome.kind).toBe('as-it-was');
        else expect(outcome.kind).not.toBe('as-it-was');
        if (outcome.kind === 'agreed') expect(mine).toBe(theirs);
        if (outcome.kind === 'taken' && !outcome.merged) expect([mine, theirs]).toEqual([base, outcome.text]);
      }),
    );
  });
});
