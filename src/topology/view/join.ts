import { worseMissing } from '../edges.ts';
import type { TopologyEdge } from '../types.ts';

/** Edges that are drawn as one in the making. */
interface Joint {
  readonly first: TopologyEdge;
  readonly flows: Set<string>;
  count: number;
  edge: Pick<
    TopologyEdge,
    'weight' | 'percent' | 'tls' | 'dangling' | 'missing' | 'subset' | 'reason' | 'inert'
  >;
}

/** Edges put together under an id: they become one, which says what all agree on. */
export interface Joints {
  readonly add: (id: string, edge: TopologyEdge) => void;
  readonly edges: () => readonly TopologyEdge[];
}

const agreed = <T>(a: T | null, b: T | null): T | null => (a === b ? a : null);

export function joints(): Joints {
  const all = new Map<string, Joint>();
  return {
    add(id, edge) {
      const joint = all.get(id);
      if (!joint) {
        all.set(id, { first: edge, flows: new Set(edge.flows), count: edge.count ?? 1, edge });
        return;
      }
      for (const flow of edge.flows) joint.flows.add(flow);
      joint.count += edge.count ?? 1;
      const { weight, percent, tls, dangling, subset, reason, inert } = joint.edge;
      const missing = worseMissing(joint.edge.missing, edge.missing);
      const why = reason ?? edge.reason;
      joint.edge = {
        weight: agreed(weight, edge.weight),
        percent: agreed(percent, edge.percent),
        tls: agreed(tls, edge.tls),
        dangling: dangling || edge.dangling,
        ...(missing === undefined ? {} : { missing }),
        ...(subset !== undefined && subset === edge.subset ? { subset } : {}),
        ...(why === undefined ? {} : { reason: why }),
        // What some traffic takes is not inert.
        ...(inert !== undefined && edge.inert !== undefined ? { inert } : {}),
      };
    },
    edges: () =>
      [...all].map(([id, { first, flows, count, edge }]) => {
        if (count === 1) return first.id === id ? first : { ...first, id };
        const { source, sourceRow, target, targetRow, kind } = first;
        return {
          id,
          source,
          sourceRow,
          target,
          targetRow,
          kind,
          weight: edge.weight,
          percent: edge.percent,
          tls: edge.tls,
          dangling: edge.dangling,
          ...(edge.missing === undefined ? {} : { missing: edge.missing }),
          ...(edge.subset === undefined ? {} : { subset: edge.subset }),
          ...(edge.reason === undefined ? {} : { reason: edge.reason }),
          ...(edge.inert === undefined ? {} : { inert: edge.inert }),
          flows: [...flows],
          count,
          origin: null,
        };
      }),
  };
}
