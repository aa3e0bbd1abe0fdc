import type { YamlValue } from '../types.ts';
import { emitFlow, listLines, mapLines } from './emit.ts';
import { detectStyle, type Style } from './style.ts';

/** A whole document's text, ending with a line break, in the given style. Keys stand in the order in which they are given. */
export function emitDocument(value: YamlValue, style: Style = detectStyle('', undefined)): string {
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) {
    return emitFlow(value, style) + style.eol;
  }
  const lines = Array.isArray(value) ? listLines(value, 0, style) : mapLines(value, 0, style);
  return lines.map((line) => line + style.eol).join('');
}
