import { groupBy } from '../controls/groupBy.ts';
import { isWorkload, type Resource } from '../../istio/index.ts';
import { lookOf } from '../../topology/index.ts';

export type RailEntry =
  | { readonly key: string; readonly heading: string; readonly count: number }
  | { readonly key: string; readonly resource: Resource };

/** Up to here the list is short enough to be read without headings. */
const UNGROUPED = 14;

/** Above this many resources, the list gets a box to filter it. */
export const FILTER_FROM = 12;

/** Not edited by forms, but read: for hosts, ports and labels. Everything else that is not modelled is "other". */
const isRead = (type: string) => type === 'Service' || type === 'Namespace' || isWorkload(type);

const matches = (resource: Resource, words: readonly string[]) => {
  const text =
    `${resource.kind} ${lookOf(resource.kind).words} ${resource.namespace}/${resource.name}`.toLowerCase();
  return words.every((word) => text.includes(word));
};

/**
 * The resources as the rail lists them: in the order of the files while they are few, by kind when they are many, and
 * what is only read, patches and what is not even that under headings of their own, at the end. `filter` are words that all have to occur.
 */
export function railEntries(resources: readonly Resource[], filter: string): RailEntry[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const found = words.length === 0 ? resources : resources.filter((resource) => matches(resource, words));
  const whole = found.filter(({ patch }) => !patch);
  const patches = found.filter(({ patch }) => patch);
  const modelled = whole.filter((resource) => resource.modelled);
  const others = whole.filter((resource) => !resource.modelled && !isRead(resource.type));
  const read = whole.filter((resource) => !resource.modelled && isRead(resource.type));
  const groups =
    modelled.length > UNGROUPED
      ? [...groupBy(modelled, ({ type }) => type)].map(([type, some]) => ({
          heading: lookOf(type).words,
          some,
        }))
      : [{ heading: '', some: modelled }];
  if (read.length > 0) groups.push({ heading: 'Kubernetes', some: read });
  if (patches.length > 0) groups.push({ heading: 'Kustomize patches', some: patches });
  if (others.length > 0) groups.push({ heading: 'Other', some: others });
  return groups.flatMap(({ heading, some }) => [
    ...(heading === '' ? [] : [{ key: `heading ${heading}`, heading, count: some.length }]),
    ...some.map((resource) => ({ key: resource.id, resource })),
  ]);
}
