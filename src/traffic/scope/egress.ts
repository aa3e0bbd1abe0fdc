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

/** `~ns/host` leaves out what others bring, `~/host` from any namespace; `~/*` alone brings nothing. Else a namespace has to stand there. */
function patternOf(written: string, own: string): readonly Pattern[] {
  const slash = written.indexOf('/');
  if (slash < 0) return [];
  const [space, host] = [written.slice(0, slash), written.slice(slash + 1)];
  const excludes = space.startsWith('~');
  if (space === '~' && (host === '*' || host === '~')) return [];
  const named = excludes ? space.slice(1) || '*' : space;
  return [{ namespace: named === '.' ? own : named, host, excludes }];
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
    const patterns = asTexts(member(item, 'hosts')).flatMap((host) => patternOf(host, namespace));
    const isNamed = (
      from: string,
      host: string,
      excludes: boolean,
      covers: (host: string, pattern: string) => boolean,
    ): boolean =>
      patterns.some(
        (pattern) =>
          pattern.excludes === excludes &&
          (pattern.namespace === '*' || pattern.namespace === from) &&
          (pattern.host === '*' || covers(host, pattern.host)),
      );
    return {
      port: portOf(asMap(member(item, 'port'))),
      bind: bindOf(item),
      imports: (from, host) =>
        isNamed(from, host, false, hostSubsetOf) && !isNamed(from, host, true, hostSubsetOf),
      importsVirtualService: (virtualService) => {
        const from = namespaceOf(virtualService, view.settings);
        return hostsOf(virtualService, view.settings).some(
          (host) => isNamed(from, host, false, hostMatches) && !isNamed(from, host, true, hostSubsetOf),
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
