import { meshOf } from '../istio/mesh.testkit.ts';
import { topologyOf } from './topology.ts';
import type { Topology } from './types.ts';

export const topologyFrom = (yaml: string | Readonly<Record<string, string>>): Topology =>
  topologyOf(meshOf(yaml));

/** A resource in one line, as a document of a file. */
export const document = (kind: string, name: string, spec: string, more = ''): string => {
  const groups: Record<string, string> = {
    Service: 'v1',
    Pod: 'v1',
    Deployment: 'apps/v1',
    PeerAuthentication: 'security.istio.io/v1',
    AuthorizationPolicy: 'security.istio.io/v1',
    RequestAuthentication: 'security.istio.io/v1',
  };
  return `{apiVersion: ${groups[kind] ?? 'networking.istio.io/v1'}, kind: ${kind}, metadata: {name: ${name}, namespace: shop${more}}, spec: {${spec}}}\n`;
};

export const documents = (...list: readonly string[]): string => list.join('---\n');

const short = (id: string): string => id.replaceAll('/shop/', '/');

/** Edges as short lines: `from#row > to#row kind`, then what is said of them. */
export const edgeLines = (topology: Topology): string[] =>
  topology.edges.map((edge) =>
    [
      `${short(edge.source)}${edge.sourceRow === null ? '' : `#${edge.sourceRow}`}`,
      '>',
      `${short(edge.target)}${edge.targetRow === null ? '' : `#${edge.targetRow}`}`,
      edge.kind,
      ...(edge.weight === null ? [] : [`weight ${String(edge.weight)}`]),
      ...(edge.percent === null ? [] : [`${String(edge.percent)}%`]),
      ...(edge.tls === null ? [] : [edge.tls]),
      ...(edge.subset === undefined ? [] : [`subset ${edge.subset}`]),
      ...(edge.dangling ? [edge.missing === 'unknown' ? 'unknown' : 'dangling'] : []),
      ...(edge.inert === undefined ? [] : ['inert']),
      ...(edge.flows.length ? [] : ['idle']),
    ].join(' '),
  );

/** Nodes as short lines: the id, then the labels of its rows. */
export const nodeLines = (topology: Topology): string[] =>
  topology.nodes.map((node) =>
    [
      short(node.id),
      ...(node.dangling ? [`(${node.missing ?? ''})`] : []),
      ...(node.inert === undefined ? [] : ['(inert)']),
      ...(node.rows.length
        ? [node.rows.map((row) => (row.inert === undefined ? row.label : `~${row.label}`)).join(' | ')]
        : []),
    ].join(' '),
  );
