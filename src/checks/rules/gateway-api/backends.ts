import { asList, asText, key, member, type Resource } from '../../../istio/index.ts';
import type { Finding } from '../../finding.ts';
import type { LinkedRule, LinkedSubject } from '../../linked/linked-rule.ts';
import { assuming, say, setting } from '../../say.ts';
import { all, at, number, type Spot } from '../../spot.ts';
import { closest, quote } from '../../words.ts';

/** The Services that a route sends to: they exist, and may be sent to from its namespace. */
export const routeBackends: LinkedRule = (subject) =>
  ['rules[].backendRefs[]', 'rules[].filters[].requestMirror.backendRef'].flatMap((place) =>
    all(subject.spec, place).flatMap((spot) => backend(spot, subject)),
  );

function backend(spot: Spot, { view, namespace, given, resource }: LinkedSubject): readonly Finding[] {
  const read = (field: string): string | undefined => asText(member(spot.value, field));
  if ((read('kind') ?? 'Service') !== 'Service' || (read('group') ?? '') !== '') return [];
  const name = read('name');
  const home = read('namespace') ?? namespace;
  if (!name) return [];
  const path = [...spot.path, 'name'];
  const found = view.find(key.name('Service', home, name)).length > 0;
  if (!found && given.services) {
    const near = closest(
      name,
      view.find(key.kindIn('Service', home)).map((service) => service.name),
    );
    const port = number(at(spot, 'port')) ?? 80;
    const what = name.includes('.')
      ? `${quote(name)} is no name of a Service: write the name alone, and its namespace under "namespace".`
      : `There is no Service ${quote(name)} in namespace ${home}. Requests that are sent there are answered with 500.`;
    return [
      say('MW2702', { path }, what, {
        mends: [
          ...(near === undefined ? [] : [setting(path, near)]),
          ...(name.includes('.')
            ? []
            : [assuming({ kind: 'assume-service', namespace: home, name, ports: [port] })]),
        ],
      }),
    ];
  }
  if (home === namespace || isGranted(resource, name, home, namespace, view)) return [];
  const what = `No ReferenceGrant of namespace ${home} lets routes of namespace ${namespace} send to Service ${quote(name)}. Requests are answered with 500.`;
  const value = {
    apiVersion: 'gateway.networking.k8s.io/v1beta1',
    kind: 'ReferenceGrant',
    metadata: { name: `routes-of-${namespace}`, namespace: home },
    spec: {
      from: [{ group: 'gateway.networking.k8s.io', kind: resource.kind, namespace }],
      to: [{ group: '', kind: 'Service', name }],
    },
  };
  const operation = { kind: 'add-resource', file: resource.source.file, value } as const;
  const title = `Allow it by a ReferenceGrant in namespace ${home}`;
  return [
    say('MW2703', { path: [...spot.path, 'namespace'] }, what, {
      mends: [{ title, steps: [{ kind: 'elsewhere', operation }] }],
    }),
  ];
}

const isGranted = (
  route: Resource,
  name: string,
  home: string,
  namespace: string,
  view: LinkedSubject['view'],
): boolean =>
  view.find(key.kindIn('ReferenceGrant', home)).some((grant) => {
    const spec = member(grant.value, 'spec');
    return (
      asList(member(spec, 'from')).some(
        (from) =>
          asText(member(from, 'kind')) === route.kind && asText(member(from, 'namespace')) === namespace,
      ) &&
      asList(member(spec, 'to')).some(
        (to) => asText(member(to, 'kind')) === 'Service' && (asText(member(to, 'name')) || name) === name,
      )
    );
  });
