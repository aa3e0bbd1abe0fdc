import type { TopologyNode } from '../types.ts';

/** How a kind is drawn, everywhere: its colour (a token's name), its one-letter glyph, and its name in words. */
export interface KindLook {
  readonly token: string;
  readonly glyph: string;
  readonly words: string;
}

const looks: Record<string, KindLook> = {
  VirtualService: { token: 'virtualservice', glyph: 'V', words: 'Virtual Service' },
  ServiceEntry: { token: 'serviceentry', glyph: 'S', words: 'Service Entry' },
  DestinationRule: { token: 'destinationrule', glyph: 'D', words: 'Destination Rule' },
  Gateway: { token: 'gateway', glyph: 'G', words: 'Gateway' },
  Sidecar: { token: 'policy', glyph: 'C', words: 'Sidecar' },
  PeerAuthentication: { token: 'policy', glyph: 'P', words: 'Peer Authentication' },
  RequestAuthentication: { token: 'policy', glyph: 'R', words: 'Request Authentication' },
  AuthorizationPolicy: { token: 'policy', glyph: 'Z', words: 'Authorization Policy' },
  WorkloadEntry: { token: 'workload', glyph: 'E', words: 'Workload Entry' },
  WorkloadGroup: { token: 'workload', glyph: 'W', words: 'Workload Group' },
  Service: { token: 'service', glyph: 'K', words: 'Service' },
  Workload: { token: 'service', glyph: 'W', words: 'Workload' },
  Caller: { token: 'workload', glyph: 'A', words: 'Your app' },
  Host: { token: 'error', glyph: '?', words: 'Host' },
  ExternalHost: { token: 'external', glyph: '⊕', words: 'External host' },
  Namespace: { token: 'workload', glyph: 'N', words: 'Namespace' },
  Mirror: { token: 'external', glyph: '⊕', words: 'Silent mirror' },
};

/** The look of a kind; one that has none of its own looks like a workload. */
export function lookOf(kind: string): KindLook {
  return looks[kind] ?? { token: 'workload', glyph: kind.slice(0, 1), words: kind };
}

/**
 * The token of a node's colour: its kind's, but of what no file defines red where it is certainly missing, and none where
 * that cannot be known.
 */
export function nodeToken({
  kind,
  dangling,
  missing,
}: Pick<TopologyNode, 'kind' | 'dangling' | 'missing'>): string {
  if (dangling) return missing === 'unknown' ? 'muted' : 'error';
  return lookOf(kind).token;
}
