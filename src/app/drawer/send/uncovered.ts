import { flowId, type Topology } from '../../../topology/index.ts';
import type { Coverage } from '../../../traffic/index.ts';
import { isWithin } from '../../../yaml/index.ts';

/** The rows of rules that no expectation reaches, as the picture names them. */
export function uncoveredRows({ nodes }: Topology, { rules }: Coverage): ReadonlySet<string> {
  const byResource = new Map(nodes.map((node) => [node.resource, node]));
  return new Set(
    rules.flatMap(({ rule: { resource, section, index }, count }) => {
      const node = count === 0 ? byResource.get(resource) : undefined;
      const row = node?.rows.find(({ path }) => isWithin(['spec', section, index], path));
      return node && row ? [flowId(node.id, row.id)] : [];
    }),
  );
}
