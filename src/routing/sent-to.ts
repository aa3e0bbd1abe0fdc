import {
  asList,
  asNumber,
  asText,
  member,
  namespaceOf,
  onceEachIn,
  resolveHost,
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
  const sent: SentTo[] = [];
  const add = (rule: RouteRule, value: YamlValue | undefined, steps: Path, mirror: boolean): void => {
    const written = asText(member(value, 'host'));
    if (!written) return;
    sent.push({
      rule,
      written,
      host: resolveHost(written, namespace, settings.clusterDomain),
      port: asNumber(member(member(value, 'port'), 'number')) || undefined,
      subset: asText(member(value, 'subset')) || undefined,
      mirror,
      path: [...rule.path, ...steps],
    });
  };
  for (const rule of rulesOf(virtualService)) {
    asList(member(rule.value, 'route')).forEach((route, index) =>
      add(rule, member(route, 'destination'), ['route', index, 'destination'], false),
    );
    add(rule, member(rule.value, 'mirror'), ['mirror'], true);
    asList(member(rule.value, 'mirrors')).forEach((mirror, index) =>
      add(rule, member(mirror, 'destination'), ['mirrors', index, 'destination'], true),
    );
  }
  return sent;
});
