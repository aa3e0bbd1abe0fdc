import type { PlacedTopology } from '../types.ts';

/** What a letter of it takes, and what is left free at its sides, in canvas units. */
const LETTER = 6.1;
const SIDES = 56;

/**
 * The mesh's name: with its namespace where there is one, with their number where there are more; shorter on a border
 * too short for that.
 */
export function boundaryWords({ nodes, boundary }: Pick<PlacedTopology, 'nodes' | 'boundary'>): string {
  const namespaces = new Set<string>();
  for (const { node } of nodes) {
    if (!node.external && node.resource !== null && node.namespace !== '') namespaces.add(node.namespace);
  }
  const [only] = namespaces;
  if (only === undefined) return 'Istio service mesh';
  const where = namespaces.size === 1 ? `namespace ${only}` : `${namespaces.size} namespaces`;
  const words = `Istio service mesh · ${where}`;
  const fits = boundary === null || words.length * LETTER + SIDES <= boundary.width;
  return fits ? words : `Mesh · ${where}`;
}
