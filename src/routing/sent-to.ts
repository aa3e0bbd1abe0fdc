import {
  asList,
  asNumber,
  asText,
  member,
  namespaceOf,
  onceEachIn,
  resolveHost,
  valueAt,
  type MeshSettings,
  type MeshView,
  type Resource,
} from '../istio/index.ts';
import type { Path, YamlValue } from '../yaml/index.ts';
import { rulesOf, type RouteRule } from './virtual-services.ts';

/** A host that a rule sends to, or sends copies to. */
export interface SentTo {
  readonly rule: RouteRule;
  /** As written, and in full. */
  readonly written: string;
  readonly host: string;
  readonly port: number | undefined;
  readonly subset: string | undefined;
  readonly mirror: boolean;
  /** Of the destination, from the resource's root. */
  readonly path: Path;
}

/** Where the rules of a VirtualService send to, in the order they are written; what names no host is left out. */
export const sentTo = (virtualService: Resource, { settings }: MeshView): readonly SentTo[] =>
  sentBy(virtualService, settings);

const sentBy = onceEachIn((virtualService: Resource, settings: MeshSettings): readonly SentTo[] => {
  const namespace = namespaceOf(virtualService, settings);
  const read = (rule: RouteRule, value: YamlValue | undefined, path: Path, mirror: boolean): SentTo[] => {
    const written = asText(member(value, 'host'));
    if (!written) return [];
    return [
      {
        rule,
        written,
        host: resolveHost(written, namespace, settings.clusterDomain),
        port: asNumber(valueAt(value, ['port', 'number'])) || undefined,
        subset: asText(member(value, 'subset')) || undefined,
        mirror,
        path: [...rule.path, ...path],
      },
    ];
  };
  return rulesOf(virtualService).flatMap((rule) => [
    ...asList(member(rule.value, 'route')).flatMap((route, index) =>
      read(rule, member(route, 'destination'), ['route', index, 'destination'], false),
    ),
    ...read(rule, member(rule.value, 'mirror'), ['mirror'], true),
    ...asList(member(rule.value, 'mirrors')).flatMap((mirror, index) =>
      read(rule, member(mirror, 'destination'), ['mirrors', index, 'destination'], true),
    ),
  ]);
});
