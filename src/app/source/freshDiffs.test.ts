import { describe, expect, it } from 'vitest';
import { onlyFreshDiffs } from './freshDiffs.ts';

const textOf = () => {
  const state = { version: 1, disposed: false };
  return { state, getVersionId: () => state.version, isDisposed: () => state.disposed };
};

describe('the answer of a comparison', () => {
  type State = ReturnType<typeof textOf>['state'];
  const answer = { changes: [] };
  const answerWhere = (happens: (original: State, modified: State) => void) => {
    const [original, modified] = [textOf(), textOf()];
    const computeDiff = (..._texts: readonly unknown[]) => {
      happens(original.state, modified.state);
      return Promise.resolve(answer);
    };
    return onlyFreshDiffs({ computeDiff }).computeDiff(original, modified);
  };

  it('is given for the texts that were compared', async () => {
    expect(await answerWhere(() => {})).toBe(answer);
  });

  it.each<[string, Parameters<typeof answerWhere>[0]]>([
    ['the right text was edited', (_, modified) => modified.version++],
    ['the left text was edited', (original) => original.version++],
    ['a text is gone', (_, modified) => (modified.disposed = true)],
  ])('is none where %s meanwhile', async (_name, happens) => {
    expect(await answerWhere(happens)).toBeNull();
  });
});
