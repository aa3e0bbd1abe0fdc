import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNothing, needsAsking, planSave, stepsOf } from './save-plan.ts';

const baseOf = (files: Record<string, string>) =>
  new Map(Object.entries(files).map(([path, text]) => [path, { text }]));
const filesOf = (files: Record<string, string>) =>
  Object.entries(files).map(([path, text]) => ({ path, text }));
const plan = (base: Record<string, string>, files: Record<string, string>) =>
  planSave(baseOf(base), filesOf(files));
const steps = (base: Record<string, string>, files: Record<string, string>) =>
  stepsOf(plan(base, files)).map(({ kind, path }) => `${kind} ${path}`);

describe('planSave', () => {
  it('writes only what has changed', () => {
    const one = plan({ 'a.yaml': '1', 'b.yaml': '2' }, { 'a.yaml': '1', 'b.yaml': '3' });
    expect(one.changed).toEqual([{ path: 'b.yaml', text: '3' }]);
    expect(needsAsking(one)).toBe(false);
    expect(isNothing(plan({ 'a.yaml': '1' }, { 'a.yaml': '1' }))).toBe(true);
  });

  it('tells a file under another name from a new and a deleted one', () => {
    const moved = plan({ 'a.yaml': '1', 'b.yaml': '2' }, { 'c.yaml': '1', 'd.yaml': '9' });
    expect(moved.renamed).toEqual([{ from: 'a.yaml', to: 'c.yaml' }]);
    expect(moved.removed).toEqual(['a.yaml', 'b.yaml']);
    expect(needsAsking(moved)).toBe(true);
  });

  it('takes each deleted file for one new name only', () => {
    expect(plan({ 'a.yaml': '1' }, { 'b.yaml': '1', 'c.yaml': '1' }).renamed).toEqual([
      { from: 'a.yaml', to: 'b.yaml' },
    ]);
  });
});

describe('stepsOf', () => {
  it('takes away last', () => {
    expect(steps({ 'a.yaml': '1', 'b.yaml': '2' }, { 'b.yaml': '3', 'c.yaml': '1' })).toEqual([
      'write b.yaml',
      'write c.yaml',
      'remove a.yaml',
    ]);
  });

  it('takes a name away first that only its case tells from a new one', () => {
    expect(steps({ 'Cart.yaml': '1' }, { 'cart.yaml': '1' })).toEqual([
      'remove Cart.yaml',
      'write cart.yaml',
    ]);
  });

  it('leads from what was to what is', () => {
    const some = fc.dictionary(fc.constantFrom('a', 'A', 'b', 'c', 'd'), fc.constantFrom('1', '2', '3'));
    fc.assert(
      fc.property(some, some, (base, files) => {
        const disk = new Map<string, string>(Object.entries(base));
        for (const step of stepsOf(plan(base, files))) {
          if (step.kind === 'write') disk.set(step.path, step.text);
          else disk.delete(step.path);
        }
        expect(Object.fromEntries(disk)).toEqual({ ...files });
      }),
    );
  });
});
