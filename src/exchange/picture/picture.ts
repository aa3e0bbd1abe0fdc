import {
  boundaryWords,
  bundleBox,
  edgeLines,
  lineTouches,
  overlaps,
  pillBox,
  pillPlaces,
  type EdgeLine,
  type PillPlaces,
  type PlacedTopology,
  type Rect,
  type Ways,
} from '../../topology/index.ts';
import type { Problem } from '../../checks/index.ts';
import { boundary } from './boundary.ts';
import { bundle, lines, pill } from './edges.ts';
import { node } from './node.ts';
import { mix, PALETTES, type PictureTheme } from './palette.ts';
import type { Pen } from './pen.ts';
import { problemMark, rowMarks } from './problem-marks.ts';
import { element, escapeXml } from './xml.ts';

/** A font file to put into the picture, as a `data:` address of WOFF2. */
export interface PictureFont {
  readonly family: 'Inter Variable' | 'JetBrains Mono Variable';
  readonly data: string;
}

export interface PictureOptions {
  readonly theme: PictureTheme;
  /** Without the ground of the canvas. */
  readonly transparent?: boolean;
  /** Without fonts, text keeps its width in whatever font the reader has. */
  readonly fonts?: readonly PictureFont[];
  /** Only this part of the canvas, in canvas units; all of it where none is said. */
  readonly part?: Rect;
  /** What it is called; read out to those who do not see it. */
  readonly title?: string;
}

export interface Picture {
  readonly svg: string;
  /** In CSS pixels at 100 %. */
  readonly width: number;
  readonly height: number;
}

/** Around the whole picture. */
const MARGIN = 24;
/** Under a node its note may stand. */
const NOTE = 20;

/**
 * The placed graph as an SVG file that looks like the canvas and needs nothing beside itself: nodes with their rows,
 * lines with what they say, the mesh, problems. What is typed by strangers is escaped.
 */
export function svgPicture(ways: Ways, problems: readonly Problem[], options: PictureOptions): Picture {
  const { placed } = ways;
  const { theme, part, fonts = [], title = boundaryWords(placed) } = options;
  const palette = PALETTES[theme];
  const { all, places } = placesIn(ways);
  const frame =
    part ??
    frameOf(placed, [
      ...all.flatMap(({ route }) => route.points.map(({ x, y }) => ({ x, y, width: 0, height: 0 }))),
      ...places.pills.map(pillBox),
      ...places.bundles.map(bundleBox),
    ]);
  const seen = (box: Rect): boolean => part === undefined || overlaps(box, part);
  const pen: Pen = { palette, flow: placed.flow, fixed: fonts.length === 0, hatch: 'never-reached' };
  const labels = new Map(placed.nodes.map((each) => [each.node.id, each.node.label]));
  const nodes = placed.nodes.filter(({ x, y, width, height }) =>
    seen({ x, y, width, height: height + NOTE }),
  );
  const drawn = part === undefined ? all : all.filter((line) => lineTouches(line, part));
  const svg = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: frame.width,
      height: frame.height,
      viewBox: [frame.x, frame.y, frame.width, frame.height].join(' '),
      role: 'img',
    },
    element('title', {}, escapeXml(title)),
    element('defs', {}, fontFaces(fonts), hatch(pen)),
    options.transparent ? '' : element('rect', { ...frame, fill: palette.paper }),
    boundary(placed, pen),
    lines(drawn, ({ source }) => labels.get(source) ?? '', pen),
    ...places.pills.filter((each) => seen(pillBox(each))).map((each) => pill(each, pen)),
    ...places.bundles.filter((each) => seen(bundleBox(each))).map((each) => bundle(each, pen)),
    ...nodes.map((each) => {
      const own = problemMark(problems, each.node.resource);
      return node(each, own ? { own, rows: rowMarks(problems, each.node) } : undefined, pen);
    }),
  );
  return {
    svg: `<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`,
    width: frame.width,
    height: frame.height,
  };
}

interface Places {
  readonly all: readonly EdgeLine[];
  readonly places: PillPlaces;
}

const known = new WeakMap<Ways, Places>();

/** The lines and what they say. Kept for the next picture of the same, in other colours: with thousands it takes a second. */
function placesIn(ways: Ways): Places {
  const before = known.get(ways);
  if (before) return before;
  const all = edgeLines(ways);
  const made = { all, places: pillPlaces(all, ways.placed.nodes) };
  known.set(ways, made);
  return made;
}

/** Around all that is drawn, in whole units. */
function frameOf({ nodes, boundary }: PlacedTopology, more: readonly Rect[]): Rect {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of [...nodes, ...(boundary ? [boundary] : []), ...more]) {
    [left, top] = [Math.min(left, box.x), Math.min(top, box.y)];
    [right, bottom] = [Math.max(right, box.x + box.width), Math.max(bottom, box.y + box.height)];
  }
  if (left > right) return { x: 0, y: 0, width: 2 * MARGIN, height: 2 * MARGIN };
  const [x, y] = [Math.floor(left) - MARGIN, Math.floor(top) - MARGIN];
  return { x, y, width: Math.ceil(right) + MARGIN - x, height: Math.ceil(bottom) + MARGIN - y };
}

function fontFaces(fonts: readonly PictureFont[]): string {
  const faces = fonts.map(
    ({ family, data }) =>
      `@font-face{font-family:'${family}';font-weight:100 900;src:url(${data}) format('woff2')}`,
  );
  const letters = "text{font-feature-settings:'cv05','ss03'}";
  return element('style', {}, escapeXml([...faces, letters].join('')));
}

/** The ground of rules that no traffic reaches. */
function hatch({ palette, hatch }: Pen): string {
  return element(
    'pattern',
    { id: hatch, width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    element('path', { d: 'M0.5 0v6', stroke: mix(palette.line, 0.55, palette.panel) }),
  );
}
