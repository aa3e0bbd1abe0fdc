import { describe, expect, it } from 'vitest';
import type { Resource } from '../../istio/index.ts';
import { railEntries } from './entries.ts';

const resource = (kind: string, name: string, modelled = true, namespace = 'shop'): Resource => ({
  id: `${kind}/${namespace}/${name}`,
  kind,
  type: kind,
  group: '',
  namespace,
  name,
  apiVersion: 'v1',
  modelled,
  value: {},
  source: { file: 'a.yaml', document: 0, path: [] },
  stale: false,
});

const words = (resources: Resource[], filter = '') =>
  railEntries(resources, filter).map((entry) =>
    'heading' in entry ? `${entry.heading} (${entry.count})` : entry.resource.name,
  );

const few = [
  resource('VirtualService', 'orders'),
  resource('ConfigMap', 'mesh', false),
  resource('Gateway', 'edge'),
];

describe('railEntries', () => {
  it('keeps the order of the files while they are few, what is not modelled last', () => {
    expect(words(few)).toEqual(['orders', 'edge', 'Other (1)', 'mesh']);
  });

  it('tells what is only read from what is not', () => {
    const some = [resource('EnvoyFilter', 'tap', false), resource('Service', 'orders', false)];
    expect(words(some)).toEqual(['Kubernetes (1)', 'orders', 'Other (1)', 'tap']);
  });

  it('lists patches of Kustomize apart from what they are merged into', () => {
    const patch = { ...resource('VirtualService', 'orders'), patch: true as const };
    expect(words([patch, ...few])).toEqual([
      'orders',
      'edge',
      'Kustomize patches (1)',
      'orders',
      'Other (1)',
      'mesh',
    ]);
  });

  it('groups by kind when they are many', () => {
    const many = Array.from({ length: 9 }, (_, index) => [
      resource('VirtualService', `route-${index}`),
      resource('DestinationRule', `rule-${index}`),
    ]).flat();
    const entries = words(many);
    expect(entries[0]).toBe('Virtual Service (9)');
    expect(entries.slice(1, 10)).toEqual(
      many.filter(({ kind }) => kind === 'VirtualService').map(({ name }) => name),
    );
    expect(entries[10]).toBe('Destination Rule (9)');
    expect(entries).toHaveLength(20);
  });

  it.each([
    ['ord', ['orders']],
    ['virtual service', ['orders']],
    ['shop gateway', ['edge']],
    ['shop/mesh', ['Other (1)', 'mesh']],
    ['nowhere', []],
  ])('finds by “%s”', (filter, expected) => {
    expect(words(few, filter)).toEqual(expected);
  });

  it('gives each entry a key of its own', () => {
    const keys = railEntries(few, '').map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
