interface Text {
  getVersionId(): number;
  isDisposed(): boolean;
}

/** Monaco's way to compare two texts, as far as it is used here. */
export interface DiffProvider {
  computeDiff(original: Text, modified: Text, ...rest: readonly unknown[]): Promise<unknown>;
}

/**
 * A worker compares, and Monaco lays its answer upon the texts as they are by then: it remembers what was edited meanwhile, but
 * what should carry the answer over to that (`applyModifiedEdits` in `diffEditorViewModel.js`) does nothing. Where the text
 * became shorter, the unchanged lines behind its last change end before they begin, and that throws. Here such an answer is
 * none, which Monaco takes for one that was given up: each edit has asked for a comparison of its own.
 */
export function onlyFreshDiffs<T extends DiffProvider>(provider: T): T {
  const compare = provider.computeDiff.bind(provider);
  provider.computeDiff = async (original, modified, ...rest) => {
    const versions = () =>
      [original, modified].map((text) => (text.isDisposed() ? 'gone' : text.getVersionId())).join(' ');
    const compared = versions();
    const diff = await compare(original, modified, ...rest);
    return versions() === compared ? diff : null;
  };
  return provider;
}
