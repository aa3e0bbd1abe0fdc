import { asMap, asText, member, typeOf, valueAt } from '../../istio/index.ts';
import { parseDocument, splitDocuments } from '../../yaml/index.ts';

/** A document of a file, and what it is about. */
export interface Part {
  readonly text: string;
  /** The kind, told apart by its API group; empty for what is no Kubernetes object. */
  readonly type: string;
  /** Kind, namespace and name; what is no Kubernetes object is its own text. */
  readonly key: string;
}

export const partsOf = (file: string): readonly Part[] =>
  file === '' ? [] : splitDocuments(file).map(({ text }) => partOf(text));

function partOf(text: string): Part {
  const { value } = parseDocument(text);
  const map = asMap(value);
  const kind = asText(map && member(map, 'kind'));
  // A file of settings or of expectations is one document, whatever it says.
  if (kind === undefined) return { text, type: '', key: map ? 'settings' : 'nothing' };
  const type = typeOf(asText(map && member(map, 'apiVersion')) ?? '', kind);
  const [namespace, name] = ['namespace', 'name'].map(
    (field) => asText(valueAt(map, ['metadata', field])) ?? '',
  );
  return { text, type, key: `${type}/${namespace}/${name}` };
}

/** What becomes of a document: it is changed into another, goes, or comes. */
export type Move =
  | { readonly from: Part; readonly to: Part }
  | { readonly from: Part; readonly to?: undefined }
  | { readonly from?: undefined; readonly to: Part };

/** Pairs documents that are about the same, in order; between them those of the same kind, as a renamed one is. */
export function align(before: readonly Part[], after: readonly Part[]): readonly Move[] {
  const moves: Move[] = [];
  let [i, j] = [0, 0];
  for (const [nextI, nextJ] of [...sameKeys(before, after), [before.length, after.length] as const]) {
    moves.push(...between(before.slice(i, nextI), after.slice(j, nextJ)));
    const [from, to] = [before[nextI], after[nextJ]];
    if (from && to) moves.push({ from, to });
    [i, j] = [nextI + 1, nextJ + 1];
  }
  return moves;
}

function between(before: readonly Part[], after: readonly Part[]): readonly Move[] {
  const left = [...before];
  const paired = after.map((to): Move => {
    const at = left.findIndex(({ type }) => type === to.type);
    const [from] = at === 0 ? left.splice(at, 1) : [];
    return from ? { from, to } : { to };
  });
  return [...paired, ...left.map((from) => ({ from }))];
}

/** Comparing every document with every other is for lessons, not for what somebody put in their place. */
const MOST_COMPARED = 250_000;

/** The longest common run of keys, as pairs of indexes. */
function sameKeys(before: readonly Part[], after: readonly Part[]): readonly (readonly [number, number])[] {
  if (before.length * after.length > MOST_COMPARED) return [];
  const longest = before.map(() => after.map(() => 0));
  const at = (i: number, j: number): number => longest[i]?.[j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--) {
      const row = longest[i];
      if (!row) continue;
      row[j] = before[i]?.key === after[j]?.key ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < before.length && j < after.length;) {
    if (before[i]?.key === after[j]?.key) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}
