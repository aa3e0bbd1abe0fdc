/** A file of the build, as the list that the build writes into the service worker names it. */
export interface Entry {
  /** Relative to the page. */
  readonly url: string;
  /** What its bytes are known by; null where the name itself changes with them. */
  readonly revision: string | null;
}

/** The same for the same files, another for others: names the cache of one version of the build. */
export function versionOf(entries: readonly Entry[]): string {
  // FNV-1a, twice: not against an adversary (the list comes with the program), only to tell versions apart.
  const text = entries.map(({ url, revision }) => `${url} ${revision ?? ''}`).join('\n');
  let [a, b] = [0x811c9dc5, 0x01000193];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x85ebca6b);
  }
  return [a, b].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
