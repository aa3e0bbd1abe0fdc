import {
  badgeGroups,
  kindTitle,
  lookOf,
  METRICS,
  nodeToken,
  shapeOf,
  type NodeBadge,
  type PlacedNode,
  type TopologyNode,
} from '../../topology/index.ts';
import { colour, mix, type Palette } from './palette.ts';
import type { NodeMarks, Pen } from './pen.ts';
import { rows } from './rows.ts';
import { fitText, textLine, textWidth, type TextStyle } from './text.ts';
import { element, escapeXml } from './xml.ts';

const RADIUS = 11;
const GLYPH = 16;
const BADGE = 14;
const GAP = 6;
const [KIND_Y, NAME_Y] = [16, 36];

const KIND: TextStyle = { font: 'ui', size: 10.5, weight: 650, tracking: 0.05 };
const DETAIL: TextStyle = { font: 'mono', size: 10.5, weight: 400 };
const NAME: TextStyle = { font: 'ui', size: 13, weight: 650, tracking: -0.005 };
const SMALL: TextStyle = { font: 'ui', size: 10.5, weight: 650 };
const NOTE: TextStyle = { font: 'ui', size: 10.5, weight: 400 };

/** A node as the canvas draws it, exactly as large as the topology says. */
export function node(placed: PlacedNode, marks: NodeMarks | undefined, pen: Pen): string {
  const { node, x, y, width, height } = placed;
  const shape = shapeOf(node, pen.flow);
  return element(
    'g',
    { transform: `translate(${x} ${y})`, 'data-node': node.id },
    element('title', {}, escapeXml(titleOf(node))),
    ground(node, width, height, pen),
    header(node, width, marks, pen),
    shape.arrangement === 'header' ? '' : rows(node, shape, marks, pen),
    node.contents ? contents(node.contents, height, pen) : '',
    border(node, width, height, pen),
    note(node, height, pen),
  );
}

const titleOf = (node: TopologyNode): string =>
  [`${kindTitle(node)} ${node.label}`, ...(node.inert === undefined ? [] : [node.inert])].join(': ');

function ground(node: TopologyNode, width: number, height: number, { palette }: Pen): string {
  const isMissing = node.dangling && node.missing !== 'unknown';
  const box = { width, height, rx: RADIUS };
  const isFlat = isMissing || node.kind === 'Mirror';
  const fill = isMissing ? mix(palette['error-soft'], 0.55, palette.panel) : palette.panel;
  // Two soft edges instead of a filter, which many programs do not draw.
  const shade = (down: number, opacity: number) =>
    element('rect', { ...box, y: down, fill: '#131c2b', 'fill-opacity': opacity });
  return [...(isFlat ? [] : [shade(2.5, 0.04), shade(1, 0.05)]), element('rect', { ...box, fill })].join('');
}

function border(node: TopologyNode, width: number, height: number, { palette }: Pen): string {
  const dashed = node.stale || node.dangling || node.kind === 'Mirror';
  return element('rect', {
    x: 0.5,
    y: 0.5,
    width: width - 1,
    height: height - 1,
    rx: RADIUS - 0.5,
    fill: 'none',
    stroke: borderColour(node, palette),
    'stroke-dasharray': dashed ? '3 2' : undefined,
  });
}

function borderColour({ dangling, missing, stale, kind }: TopologyNode, palette: Palette): string {
  if (dangling) return missing === 'unknown' ? palette.muted : palette.error;
  if (kind === 'Mirror') return palette['line-strong'];
  return stale ? palette.warn : palette.line;
}

function header(node: TopologyNode, width: number, marks: NodeMarks | undefined, pen: Pen): string {
  const { palette, fixed } = pen;
  const tint = colour(palette, nodeToken(node));
  const quiet = node.inert !== undefined;
  const title = kindTitle(node).toUpperCase();
  const left = METRICS.padding;
  const kindX = left + GLYPH + GAP;
  const badgeParts = badges(node.badges ?? [], width - METRICS.padding, pen);
  const right = width - METRICS.padding - (badgeParts.width > 0 ? badgeParts.width + GAP : 0);
  const room = right - kindX - textWidth(title, KIND) - GAP - 4;
  const mark = marks?.own;
  const sign = mark ? `▲${mark.count > 1 ? ` ${mark.count}` : ''}` : '';
  const nameRoom = width - 2 * left - (sign ? textWidth(sign, SMALL) + GAP : 0);
  const name = fitText(node.label, nameRoom, NAME);
  return [
    glyph(node.kind, left, KIND_Y - GLYPH / 2, GLYPH, tint, pen),
    textLine(title, KIND, { x: kindX, y: KIND_Y, fill: quiet ? palette.muted : tint, fixed }),
    textLine(fitText(node.detail ?? '', room, DETAIL), DETAIL, {
      x: right,
      y: KIND_Y,
      fill: palette.muted,
      anchor: 'end',
      fixed,
    }),
    badgeParts.drawn,
    textLine(name, NAME, { x: left, y: NAME_Y, fill: quiet ? palette.muted : palette.ink, fixed }),
    textLine(sign, SMALL, {
      x: left + textWidth(name, NAME) + GAP,
      y: NAME_Y,
      fill: mark?.severity === 'error' ? palette.error : palette['warn-ink'],
      fixed,
    }),
  ].join('');
}

/** The coloured square with a kind's letter. */
function glyph(kind: string, x: number, y: number, size: number, fill: string, { palette }: Pen): string {
  const style: TextStyle = { font: 'ui', size: size * 0.58, weight: 700 };
  return (
    element('rect', { x, y, width: size, height: size, rx: 5, fill }) +
    textLine(lookOf(kind).glyph, style, {
      x: x + size / 2,
      y: y + size / 2,
      fill: palette['glyph-ink'],
      anchor: 'middle',
      fixed: false,
    })
  );
}

/** Policies, ending at `right`. */
function badges(all: readonly NodeBadge[], right: number, pen: Pen): { drawn: string; width: number } {
  const groups = badgeGroups(all).map((group) => {
    const count = group.length > 1 ? String(group.length) : '';
    return {
      kind: group[0]?.kind ?? '',
      count,
      width: BADGE + (count ? 4 + textWidth(count, SMALL) : 0),
      words: group.map(({ kind, label }) => `${lookOf(kind).words} ${label}`).join(', '),
    };
  });
  const width = groups.reduce((sum, one) => sum + one.width, 0) + Math.max(0, groups.length - 1) * 4;
  let x = right - width;
  const drawn = groups.map(({ kind, count, width, words }) => {
    const at = x;
    x += width + 4;
    return element(
      'g',
      {},
      element('title', {}, escapeXml(words)),
      glyph(kind, at, KIND_Y - BADGE / 2, BADGE, colour(pen.palette, lookOf(kind).token), pen),
      textLine(count, SMALL, { x: at + BADGE + 2, y: KIND_Y, fill: pen.palette.policy, fixed: pen.fixed }),
    );
  });
  return { drawn: drawn.join(''), width };
}

/** What a collapsed namespace holds. */
function contents(all: NonNullable<TopologyNode['contents']>, height: number, pen: Pen): string {
  const size = 13;
  const y = height - 8 - size / 2 - 1;
  let x: number = METRICS.padding;
  return all
    .map(({ kind, count }) => {
      const at = x;
      x += size + 3 + textWidth(String(count), NOTE) + 9;
      return (
        glyph(kind, at, y - size / 2, size, colour(pen.palette, lookOf(kind).token), pen) +
        textLine(String(count), NOTE, { x: at + size + 3, y, fill: pen.palette.muted, fixed: pen.fixed })
      );
    })
    .join('');
}

/** A few words under a node that is not as the files have it. */
function note(node: TopologyNode, height: number, { palette, fixed }: Pen): string {
  const words = node.stale ? 'broken YAML' : node.assumed ? 'assumed' : '';
  const fill = node.stale ? palette['warn-ink'] : palette.muted;
  return textLine(words, NOTE, { x: METRICS.padding + 4, y: height + 11, fill, fixed });
}
