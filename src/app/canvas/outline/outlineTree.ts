import {
  flowId,
  LANES,
  type Lane,
  type NodeBadge,
  type NodeRow,
  type Topology,
  type TopologyEdge,
  type TopologyNode,
  edgeWords,
  lookOf,
} from '../../../topology/index.ts';
import type { ResourceId } from '../../../istio/index.ts';
import { groupBy } from '../../controls/groupBy.ts';
import type { Spot } from '../state/canvasState.ts';
import { markWords, type ProblemMark } from '../../../exchange/index.ts';
import { nodeWords, UNCOVERED } from '../words.ts';

const LANE_WORDS: Record<Lane, string> = {
  caller: 'Callers',
  gateway: 'Gateways',
  virtualservice: 'Virtual services',
  host: 'Hosts',
  destinationrule: 'Destination rules',
  endpoint: 'Endpoints',
};

/** One line of the outline. */
export interface OutlineLine {
  readonly id: string;
  /** 1-based, as ARIA counts. */
  readonly level: number;
  /** What is shown. */
  readonly label: string;
  /** What is heard: the label, and all that the picture shows about it. */
  readonly words: string;
  /** The kind of a node's line. */
  readonly kind: string | null;
  /** Null where nothing is inside. */
  readonly open: boolean | null;
  /** The line that this one is inside of. */
  readonly parent: string | null;
  /** 1-based place among its siblings, and how many they are. */
  readonly position: number;
  readonly siblings: number;
  /** What is selected with the line. */
  readonly spot: Spot | null;
  readonly edge: TopologyEdge | null;
  /** The policy that the line names. */
  readonly policy: ResourceId | null;
  /** What is wrong with what it names. */
  readonly mark: ProblemMark | null;
}

interface Branch {
  readonly id: string;
  readonly label?: string;
  readonly words: string;
  readonly kind?: string;
  readonly spot?: Spot;
  readonly edge?: TopologyEdge;
  readonly policy?: ResourceId;
  readonly mark?: ProblemMark | null;
  readonly inside: () => readonly Branch[];
}

/**
 * The picture as a tree of lines: lanes, their nodes, their rows, and where each leads. Lanes are open and all else is
 * closed, but for the lines that `turned` names. `uncovered` are flows of rules that no expectation reaches.
 */
export function outlineLines(
  topology: Topology,
  turned: ReadonlySet<string>,
  markOf: MarkOf = () => null,
  uncovered: ReadonlySet<string> | null = null,
): readonly OutlineLine[] {
  const lines: OutlineLine[] = [];
  const add = (branches: readonly Branch[], level: number, parent: string | null) => {
    branches.forEach((branch, index) => {
      const inside = branch.inside();
      const open = inside.length === 0 ? null : turned.has(branch.id) !== (level === 1);
      lines.push({
        id: branch.id,
        level,
        label: branch.label ?? branch.words,
        words: branch.words,
        kind: branch.kind ?? null,
        open,
        parent,
        position: index + 1,
        siblings: branches.length,
        spot: branch.spot ?? null,
        edge: branch.edge ?? null,
        policy: branch.policy ?? null,
        mark: branch.mark ?? null,
      });
      if (open) add(inside, level + 1, branch.id);
    });
  };
  add(laneBranches(topology, markOf, uncovered), 1, null);
  return lines;
}

/** The problems of a node, or of one of its rows. */
type MarkOf = (node: TopologyNode, row?: NodeRow) => ProblemMark | null;

function laneBranches(topology: Topology, markOf: MarkOf, uncovered: ReadonlySet<string> | null): Branch[] {
  const labels = new Map(topology.nodes.map((node) => [node.id, node.label]));
  const edgesFrom = groupBy(topology.edges, ({ source }) => source);
  const edgeBranch = (edge: TopologyEdge): Branch => ({
    id: `edge ${edge.id}`,
    words: edgeWords(edge, labels.get(edge.target) ?? ''),
    edge,
    inside: () => [],
  });
  const badgeBranch = (node: TopologyNode, { kind, label, resource }: NodeBadge): Branch => ({
    id: `${node.id} badge ${resource}`,
    words: `${lookOf(kind).words} ${label} applies`,
    kind,
    policy: resource,
    inside: () => [],
  });
  const nodeBranch = (node: TopologyNode): Branch => ({
    id: node.id,
    label: node.label,
    words: nodeWords(node, markOf(node)),
    kind: node.kind,
    mark: markOf(node),
    spot: { node: node.id, row: null },
    inside: () => {
      const edges = edgesFrom.get(node.id) ?? [];
      const isUncovered = (row: NodeRow) => uncovered?.has(flowId(node.id, row.id)) === true;
      const rows = node.rows.map((row): Branch => ({
        id: `${node.id} ${row.id}`,
        words: rowLine(row, isUncovered(row), markOf(node, row)),
        label: rowLine(row, isUncovered(row), null),
        mark: markOf(node, row),
        spot: { node: node.id, row: row.id },
        inside: () => edges.filter((edge) => edge.sourceRow === row.id).map(edgeBranch),
      }));
      const badges = (node.badges ?? []).map((badge) => badgeBranch(node, badge));
      return [...rows, ...edges.filter((edge) => edge.sourceRow === null).map(edgeBranch), ...badges];
    },
  });
  return LANES.map((lane): Branch => {
    const nodes = topology.nodes.filter((node) => node.lane === lane);
    return {
      id: `lane ${lane}`,
      words: `${LANE_WORDS[lane]}, ${nodes.length}`,
      inside: () => nodes.map(nodeBranch),
    };
  }).filter((lane) => lane.inside().length > 0);
}

const rowLine = (
  { label, marks = [], inert }: NodeRow,
  uncovered: boolean,
  mark: ProblemMark | null,
): string =>
  [
    label,
    ...marks.map(({ kind, text }) => `${kind} ${text}`),
    inert,
    uncovered && UNCOVERED,
    mark && markWords(mark),
  ]
    .filter(Boolean)
    .join(', ');
