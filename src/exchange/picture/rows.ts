import type { NodeRow, NodeShape, RowBox, TopologyNode } from '../../topology/index.ts';
import type { NodeMarks, Pen } from './pen.ts';
import { sign } from './signs.ts';
import { fitText, textLine, textWidth, type TextStyle } from './text.ts';
import { element, escapeXml } from './xml.ts';

const FIRST: TextStyle = { font: 'mono', size: 11, weight: 700 };
const REST: TextStyle = { font: 'mono', size: 11, weight: 400 };
const MARK: TextStyle = { font: 'mono', size: 9.5, weight: 650 };
const PADDING = 11;
const SIGN = 11;
/** From one sign to the next. */
const STEP = 18;
const CORNER = 10;

/** The rules, subsets or ports of a node, side by side or one above the other as its shape says. */
export function rows(node: TopologyNode, shape: NodeShape, marks: NodeMarks | undefined, pen: Pen): string {
  const isCells = shape.arrangement === 'cells';
  const last = node.rows.length - 1;
  return node.rows
    .map((row, index) => {
      const box = shape.rows[index];
      if (!box) return '';
      const corners = { left: isCells ? index === 0 : index === last, right: index === last };
      return element(
        'g',
        { 'data-row': row.id },
        element('title', {}, escapeXml(row.inert === undefined ? row.label : `${row.label}: ${row.inert}`)),
        row.inert === undefined
          ? ''
          : element('path', { d: outline(box, corners), fill: `url(#${pen.hatch})` }),
        hairlines(box, isCells && index > 0, pen),
        inside(row, box, marks, pen),
      );
    })
    .join('');
}

/** The ground of a row, round where the node is. */
function outline(
  { x, y, width, height }: RowBox,
  { left, right }: { left: boolean; right: boolean },
): string {
  const [l, r] = [left ? CORNER : 0, right ? CORNER : 0];
  return `M${x} ${y}h${width}v${height - r}q0 ${r} ${-r} ${r}h${l + r - width}q${-l} 0 ${-l} ${-l}z`;
}

function hairlines({ x, y, height, width }: RowBox, divided: boolean, { palette }: Pen): string {
  const before = divided ? `M${x + 0.5} ${y + 0.5}v${height - 1}` : '';
  return element('path', { d: `M${x} ${y + 0.5}h${width}${before}`, stroke: palette.line, fill: 'none' });
}

/** The label, quieter behind its arrow, and at its end what else the rule does and what is wrong with it. */
function inside(row: NodeRow, box: RowBox, marks: NodeMarks | undefined, { palette, fixed }: Pen): string {
  const y = box.y + box.height / 2;
  const isInert = row.inert !== undefined;
  const parts: string[] = [];
  let right = box.x + box.width - PADDING;
  const mark = marks?.rows.get(row.id);
  if (mark) {
    const words = `▲${mark.count > 1 ? mark.count : ''}`;
    const fill = mark.severity === 'error' ? palette.error : palette['warn-ink'];
    parts.push(textLine(words, MARK, { x: right, y, fill, anchor: 'end', fixed }));
    right -= textWidth(words, MARK) + 6;
  }
  const signs = row.marks ?? [];
  for (const [index, { kind }] of signs.entries()) {
    const x = right - (signs.length - index - 1) * STEP - SIGN;
    parts.push(sign(kind, x, y - SIGN / 2, SIGN, kind === 'fault' ? palette.error : palette.muted));
  }
  if (signs.length) right -= signs.length * STEP + 2;
  const [first = '', ...rest] = row.label.split(' → ');
  const left = box.x + PADDING;
  const style = isInert ? REST : FIRST;
  const shown = fitText(first, right - left, style);
  const after = left + textWidth(shown, style);
  const more = rest.length && shown === first ? fitText(` → ${rest.join(' → ')}`, right - after, REST) : '';
  const struck = isInert ? { struck: palette.faint } : {};
  parts.unshift(
    textLine(shown, style, { x: left, y, fill: isInert ? palette.muted : palette.ink, fixed, ...struck }),
    textLine(more, REST, { x: after, y, fill: palette.muted, fixed, ...struck }),
  );
  return parts.join('');
}
