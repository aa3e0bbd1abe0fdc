import { hostsOf, key } from '../../../istio/index.ts';
import type { ModelledKind } from '../../../istio/index.ts';
import type { Near } from '../../../operations/index.ts';
import type { SessionState } from '../../../session/index.ts';
import type { TopologyEdge, TopologyNode } from '../../../topology/index.ts';
import type { Refusal } from '../connect/destination.ts';

type Seen = Pick<SessionState, 'analysis'>;

interface LineSeen {
  readonly edge: TopologyEdge;
  readonly source: TopologyNode;
  readonly target: TopologyNode;
}

/** What a new resource of this kind is connected to when it is put on a line; or why it cannot be. */
export function onLine(state: Seen, edge: TopologyEdge, kind: ModelledKind): { near: Near } | Refusal {
  const { nodes } = state.analysis.drawn;
  const at = (id: string) => nodes.find((node) => node.id === id);
  const [source, target] = [at(edge.source), at(edge.target)];
  if (!source || !target) return { refusal: 'This line is not there any more.' };
  if (source.contents || target.contents)
    return { refusal: 'This line stands for many. Open the namespace to see them one by one.' };
  if (!edge.origin) return { refusal: 'No file says this line, so nothing can be put on it.' };
  const line = { edge, source, target };
  const refusal = refusalOf(state, line, kind);
  if (refusal !== null) return { refusal };
  // What a Gateway lets in is told by its own hosts, not by those that are bound to it already.
  if (kind === 'VirtualService' && source.kind === 'Gateway' && source.resource !== null)
    return { near: { resource: source.resource, path: rowPath(source, edge.sourceRow) } };
  return { near: edge.origin };
}

const rowPath = (node: TopologyNode, row: string | null) =>
  node.rows.find(({ id }) => id === row)?.path ?? [];

function refusalOf(state: Seen, line: LineSeen, kind: ModelledKind): string | null {
  switch (kind) {
    case 'VirtualService':
      return whyNoVirtualService(state, line);
    case 'DestinationRule':
      return whyNoDestinationRule(state, line);
    case 'ServiceEntry':
      return whyNoServiceEntry(line);
    default:
      return null;
  }
}

/** A sidecar asks one VirtualService about a request: the oldest for its host. */
function whyNoVirtualService(
  { analysis: { mesh } }: Seen,
  { edge, source, target }: LineSeen,
): string | null {
  if (source.kind === 'VirtualService')
    return `${source.label} has routed what comes along here, and no other VirtualService is asked. Change its rule instead.`;
  if (source.kind === 'Gateway') return null;
  const origin = edge.origin && mesh.byId.get(edge.origin.resource);
  const routing =
    target.kind === 'VirtualService'
      ? target.label
      : origin &&
        hostsOf(origin, mesh.settings).flatMap((host) => mesh.find(key.host('VirtualService', host)))[0]
          ?.name;
  if (routing === undefined) return null;
  return `${routing} routes these requests already. Of two VirtualServices for a host in the mesh only one counts: add a rule to it instead.`;
}

function whyNoDestinationRule({ analysis }: Seen, { edge, source, target }: LineSeen): string | null {
  const { nodes, edges } = analysis.topology;
  const governing = edges.find(({ kind, source: host }) => kind === 'policy' && host === edge.target)?.target;
  const rule =
    [source, target].find(({ kind }) => kind === 'DestinationRule') ??
    (target.kind === 'VirtualService' ? undefined : nodes.find(({ id }) => id === governing));
  if (!rule) return null;
  return `${rule.label} governs this host already. Of two DestinationRules for a host only the first one's traffic policy counts: change that one instead.`;
}

function whyNoServiceEntry({ edge, source, target }: LineSeen): string | null {
  if (target.kind === 'Host') return null;
  if (source.kind === 'VirtualService' && edge.kind !== 'delegate') return null;
  return 'No rule sends requests along here that could go to a new host as well. Drop it on a rule, or on empty paper.';
}
