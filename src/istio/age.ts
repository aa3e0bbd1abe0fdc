import { createdAt } from './selectors.ts';
import type { Resource } from './types.ts';

const text = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/**
 * Orders resources oldest first, as Istio does where two claim the same: by `creationTimestamp`, name and namespace, and
 * what has no timestamp yet is younger than what has one; then path, document and place in it, which is the order of `kubectl apply -f`.
 */
export function compareAge(a: Resource, b: Resource): number {
  const [bornA, bornB] = [createdAt(a), createdAt(b)];
  if (bornA !== bornB) {
    if (bornA === undefined) return 1;
    if (bornB === undefined) return -1;
    const difference = Date.parse(bornA) - Date.parse(bornB);
    if (difference) return Number.isNaN(difference) ? text(bornA, bornB) : difference;
  }
  // Of one second, Istio takes them by name.
  const named = bornA === undefined ? 0 : text(a.name, b.name) || text(a.namespace, b.namespace);
  return named || comparePlace(a, b);
}

/** Orders resources by path, document, and place in the document. */
export function comparePlace(a: Resource, b: Resource): number {
  if (a.source.file !== b.source.file) return text(a.source.file, b.source.file);
  if (a.source.document !== b.source.document) return a.source.document - b.source.document;
  const [pathA, pathB] = [a.source.path, b.source.path];
  for (let n = 0; n < Math.min(pathA.length, pathB.length); n++) {
    const difference = Number(pathA[n]) - Number(pathB[n]);
    if (difference) return difference;
  }
  return pathA.length - pathB.length;
}
