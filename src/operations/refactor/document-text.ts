import { valueAt, type Resource } from '../../istio/index.ts';
import {
  emitDocument,
  equalValues,
  fileHeaderEnd,
  parseDocument,
  splitDocuments,
  writtenAt,
  type Written,
} from '../../yaml/index.ts';
import type { Draft } from '../draft.ts';

/**
 * The text of a resource as a document of its own: as it is written, with its comments, wherever it stands; without `---` and
 * what else parts documents. What speaks of the whole file stays behind unless `withHeader`.
 */
export function documentText(draft: Draft, resource: Resource, withHeader = false): string {
  const { source, value } = resource;
  const slice = draft.slice(resource);
  const eol = eolOf(slice.text);
  const own =
    source.path.length > 0
      ? itemAsDocument(writtenAt(slice.text, source.path), eol)
      : bare(source.document === 0 && !withHeader ? slice.text.slice(fileHeaderEnd(slice.text)) : slice.text);
  const candidates = own === undefined ? [] : [own.replace(/(?:\r?\n[ \t]*)*$/, eol), finished(own, eol)];
  const written = valueAt(parseDocument(slice.text).value, source.path) ?? value;
  return candidates.find((text) => says(text, written)) ?? emitDocument(value);
}

/** How a document would be written as an item of a list. */
export function asItem(text: string): Written {
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
  const begins = lines.findIndex((line) => line.trim() !== '' && !line.startsWith('#'));
  const [first = '', ...rest] = lines.slice(Math.max(0, begins));
  return {
    above: lines.slice(0, Math.max(0, begins)),
    behind: [` ${first}`, ...rest.map((line) => (line === '' ? '' : `  ${line}`))],
  };
}

/** The same with the line breaks of another text. */
export const withBreaksOf = (text: string, model: string): string =>
  text.replaceAll(/\r?\n/g, model.includes('\n') ? eolOf(model) : '\n');

const eolOf = (text: string): string => /\r?\n/.exec(text)?.[0] ?? '\n';
const finished = (text: string, eol: string): string => (/[\r\n]$/.test(text) ? text : text + eol);

function says(text: string, value: unknown): boolean {
  if (splitDocuments(text).length !== 1) return false;
  const read = parseDocument(text);
  return read.problems.length === 0 && equalValues(read.value, value as never);
}

/** Without a byte order mark, directives, the `---` in front and the `...` behind; a comment beside the `---` stays. */
function bare(text: string): string {
  const lines = text.replace(/^\ufeff/, '');
  const marker = /^((?:[ \t]*(?:#[^\n]*)?\r?\n|%[^\n]*\n)*)---(?:[ \t]*\r?\n|[ \t]+|$)/.exec(lines);
  const begun = marker
    ? (marker[1] ?? '').replaceAll(/^%[^\n]*\n/gm, '') + lines.slice(marker[0].length)
    : lines;
  return begun.replace(/(\r?\n)\.\.\.[ \t]*(?:\r?\n)?(?:[ \t]*\r?\n)*$/, '$1');
}

/** An item of a `List` at the margin. */
function itemAsDocument(written: Written | undefined, eol: string): string | undefined {
  if (!written) return undefined;
  const [first = '', ...rest] = written.behind;
  const indent = /^[ \t]*/.exec(first)?.[0].length ?? 0;
  const blanks = new RegExp(`^ {0,${indent + 1}}`);
  return [...written.above, first.slice(indent), ...rest.map((line) => line.replace(blanks, ''))].join(eol);
}
