import { applyEdits, type TextEdit } from '../../text/index.ts';
import { locate } from '../locate.ts';
import { parseDocument } from '../parse.ts';
import { splitDocuments } from '../split.ts';
import type { YamlValue } from '../types.ts';
import { equalValues } from './equal.ts';
import type { Candidate } from './plan-scalar.ts';

export interface EditedDocument {
  /** Offsets in the document's text before the edit. Empty where the document says it already. */
  readonly edits: readonly TextEdit[];
  readonly text: string;
}

/** True where the text, read again, is one document that says exactly what was meant. */
export function says(text: string, intended: YamlValue): boolean {
  if (splitDocuments(text).length !== 1) return false;
  const { value, problems } = parseDocument(text);
  return problems.length === 0 && equalValues(value, intended);
}

/**
 * True where a text without a last line break ends in a block scalar whose value has one: the Go reader takes the break
 * from the text, others add it.
 */
export function endsAmbiguously(text: string): boolean {
  if (text === '' || text.endsWith('\n')) return false;
  let node = locate(text);
  while (node?.kind === 'map' || node?.kind === 'list') {
    node = node.kind === 'map' ? node.entries.at(-1)?.value : node.items.at(-1);
  }
  if (node?.kind !== 'scalar' || !/[|>]/.test(text[node.from] ?? '')) return false;
  return typeof node.value === 'string' && node.value.endsWith('\n');
}

/** The first of the plans after which the text, read again, says exactly what was meant; null where none does. */
export function firstThatSays(
  text: string,
  candidates: readonly Candidate[],
  intended: YamlValue,
): EditedDocument | null {
  for (const candidate of candidates) {
    const edits = candidate
      .filter(({ from, to, insert }) => from !== to || insert)
      .toSorted((a, b) => a.from - b.from);
    const inOrder = edits.every((edit, index) => edit.from >= (edits[index - 1]?.to ?? 0));
    if (!inOrder) continue;
    const after = applyEdits(text, edits);
    if (says(after, intended) && (endsAmbiguously(text) || !endsAmbiguously(after)))
      return { edits, text: after };
  }
  return null;
}
