import type { NodeRow, Topology, TopologyEdge, TopologyNode } from '../topology/index.ts';

/**
 * The topology as a Mermaid flowchart: a node a resource with its rows as lines, the mesh as a subgraph,
 * mirrors dotted. Names are escaped, so that no name can become Mermaid syntax or HTML.
 */
export function mermaid(topology: Topology): string {
  const ids = new Map(topology.nodes.map((node, index) => [node.id, `n${index + 1}`]));
  const inside = topology.nodes.filter((node) => !node.external);
  const outside = topology.nodes.filter((node) => node.external);
  const draw = (node: TopologyNode, indent: string) => `${indent}${ids.get(node.id)}${box(node)}`;
  const out = ['flowchart TD'];
  if (inside.length) {
    out.push('  subgraph mesh["Istio service mesh"]');
    out.push(...inside.map((node) => draw(node, '    ')));
    out.push('  end');
  }
  out.push(...outside.map((node) => draw(node, '  ')));
  const rows = new Map(topology.nodes.map((node) => [node.id, node.rows]));
  for (const edge of topology.edges) {
    const [from, to] = [ids.get(edge.source), ids.get(edge.target)];
    const row = rows.get(edge.source)?.find(({ id }) => id === edge.sourceRow);
    if (from && to) out.push(`  ${from} ${arrow(edge, row)} ${to}`);
  }
  return out.join('\n') + '\n';
}

/** Rounded corners are for what no file defines; a hexagon for what stands outside the mesh. */
function box(node: TopologyNode): string {
  const lines = [
    node.kind,
    node.label,
    ...(node.detail ? [node.detail] : []),
    ...node.rows.map((row) => row.label),
  ];
  const label = `"${lines.map(escape).join('<br/>')}"`;
  if (node.external) return `{{${label}}}`;
  return node.resource === null ? `(${label})` : `[${label}]`;
}

function arrow(edge: TopologyEdge, row: NodeRow | undefined): string {
  const words = [
    ...(row ? [row.label] : []),
    ...(edge.kind === 'route' ? [] : [edge.kind]),
    ...(edge.subset === undefined ? [] : [`subset ${edge.subset}`]),
    ...(edge.weight === null ? [] : [`weight ${edge.weight}`]),
    ...(edge.percent === null ? [] : [`${edge.percent}%`]),
    ...(edge.tls === null ? [] : [`TLS ${edge.tls}`]),
    ...(edge.dangling ? [edge.missing === 'unknown' ? 'not in these files' : 'not found'] : []),
  ];
  const line = edge.kind === 'mirror' || edge.dangling ? '-.->' : '-->';
  return words.length ? `${line}|"${words.map(escape).join(', ')}"|` : line;
}

/** Mermaid reads `#code;` as a character; everything with a meaning to it, to Markdown or to HTML is written so. */
function escape(text: string): string {
  return text.replaceAll(/[#"<>&`|\\{}[\]()]|[^\S ]/g, (sign) =>
    /\s/.test(sign) ? ' ' : `#${sign.codePointAt(0)};`,
  );
}
