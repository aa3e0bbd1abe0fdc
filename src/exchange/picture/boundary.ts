import { boundaryWords, type PlacedTopology } from '../../topology/index.ts';
import type { Pen } from './pen.ts';
import { fitText, textLine, textWidth, type TextStyle } from './text.ts';
import { element } from './xml.ts';

const RADIUS = 16;
/** From the corner to the gap in which the name stands, and from the gap's ends to the name. */
const [INSET, AROUND] = [20, 8];
const NAME: TextStyle = { font: 'ui', size: 11.5, weight: 600 };

/** The mesh: a dashed frame around what is inside it, open where its name stands, so that it needs no ground of its own. */
export function boundary(placed: PlacedTopology, { palette, fixed }: Pen): string {
  if (!placed.boundary) return '';
  const { x, y, width, height } = placed.boundary;
  const name = fitText(boundaryWords(placed), width - 2 * INSET - 2 * AROUND, NAME);
  const gap = Math.ceil(Math.min(textWidth(name, NAME) + 2 * AROUND, width - 2 * INSET));
  const corner = (dx: number, dy: number) => `a${RADIUS} ${RADIUS} 0 0 1 ${dx} ${dy}`;
  const [across, down] = [width - 2 * RADIUS, height - 2 * RADIUS];
  const frame = [
    `M${x + INSET + gap} ${y}H${x + width - RADIUS}${corner(RADIUS, RADIUS)}`,
    `v${down}${corner(-RADIUS, RADIUS)}h${-across}${corner(-RADIUS, -RADIUS)}`,
    `v${-down}${corner(RADIUS, -RADIUS)}H${x + INSET}`,
  ].join('');
  return (
    element('rect', { x, y, width, height, rx: RADIUS, fill: palette.panel, 'fill-opacity': 0.45 }) +
    element('path', {
      d: frame,
      fill: 'none',
      stroke: palette['line-strong'],
      'stroke-dasharray': '3 2',
    }) +
    textLine(name, NAME, { x: x + INSET + AROUND, y, fill: palette.muted, fixed })
  );
}
