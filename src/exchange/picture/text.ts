import { element, escapeXml } from './xml.ts';

/** The advance widths of Inter at 650 from space to `~`, in thousandths of the size. */
const INTER = [
  244, 330, 537, 646, 653, 1010, 667, 333, 375, 375, 549, 676, 326, 467, 326, 384, 667, 427, 626, 641, 671,
  617, 645, 579, 646, 645, 326, 336, 676, 676, 676, 551, 1008, 737, 661, 738, 722, 606, 587, 750, 746, 279,
  582, 711, 565, 927, 761, 770, 646, 775, 655, 653, 664, 734, 737, 1029, 729, 722, 658, 375, 384, 375, 484,
  473, 358, 577, 627, 585, 627, 594, 394, 629, 618, 267, 267, 575, 267, 906, 617, 611, 627, 627, 402, 555,
  360, 618, 593, 845, 575, 595, 569, 462, 365, 462, 676,
];
const FURTHER: Readonly<Record<string, number>> = { '·': 326, '…': 979, '→': 1000, '×': 676, '▲': 990 };
/** Of JetBrains Mono all are as wide. */
const MONO = 600;
/** Of letters that the table has not: an average, and the full width of East Asian ones. */
const OTHER = 700;
const FULL = 1000;
const FIRST_FULL = 0x1100;

export interface TextStyle {
  readonly font: 'ui' | 'mono';
  readonly size: number;
  readonly weight: number;
  /** In parts of the size. */
  readonly tracking?: number;
}

/** How wide text is drawn, without a page to measure it in. */
export function textWidth(text: string, { font, size, tracking = 0 }: TextStyle): number {
  let sum = 0;
  for (const sign of text) sum += letterWidth(sign, font) + tracking * 1000;
  return (sum * size) / 1000;
}

function letterWidth(sign: string, font: TextStyle['font']): number {
  const code = sign.codePointAt(0) ?? 0;
  const isAscii = code >= 32 && code < 127;
  if (font === 'mono') return code < FIRST_FULL || sign in FURTHER ? MONO : FULL;
  return (isAscii ? INTER[code - 32] : FURTHER[sign]) ?? (code < FIRST_FULL ? OTHER : FULL);
}

/** Text that fits into a width, cut with an ellipsis where it does not. */
export function fitText(text: string, width: number, style: TextStyle): string {
  if (textWidth(text, style) <= width) return text;
  const letters = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
  // Cut where it fits for certain: what is measured here and what is drawn differ by a hair.
  while (letters.length > 0 && textWidth(`${letters.join('')}…`, style) > width) letters.pop();
  return letters.length > 0 ? `${letters.join('').trimEnd()}…` : '';
}

const FAMILIES = {
  ui: "'Inter Variable', Inter, system-ui, sans-serif",
  mono: "'JetBrains Mono Variable', 'JetBrains Mono', ui-monospace, monospace",
};
/** From the middle of a line of text down to its base, in parts of the size. */
const DROP = 0.362;

interface TextPlace {
  readonly x: number;
  /** The middle of the line. */
  readonly y: number;
  readonly fill: string;
  readonly anchor?: 'middle' | 'end';
  readonly struck?: string;
  /** Keeps its width whatever font there is to draw it with. */
  readonly fixed: boolean;
}

/** A line of text. Plain attributes and no stylesheet, so that every program that reads SVG draws it. */
export function textLine(text: string, style: TextStyle, place: TextPlace): string {
  const { x, y, fill, anchor, struck, fixed } = place;
  if (text === '') return '';
  return element(
    'text',
    {
      x,
      y: y + style.size * DROP,
      fill,
      'font-family': FAMILIES[style.font],
      'font-size': style.size,
      'font-weight': style.weight,
      'letter-spacing': style.tracking ? style.tracking * style.size : undefined,
      'text-anchor': anchor,
      'text-decoration': struck === undefined ? undefined : 'line-through',
      textLength: fixed ? textWidth(text, style) : undefined,
      lengthAdjust: fixed ? 'spacingAndGlyphs' : undefined,
      'xml:space': 'preserve',
    },
    escapeXml(text),
  );
}
