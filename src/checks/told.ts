import type { Resource, ResourceId } from '../istio/index.ts';
import type { Finding } from './finding.ts';

/** Findings of rules that read the whole workspace, by resource id. */
export type Linked = Pick<ReadonlyMap<ResourceId, readonly Finding[]>, 'get'>;

/** What problems of some resources depend on, besides the text: which they are, and what others have to do with each. */
export interface Told {
  readonly ids: readonly ResourceId[];
  readonly findings: readonly (readonly Finding[] | undefined)[];
}

export const toldOf = (resources: readonly Resource[], linked: Linked): Told => ({
  ids: resources.map(({ id }) => id),
  findings: resources.map(({ id }) => linked.get(id)),
});

/** Whether the same is to be told of these resources. */
export const isToldOf = ({ ids, findings }: Told, linked: Linked, resources: readonly Resource[]): boolean =>
  ids.length === resources.length &&
  resources.every(({ id }, index) => ids[index] === id && sameWords(findings[index], linked.get(id)));

/** The very same, mostly; what was found anew and says the same in the same words is the same too. */
const sameWords = (a: readonly Finding[] | undefined, b: readonly Finding[] | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && textOf(a) === textOf(b));

const texts = new WeakMap<readonly Finding[], string>();

function textOf(findings: readonly Finding[]): string {
  let text = texts.get(findings);
  if (text === undefined) texts.set(findings, (text = JSON.stringify(findings)));
  return text;
}

/** The resources of which one says something else than the other. */
export function differences(
  one: ReadonlyMap<ResourceId, readonly Finding[]>,
  other: ReadonlyMap<ResourceId, readonly Finding[]>,
): readonly ResourceId[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter(
    (id) => !sameWords(one.get(id), other.get(id)),
  );
}

/** Findings of both, those of the one first. */
export function joined(one: Linked, other: ReadonlyMap<ResourceId, readonly Finding[]>): Linked {
  if (other.size === 0) return one;
  return {
    get(id) {
      const [first, second] = [one.get(id), other.get(id)];
      if (!first || !second) return first ?? second;
      let both = pairs.get(first)?.get(second);
      if (!both) pairs.set(first, new WeakMap([[second, (both = [...first, ...second])]]));
      return both;
    },
  };
}

/** What was joined stays the same list as long as its parts do. */
const pairs = new WeakMap<readonly Finding[], WeakMap<readonly Finding[], readonly Finding[]>>();
