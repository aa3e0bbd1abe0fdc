import type { PlacedTopology } from '../../topology/index.ts';

/** The mesh's name: with its namespace where there is one, with their number where there are more. */
export function boundaryWords(placed: Pick<PlacedTopology, 'nodes'>): string {
  const namespaces = new Set<string>();
  for (const { node } of placed.nodes) {
    if (!node.external && node.resource !== null && node.namespace !== '') namespaces.add(node.namespace);
  }
  const [only] = namespaces;
  if (only === undefined) return 'Istio service mesh';
  const where = namespaces.size === 1 ? `namespace ${only}` : `${namespaces.size} namespaces`;
  return `Istio service mesh · ${where}`;
}
