import type { EdgeKind, Lane, Topology } from './types.ts';

/** What the command line and the library print. `resource` is `Kind/namespace/name`, null for what no file defines. */
export interface TopologyJson {
  readonly nodes: readonly {
    readonly id: string;
    readonly kind: string;
    readonly lane: Lane;
    readonly label: string;
    readonly resource: string | null;
    readonly rows: readonly { readonly id: string; readonly label: string }[];
  }[];
  readonly edges: readonly {
    readonly id: string;
    readonly source: string;
    readonly sourceRow: string | null;
    readonly target: string;
    readonly targetRow: string | null;
    readonly kind: EdgeKind;
    readonly weight: number | null;
    readonly percent: number | null;
    readonly tls: string | null;
    readonly dangling: boolean;
  }[];
}

/** The topology as plain data with only the fields that others may rely on, in the topology's order. */
export function topologyJson(topology: Topology): TopologyJson {
  return {
    nodes: topology.nodes.map(({ id, kind, lane, label, resource, rows }) => ({
      id,
      kind,
      lane,
      label,
      resource,
      rows: rows.map((row) => ({ id: row.id, label: row.label })),
    })),
    edges: topology.edges.map(
      ({ id, source, sourceRow, target, targetRow, kind, weight, percent, tls, dangling }) => ({
        id,
        source,
        sourceRow,
        target,
        targetRow,
        kind,
        weight,
        percent,
        tls,
        dangling,
      }),
    ),
  };
}
