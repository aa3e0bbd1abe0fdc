import {
  compareAge,
  gatewaysOf,
  hostsOf,
  MESH_GATEWAY,
  member,
  namespaceOf,
  specOf,
  type Mesh,
  type Resource,
} from '../../../istio/index.ts';
import { isDelegate, rulesOf, type RouteRule } from '../../../routing/index.ts';
import { equalValues, type YamlValue } from '../../../yaml/index.ts';
import { deleteResource } from '../../delete-resource.ts';
import { namedInExpectations } from '../../naming/expectations.ts';
import { deleteBlank } from '../blank-file.ts';
import { setMany } from '../../set-many.ts';
import { tickedOf } from '../answers.ts';
import type { Refactoring } from '../types.ts';
import { copyRules, takesAll } from './rules.ts';

/** Makes one VirtualService of several for the same hosts at the same gateways. */
export const joinVirtualServices: Refactoring = {
  id: 'join-virtual-services',
  title: 'Join VirtualServices of its hosts',
  words:
    'Takes the rules of other VirtualServices for the same hosts and gateways into this one, the older first, as Istio does at a gateway.',
  appliesTo: (mesh, { resource }) => alike(mesh, mesh.byId.get(resource ?? '')).length > 0,
  questions: ({ mesh }, { resource: id }, given) => {
    const others = alike(mesh, mesh.byId.get(id ?? ''));
    const options = others.map((other) => ({
      value: other.id,
      title: other.name,
      words: `${rulesOf(other).length === 1 ? '1 rule' : `${rulesOf(other).length} rules`} in ${other.source.file}`,
    }));
    const value = tickedOf(
      given,
      'others',
      options,
      options.map((option) => option.value),
    );
    const objection = value.length === 0 ? 'Tick those that are to be joined.' : undefined;
    return [{ kind: 'some', key: 'others', title: 'Those whose rules come here', value, options, objection }];
  },
  perform: (draft, { resource: id = '' }, answers) => {
    const { mesh } = draft;
    const kept = draft.resource(id);
    const chosen = answers['others'] as readonly string[];
    const others = alike(mesh, kept).filter((other) => chosen.includes(other.id));
    const owner = [kept, ...others].toSorted(compareAge)[0];
    // So many rules of older ones stand in front by now, by section.
    const infront = new Map<string, number>();
    for (const other of others) {
      const rules = rulesOf(draft.resource(other.id));
      const now = rulesOf(draft.resource(id));
      const open = rules.filter(takesAll);
      const special = rules.filter((rule) => !takesAll(rule));
      const isOlder = compareAge(other, kept) < 0;
      for (const section of ['http', 'tls', 'tcp'] as const) {
        const own = special.filter((rule) => rule.section === section);
        const behind = infront.get(section) ?? 0;
        copyRules(draft, other.id, own, id, isOlder ? behind : youngerAt(now, section));
        if (isOlder) infront.set(section, behind + own.length);
      }
      copyRules(draft, other.id, open, id);
      const named = {
        kind: 'virtual-service',
        namespace: namespaceOf(other, mesh.settings),
        name: other.name,
        to: kept.name,
      } as const;
      setMany(draft, namedInExpectations(draft.mesh, named));
      deleteResource(draft, other.id);
      deleteBlank(draft, other.source.file);
    }
    const names = others.map(({ name }) => name).join(', ');
    const inMesh = gatewaysOf(kept, mesh.settings).includes(MESH_GATEWAY);
    const open = rulesOf(draft.resource(id)).filter((rule) => rule.section === 'http' && takesAll(rule));
    return {
      label: `Join ${names} into ${kept.name}`,
      select: { resource: id },
      warnings: [
        ...(inMesh
          ? [
              `For apps in the mesh only ${owner?.name} counted for these hosts, as the oldest, and the rules of the others were never asked. Now all of them are.`,
            ]
          : []),
        ...(open.length > 1
          ? ['More than one rule takes everything; the first of them has it all, and the others can go.']
          : []),
      ],
    };
  },
};

/** Before the rules at the end that take everything. */
function youngerAt(rules: readonly RouteRule[], section: string): number {
  const own = rules.filter((rule) => rule.section === section);
  return own.findLastIndex((rule) => section !== 'http' || !takesAll(rule)) + 1;
}

/** The other VirtualServices for exactly these hosts, at these gateways, for these namespaces. The oldest first. */
function alike(mesh: Mesh, one: Resource | undefined): readonly Resource[] {
  if (one?.type !== 'VirtualService' || isDelegate(one)) return [];
  const { settings } = mesh;
  const scope = (resource: Resource): YamlValue => [
    namespaceOf(resource, settings),
    [...hostsOf(resource, settings)].toSorted(),
    [...gatewaysOf(resource, settings)].toSorted(),
    member(specOf(resource), 'exportTo') ?? null,
  ];
  const own = scope(one);
  return mesh.resources
    .filter(
      (other) =>
        other.type === 'VirtualService' &&
        !other.patch &&
        other.id !== one.id &&
        !other.stale &&
        !isDelegate(other) &&
        equalValues(scope(other), own),
    )
    .toSorted(compareAge);
}
