import type { YamlMap, YamlValue } from '../types.ts';
import { scalarText, withoutPairs, type YamlScalar } from './scalar.ts';
import type { Style } from './style.ts';

const isScalar = (value: YamlValue): value is YamlScalar => typeof value !== 'object' || value === null;
const isEmpty = (value: YamlValue) =>
  !isScalar(value) && (Array.isArray(value) ? value.length === 0 : Object.keys(value).length === 0);

export function keyText(key: string, flow: boolean): string {
  return scalarText(key, 'plain', { flow, key: true });
}

/** A value on one line: scalars as they are, collections in `{}` and `[]`. */
export function emitFlow(value: YamlValue, style: Style): string {
  if (isScalar(value)) return scalarText(value, style.quote, { flow: true });
  if (isEmpty(value)) return Array.isArray(value) ? '[]' : '{}';
  const { padding } = style;
  if (Array.isArray(value))
    return `[${padding}${value.map((item) => emitFlow(item, style)).join(', ')}${padding}]`;
  const entries = Object.entries(value).map(
    ([key, child]) => `${keyText(key, true)}: ${emitFlow(child, style)}`,
  );
  return `{${padding}${entries.join(', ')}${padding}}`;
}

interface BlockScalar {
  readonly header: string;
  readonly lines: readonly string[];
}

const UNPRINTED = /[\r\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufeff\ud800-\udfff]/;

/** Text as a block literal: header and lines; null where a literal cannot hold it without an indentation indicator. */
export function literal(text: string, column: number): BlockScalar | null {
  if (text === '' || UNPRINTED.test(withoutPairs(text))) return null;
  if (/^[ \t\n]/.test(text) || /[ \t]\n|[ \t]$|\n\n$/.test(text)) return null;
  const body = text.endsWith('\n') ? text.slice(0, -1) : text;
  const indent = ' '.repeat(column);
  return {
    header: text.endsWith('\n') ? '|' : '|-',
    lines: body.split('\n').map((line) => (line ? indent + line : '')),
  };
}

/** The same as a folded scalar, where every line break of the text is a blank line; null where lines begin with blanks. */
export function folded(text: string, column: number): BlockScalar | null {
  const block = literal(text, column);
  if (!block || /\n[ \t\n]/.test(text)) return null;
  return {
    header: block.header.replace('|', '>'),
    lines: block.lines.flatMap((line, index) => (index === 0 ? [line] : ['', line])),
  };
}

/** What stands behind `key:` or a dash on its line, and the lines under it. `column` is the key's or the dash's. */
export function emitBlock(
  value: YamlValue,
  column: number,
  style: Style,
): { head: string; lines: readonly string[] } {
  if (typeof value === 'string' && value.includes('\n')) {
    const block = literal(value, column + style.indent);
    if (block) return { head: ` ${block.header}`, lines: block.lines };
  }
  if (isScalar(value)) return { head: ` ${scalarText(value, style.quote, { flow: false })}`, lines: [] };
  if (isEmpty(value)) return { head: ` ${Array.isArray(value) ? '[]' : '{}'}`, lines: [] };
  return {
    head: '',
    lines: Array.isArray(value)
      ? listLines(value, column + style.listIndent, style)
      : mapLines(value, column + style.indent, style),
  };
}

/** The lines of a map whose keys stand at `column`. */
export function mapLines(map: YamlMap, column: number, style: Style): string[] {
  return Object.entries(map).flatMap(([key, value]) => {
    const { head, lines } = emitBlock(value, column, style);
    return [`${' '.repeat(column)}${keyText(key, false)}:${head}`, ...lines];
  });
}

/** The lines of a list whose dashes stand at `column`. */
export function listLines(list: readonly YamlValue[], column: number, style: Style): string[] {
  return list.flatMap((item) => itemLines(item, column, style));
}

/** The lines of one item; a map begins on the dash's own line. */
export function itemLines(item: YamlValue, column: number, style: Style): string[] {
  const dash = `${' '.repeat(column)}-`;
  const inner = column + 1 + style.dash.length;
  if (!isScalar(item) && !isEmpty(item)) {
    const lines = Array.isArray(item) ? listLines(item, inner, style) : mapLines(item, inner, style);
    return [`${dash}${style.dash}${lines[0]?.slice(inner) ?? ''}`, ...lines.slice(1)];
  }
  const { head, lines } = emitBlock(item, column, style);
  return [`${dash}${style.dash}${head.slice(1)}`, ...lines];
}
