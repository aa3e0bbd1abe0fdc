import {
  asList,
  asMap,
  asNumber,
  asText,
  asTexts,
  hostMatches,
  hostsOf,
  hostSubsetOf,
  key,
  labelsMatch,
  member,
  namespaceOf,
  selectorOf,
  specOf,
  type Labels,
  type MeshView,
  type Resource,
} from '../../istio/index.ts';
import { protocolClass, type PortClass } from '../../routing/index.ts';
import type { YamlValue } from '../../yaml/index.ts';

/** What a Sidecar lets its workloads see on some port, or on all others. */
export interface EgressListener {
  /** Null for the one that covers every port that no other names. */
  readonly port: { readonly number: number; readonly class: PortClass; readonly protocol: string } | null;
  /** The address that all of its listeners are bound to; null for those of the services, or any. */
  readonly bind: string | null;
  readonly imports: (namespace: string, host: string) => boolean;
  /** A VirtualService comes whole as soon as one of its hosts is asked for. */
  readonly importsVirtualService: (virtualService: Resource) => boolean;
}

/** The Sidecar that applies to a workload: one that selects it, else its namespace's, else the root namespace's. */
export function sidecarOf(view: MeshView, namespace: string, labels: Labels): Resource | undefined {
  const own = view.find(key.kindIn('Sidecar', namespace));
  const selecting = own.find((sidecar) => {
    const selector = selectorOf(sidecar);
    return selector && labelsMatch(selector, labels);
  });
  const general = (sidecars: readonly Resource[]): Resource | undefined =>
    sidecars.find((sidecar) => !selectorOf(sidecar));
  return selecting ?? general(own) ?? general(view.find(key.kindIn('Sidecar', view.settings.rootNamespace)));
}

interface Pattern {
  readonly namespace: string;
  readonly host: string;
  readonly excludes: boolean;
}

function patternOf(written: string, own: string): Pattern {
  const slash = written.indexOf('/');
  const [space, host] = slash < 0 ? ['*', written] : [written.slice(0, slash), written.slice(slash + 1)];
  const excludes = space.startsWith('~') && space.length > 1;
  const named = excludes ? space.slice(1) : space;
  return { namespace: named === '.' ? own : named, host, excludes };
}

/** Imports whatever there is. */
export const EVERYTHING = (): boolean => true;

/** The egress listeners of a workload's Sidecar; one for everything where it has none. */
export function egressListeners(
  view: MeshView,
  sidecar: Resource | undefined,
  namespace: string,
): readonly EgressListener[] {
  const written = sidecar ? asList(member(specOf(sidecar), 'egress')) : [];
  if (!written.length)
    return [{ port: null, bind: null, imports: EVERYTHING, importsVirtualService: EVERYTHING }];
  return written.map((item) => {
    const patterns = asTexts(member(item, 'hosts')).map((host) => patternOf(host, namespace));
    const covers = (pattern: Pattern, other: string): boolean =>
      pattern.namespace === '*' || pattern.namespace === other;
    const by = (test: (pattern: Pattern) => boolean): boolean =>
      patterns.some((pattern) => !pattern.excludes && test(pattern)) &&
      !patterns.some((pattern) => pattern.excludes && test(pattern));
    return {
      port: portOf(asMap(member(item, 'port'))),
      bind: bindOf(item),
      imports: (from, host) =>
        by((pattern) => covers(pattern, from) && (pattern.host === '*' || hostSubsetOf(host, pattern.host))),
      importsVirtualService: (virtualService) => {
        const from = namespaceOf(virtualService, view.settings);
        const hosts = hostsOf(virtualService, view.settings);
        return by(
          (pattern) =>
            covers(pattern, from) &&
            hosts.some((host) => pattern.host === '*' || hostMatches(host, pattern.host)),
        );
      },
    };
  });
}

/** Where nothing is captured, applications have to call the proxy beside them. */
const bindOf = (item: YamlValue): string | null =>
  asText(member(item, 'bind')) || (asText(member(item, 'captureMode')) === 'NONE' ? '127.0.0.1' : null);

function portOf(port: ReturnType<typeof asMap>): EgressListener['port'] {
  const number = asNumber(member(port, 'number'));
  if (!number) return null;
  const protocol = (asText(member(port, 'protocol')) ?? '').toUpperCase();
  return { number, class: protocolClass(protocol), protocol };
}
