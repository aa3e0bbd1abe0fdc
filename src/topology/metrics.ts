import { badgeGroups } from './badge-groups.ts';
import type { Flow, TopologyNode } from './types.ts';

/**
 * The sizes that placement reckons with and the canvas draws with, in canvas units (CSS pixels at 100 %).
 * Nothing is measured in the page: that is what lets thousands of nodes be drawn only when they are in view.
 * Widths per character are averages of the fonts in use; what is longer than its room is cut with an ellipsis.
 */
export const METRICS = {
  /** Kind line and name line with their padding; a node without rows is this high. */
  headerHeight: 52,
  rowHeight: 26,
  /** Left and right of the header. */
  padding: 12,
  minWidth: 168,
  maxWidth: 360,
  /** The square with the letter, and the space after it. */
  glyph: 24,
  kindChar: 7.4,
  detailChar: 6.5,
  nameChar: 7.4,
  /** Room for a problem's mark after the name. */
  mark: 20,
  rowChar: 6.7,
  rowPadding: 24,
  /** One mark in a row: fault, timeout and so on. */
  rowMark: 18,
  /** One badge in the header: a policy. */
  badge: 20,
  /** A digit of how many badges of a kind there are. */
  badgeChar: 7,
  /** The glyph of a kind in a collapsed namespace, with the space around it. */
  count: 26,
  /** How many rows may stand side by side as cells when the flow runs down. */
  cellsMax: 3,
  cellMin: 72,
  /** Between nodes of a lane. */
  nodeGap: 28,
  /** What is left between nodes, whatever grows: lines have to pass. */
  leastGap: 20,
  /** Between lanes: room for edges and their pills. */
  laneGap: 60,
  /** What is written on an edge. */
  pillChar: 6.2,
  pillPadding: 18,
  /** Between the lines of a lane that wraps. */
  wrapGap: 36,
  /** Between the outermost nodes and the mesh boundary; at its start there is its title too. */
  boundaryPadding: 28,
  boundaryTitle: 12,
  /** The picture's width to height that wrapping aims at. */
  aspect: 1.7,
} as const;

const KIND_TITLES: Readonly<Record<string, string>> = {
  Caller: 'Your app',
  VirtualService: 'Virtual service',
  ServiceEntry: 'Service entry',
  DestinationRule: 'Destination rule',
  WorkloadEntry: 'Workload entry',
  WorkloadGroup: 'Workload group',
  ExternalHost: 'External host',
  Mirror: 'Silent mirror',
};

/** What stands above a node's name; the canvas sets it in capitals. */
export function kindTitle(
  node: Pick<TopologyNode, 'kind' | 'external' | 'resource' | 'namespace' | 'missing'>,
): string {
  if (node.kind === 'Host') return node.missing === 'unknown' ? 'Host' : 'Unknown host';
  if (node.kind === 'Caller' && node.resource === null) {
    if (node.external) return 'Outside the mesh';
    return node.namespace ? 'Your apps' : 'Any app';
  }
  return KIND_TITLES[node.kind] ?? node.kind;
}

/** A row's place in its node, relative to the node's top left corner. */
export interface RowBox {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * How a node's rows stand: side by side as `cells`, one above the other as a `stack`, or `header`: none is drawn,
 * because the one there is stands beside the kind already.
 */
export type RowArrangement = 'cells' | 'stack' | 'header';

export interface NodeShape {
  readonly width: number;
  readonly height: number;
  readonly arrangement: RowArrangement;
  readonly rows: readonly RowBox[];
}

/** Within the bounds and even, so that half of it is whole and centres align to the pixel. */
const widthFrom = (...wanted: readonly number[]): number =>
  2 * Math.ceil(Math.min(METRICS.maxWidth, Math.max(METRICS.minWidth, ...wanted)) / 2);

function headerWidth(node: TopologyNode): number {
  const kind = METRICS.glyph + kindTitle(node).length * METRICS.kindChar;
  const detail = node.detail ? 10 + node.detail.length * METRICS.detailChar : 0;
  const badges = badgeGroups(node.badges ?? []).reduce(
    (total, { length }) =>
      total + METRICS.badge + (length > 1 ? String(length).length * METRICS.badgeChar : 0),
    0,
  );
  const name = node.label.length * METRICS.nameChar + METRICS.mark;
  return 2 * METRICS.padding + Math.max(kind + detail + badges, name);
}

const rowWidths = (node: TopologyNode): number[] =>
  node.rows.map((row) => {
    const text = row.label.length * METRICS.rowChar + (row.marks?.length ?? 0) * METRICS.rowMark;
    return Math.max(METRICS.cellMin, METRICS.rowPadding + text);
  });

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

function shapeRight(node: TopologyNode, widths: readonly number[]): NodeShape {
  const width = widthFrom(headerWidth(node), ...widths);
  const rows = node.rows.map((row, index) => ({
    id: row.id,
    x: 0,
    y: METRICS.headerHeight + index * METRICS.rowHeight,
    width,
    height: METRICS.rowHeight,
  }));
  return {
    width,
    height: METRICS.headerHeight + rows.length * METRICS.rowHeight,
    arrangement: 'stack',
    rows,
  };
}

function shapeCells(node: TopologyNode, widths: readonly number[]): NodeShape {
  const total = sum(widths);
  const width = widthFrom(headerWidth(node), total);
  let x = 0;
  const rows = node.rows.map((row, index) => {
    const cell = ((widths[index] ?? 0) * width) / total;
    const box = { id: row.id, x, y: METRICS.headerHeight, width: cell, height: METRICS.rowHeight };
    x += cell;
    return box;
  });
  return { width, height: METRICS.headerHeight + METRICS.rowHeight, arrangement: 'cells', rows };
}

/** A collapsed namespace: below its name what it holds, by kind. */
function shapeClosed(node: TopologyNode, contents: NonNullable<TopologyNode['contents']>): NodeShape {
  const counts = contents.map(({ count }) => METRICS.count + String(count).length * METRICS.badgeChar);
  const width = widthFrom(headerWidth(node), 2 * METRICS.padding + sum(counts));
  return { width, height: METRICS.headerHeight + METRICS.rowHeight, arrangement: 'header', rows: [] };
}

function shape(node: TopologyNode, flow: Flow): NodeShape {
  if (node.contents) return shapeClosed(node, node.contents);
  const only = node.rows[0];
  if (!only || (node.rows.length === 1 && only.label === node.detail)) {
    const width = widthFrom(headerWidth(node));
    const rows = only ? [{ id: only.id, x: 0, y: 0, width, height: METRICS.headerHeight }] : [];
    return { width, height: METRICS.headerHeight, arrangement: 'header', rows };
  }
  const widths = rowWidths(node);
  const cells = flow === 'down' && widths.length <= METRICS.cellsMax && sum(widths) <= METRICS.maxWidth;
  return cells ? shapeCells(node, widths) : shapeRight(node, widths);
}

const shapes = {
  down: new WeakMap<TopologyNode, NodeShape>(),
  right: new WeakMap<TopologyNode, NodeShape>(),
};

/** A node's size and the places of its rows. The same object for the same node. */
export function shapeOf(node: TopologyNode, flow: Flow): NodeShape {
  const known = shapes[flow].get(node);
  if (known) return known;
  const made = shape(node, flow);
  shapes[flow].set(node, made);
  return made;
}
