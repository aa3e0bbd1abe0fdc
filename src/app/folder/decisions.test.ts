import { describe, expect, it } from 'vitest';
import { choiceKeys, choicesWanted, decisionOf, outcomeOf } from './decisions.ts';

const changed = (base: string | null, mine: string | null, theirs: string | null) =>
  decisionOf({ path: 'a.yaml', why: 'changed', base, theirs }, mine);

describe('a decision', () => {
  it('wants a choice for each difference, and keeps what was changed elsewhere', () => {
    const decision = changed('1\n-\n2\n-\n3\n', 'A\n-\nB\n-\n3\n', 'a\n-\nb\n-\nc\n');
    expect(choicesWanted(decision)).toBe(2);
    expect(outcomeOf(decision, ['mine'])).toBeUndefined();
    expect(outcomeOf(decision, [undefined, 'mine'])).toBeUndefined();
    expect(outcomeOf(decision, ['mine', 'theirs'])).toBe('A\n-\nb\n-\nc\n');
    expect(outcomeOf(decision, ['both', 'mine'])).toBe('A\na\n-\nB\n-\nc\n');
  });

  it('chooses whole files where putting them together gives nothing that can be read', () => {
    const decision = changed('1\n-\n2\n', 'A\n-\n2\n', '1\n-\nB\n');
    expect(choicesWanted(decision)).toBe(1);
    expect(outcomeOf(decision, ['mine'])).toBe('A\n-\n2\n');
    expect(outcomeOf(decision, ['theirs'])).toBe('1\n-\nB\n');
  });

  it('keeps what was chosen with what it was chosen for, wherever that stands by now', () => {
    const before = changed('1\n-\n2\n', 'A\n-\nB\n', 'a\n-\nb\n');
    const [first, second] = choiceKeys(before);
    // The first difference has gone, and the folder says something else at the second.
    const [moved] = choiceKeys(changed('1\n-\n2\n', 'a\n-\nB\n', 'a\n-\nb\n'));
    expect(moved).toBe(second);
    const [, other] = choiceKeys(changed('1\n-\n2\n', 'A\n-\nB\n', 'a\n-\nc\n'));
    expect(other).not.toBe(second);
    expect(new Set([first, second]).size).toBe(2);
    const twice = changed('1\n-\n1\n', 'A\n-\nA\n', 'a\n-\na\n');
    expect(new Set(choiceKeys(twice)).size).toBe(2);
  });

  it('keeps or deletes where one side has no file', () => {
    const deleted = changed('1\n', '1\n', null);
    expect([outcomeOf(deleted, []), outcomeOf(deleted, ['mine'])]).toEqual([undefined, '1\n']);
    expect(outcomeOf(deleted, ['theirs'])).toBeNull();
    expect(outcomeOf(changed('1\n', null, '2\n'), ['theirs'])).toBe('2\n');
  });
});
