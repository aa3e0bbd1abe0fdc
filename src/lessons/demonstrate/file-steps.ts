import { isModelled } from '../../istio/index.ts';
import { createParseCache, equalValues, splitDocuments, type ParsedDocument } from '../../yaml/index.ts';
import { align, partsOf, type Move } from './align.ts';
import { lineSteps, pieces } from './line-steps.ts';

/**
 * The texts on the way from one file to another, each one small, whole change further; the last is the other. Every text on
 * the way can be read, if both ends can, and each says something else than the one before; comments come along.
 */
export function fileSteps(before: string, after: string): readonly string[] {
  if (before === after) return [];
  const cache = createParseCache();
  const read = (text: string): readonly ParsedDocument[] =>
    splitDocuments(text).map((slice) => cache.read(slice.text));
  const kept: string[] = [];
  const states = rawSteps(before, after);
  let meant = meaningOf(read(before));
  for (const [index, state] of states.entries()) {
    const isLast = index === states.length - 1;
    const documents = read(state);
    if (!isLast && documents.some(({ problems }) => problems.length > 0)) continue;
    const meaning = meaningOf(documents);
    if (equalValues(meaning, meant) && (kept.length || !isLast)) {
      // Only comments or layout differ: that is no step of its own.
      if (kept.length) kept[kept.length - 1] = state;
      continue;
    }
    kept.push(state);
    meant = meaning;
  }
  return kept;
}

const meaningOf = (documents: readonly ParsedDocument[]) =>
  documents.flatMap(({ value }) => (value === undefined || value === null ? [] : [value]));

function rawSteps(before: string, after: string): readonly string[] {
  const moves = align(partsOf(before), partsOf(after));
  const texts = moves.map(({ from }) => from?.text ?? '');
  return moves.flatMap((move, index) =>
    stepsOf(move).map((text) => {
      texts[index] = text;
      return texts.join('');
    }),
  );
}

function stepsOf({ from, to }: Move): readonly string[] {
  if (!to) return [''];
  if (from) return from.text === to.text ? [] : lineSteps(from.text, to.text);
  // Only what people learn here is worth being written field by field.
  const parts = isModelled(to.type) ? pieces(to.text) : [to.text];
  return parts.map((_, index) => parts.slice(0, index + 1).join(''));
}
