import { asList, asText, key, member, specOf, valueAt, type Resource } from '../../../istio/index.ts';
import type { YamlMap } from '../../../yaml/index.ts';
import type { LinkedSubject } from '../../linked/linked-rule.ts';
import type { Mend } from '../../finding.ts';
import type { DestinationSpot } from './destination-spots.ts';

/** A subset that nobody defines, written into a DestinationRule of just that host, where there is one. */
export function definingIn(rules: readonly Resource[], subset: string): readonly Mend[] {
  const rule = rules.find(
    (each) =>
      !each.assumed &&
      !asText(member(specOf(each), 'host'))?.includes('*') &&
      member(specOf(each), 'workloadSelector') === undefined,
  );
  if (!rule) return [];
  const subsets = asList(member(specOf(rule), 'subsets'));
  const path = ['spec', 'subsets', subsets.length];
  const operation = { kind: 'set-field', resource: rule.id, path, value: subsetOf(subset, subsets) } as const;
  return [
    { title: `Define ${subset} in DestinationRule ${rule.name}`, steps: [{ kind: 'elsewhere', operation }] },
  ];
}

/** The same in a DestinationRule that is made for it, beside the resource that names the subset. */
export function definingAnew(
  { written, host }: DestinationSpot,
  subset: string,
  { view, resource, namespace }: LinkedSubject,
): readonly Mend[] {
  const [name = ''] = host.split('.');
  const taken = view.find(key.name('DestinationRule', namespace, name)).length > 0;
  if (taken || !/^[a-z0-9-]+$/.test(name)) return [];
  const value = {
    apiVersion: 'networking.istio.io/v1',
    kind: 'DestinationRule',
    metadata: { name, ...(resource.namespace && { namespace }) },
    spec: { host: written, subsets: [subsetOf(subset, [])] },
  };
  const operation = { kind: 'add-resource', file: resource.source.file, value } as const;
  return [{ title: `Define ${subset} in a new DestinationRule`, steps: [{ kind: 'elsewhere', operation }] }];
}

/** Subsets are versions mostly, and called as the label that they pick pods by; as its neighbours do it where they do. */
function subsetOf(name: string, others: readonly unknown[]): YamlMap {
  const labels = others.flatMap((other) => {
    const own = valueAt(other as YamlMap, ['labels']);
    const called = asText(member(other as YamlMap, 'name'));
    return Object.entries((own ?? {}) as YamlMap).flatMap(([label, value]) =>
      value === called ? [label] : [],
    );
  });
  return { name, labels: { [labels[0] ?? 'version']: name } };
}
