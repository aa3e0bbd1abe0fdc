import {
  bundlePill,
  type Bundle,
  type EdgeLine,
  type Pill,
  type PlacedPill,
  type TopologyEdge,
  edgeWords,
} from '../../topology/index.ts';
import { mix, type Palette } from './palette.ts';
import type { Pen } from './pen.ts';
import { sign } from './signs.ts';
import { textLine, textWidth, type TextStyle } from './text.ts';
import { element, escapeXml } from './xml.ts';

const HEIGHT = 20;
const PADDING = 9;
const SIGN = 10;
const GAP = 4;
const WORDS: TextStyle = { font: 'ui', size: 10.5, weight: 650 };

/** From this many lines on, each is drawn more quietly. */
const DENSE = 150;

/** What carries no traffic is only a reference, and so is what none ever takes. */
const isQuiet = ({ inert, flows }: TopologyEdge): boolean => inert !== undefined || flows.length === 0;
const isUnknown = ({ dangling, missing }: TopologyEdge): boolean => dangling && missing === 'unknown';

function strokeOf(edge: TopologyEdge, palette: Palette): string {
  const quiet = mix(palette.muted, 0.72, palette.paper);
  if (isUnknown(edge)) return quiet;
  if (edge.dangling) return palette.error;
  return edge.kind === 'mirror' || isQuiet(edge) ? quiet : palette.accent;
}

function dashesOf(edge: TopologyEdge): string | undefined {
  if (isUnknown(edge)) return '1 5';
  return edge.kind === 'mirror' || edge.kind === 'delegate' ? '5 5' : undefined;
}

/** The lines with their arrowheads. */
export function lines(
  all: readonly EdgeLine[],
  source: (edge: TopologyEdge) => string,
  { palette }: Pen,
): string {
  const drawn = all.map(({ edge, path, target }) => {
    const stroke = strokeOf(edge, palette);
    return element(
      'g',
      { 'data-edge': edge.id, stroke },
      element('title', {}, escapeXml(`${source(edge)} ${edgeWords(edge, target)}`)),
      element('path', {
        d: path.line,
        'stroke-width': isQuiet(edge) ? 1.4 : 1.75,
        'stroke-dasharray': dashesOf(edge),
      }),
      element('path', { d: path.head, 'stroke-width': 2 }),
    );
  });
  return element(
    'g',
    {
      fill: 'none',
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
      'stroke-opacity': all.length > DENSE ? 0.5 : undefined,
    },
    ...drawn,
  );
}

/** What stands on a line: how it is secured, and its share. */
export function pill({ line: { edge }, pill, x, y }: PlacedPill, pen: Pen): string {
  const { palette } = pen;
  const plain = isQuiet(edge) || isUnknown(edge) ? palette.muted : palette.accent;
  const fill = edge.dangling && !isUnknown(edge) ? palette.error : plain;
  return element('g', { 'data-pill': edge.id }, capsule(pill, x, y, fill, pen));
}

/** One for the pills of many lines that have no room. */
export const bundle = ({ lines, x, y }: Bundle, pen: Pen): string =>
  element(
    'g',
    { 'data-bundle': lines.length },
    capsule(bundlePill(lines.length), x, y, pen.palette.muted, pen),
  );

function capsule({ words, lock, marks }: Pill, x: number, y: number, fill: string, pen: Pen): string {
  const after = (['fault', 'timeout'] as const).filter((kind) => marks.includes(kind));
  const widths = [
    ...(lock ? [SIGN] : []),
    ...(words ? [textWidth(words, WORDS)] : []),
    ...after.map(() => SIGN),
  ];
  const width = widths.reduce((sum, one) => sum + one, 0) + (widths.length - 1) * GAP + 2 * PADDING;
  let at = x - width / 2 + PADDING;
  const parts: string[] = [];
  const put = (wide: number, drawn: string) => {
    parts.push(drawn);
    at += wide + GAP;
  };
  if (lock) put(SIGN, sign('lock', at, y - SIGN / 2, SIGN, fill, 2.5));
  if (words) put(textWidth(words, WORDS), textLine(words, WORDS, { x: at, y, fill, fixed: pen.fixed }));
  for (const kind of after) put(SIGN, sign(kind, at, y - SIGN / 2, SIGN, fill, 2.5));
  const box = { x: x - width / 2 + 0.5, y: y - HEIGHT / 2 + 0.5, width: width - 1, height: HEIGHT - 1 };
  return (
    element('rect', { ...box, rx: HEIGHT / 2, fill: pen.palette.panel, stroke: pen.palette.line }) +
    parts.join('')
  );
}
