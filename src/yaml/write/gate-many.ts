import { composeEdits, type TextEdit } from '../../text/index.ts';
import { nodeAt } from '../find.ts';
import { locate } from '../locate.ts';
import { parseDocument } from '../parse.ts';
import type { ParsedDocument, YamlValue } from '../types.ts';
import type { DocumentEdit } from './edits.ts';
import { editDocument, isReadOtherwise } from './gate.ts';
import { guessPlaces } from './guess-places.ts';
import { intendedValue } from './intended.ts';
import { planScalar } from './plan-scalar.ts';
import { isInFlow } from './plan-set.ts';
import { detectStyle } from './style.ts';
import { ownerOf, type Target } from './target.ts';
import { firstThatSays, type EditedDocument } from './tried.ts';

/**
 * Many edits of one document in a row, each meant for what the last one left; what comes of it is what comes of them one by
 * one. Where they only write texts over texts the document is read once before and once after, however many they are.
 * `known` is the document where it was read already; then it may do to read it after. Throws `RefusedError`, and nothing is
 * changed, where one of them is refused.
 */
export function editDocumentMany(
  text: string,
  edits: readonly DocumentEdit[],
  known?: ParsedDocument,
): EditedDocument {
  const [first] = edits;
  if (!first) return { edits: [], text };
  const guessed = known && guessedAtOnce(text, edits, known);
  if (guessed) return guessed;
  if (edits.length === 1) return editDocument(text, first);
  const whole = atOnce(text, edits);
  if (whole) return whole;
  // What keeps the others from being made at once is looked for in halves: seldom more than one place.
  const middle = Math.floor(edits.length / 2);
  const before = editDocumentMany(text, edits.slice(0, middle));
  const then = editDocumentMany(before.text, edits.slice(middle));
  return { edits: composeEdits(text.length, before.edits, then.edits), text: then.text };
}

/** All of them where they seem to stand; null where that cannot be told, or does not say what was meant. */
function guessedAtOnce(
  text: string,
  edits: readonly DocumentEdit[],
  known: ParsedDocument,
): EditedDocument | null {
  const { value, problems } = known;
  if (known.text !== text || problems.length > 0 || value === undefined) return null;
  if (!arePlaces(edits) || !edits.every(isText)) return null;
  const plan = guessPlaces(text, value, edits);
  return plan && firstThatSays(text, [plan], edits.reduce<YamlValue>(intendedValue, value));
}

const arePlaces = (edits: readonly DocumentEdit[]): boolean =>
  new Set(edits.map(({ path }) => JSON.stringify(path))).size === edits.length;

/** All of them by one plan; null where they are not of a kind that can be planned side by side, or that does not say what was meant. */
function atOnce(text: string, edits: readonly DocumentEdit[]): EditedDocument | null {
  if (!arePlaces(edits) || !edits.every(isText)) return null;
  const { value, problems } = parseDocument(text);
  const root = locate(text);
  if (problems.length > 0 || value === undefined || !root) return null;
  const target: Target = { text, root, style: detectStyle(text, root) };
  const plan: TextEdit[] = [];
  let intended = value;
  for (const edit of edits) {
    const written = overText(target, edit);
    if (!written) return null;
    plan.push(...written);
    intended = intendedValue(intended, edit);
  }
  return plan.length === 0 ? { edits: [], text } : firstThatSays(text, [plan], intended);
}

type TextEditOf = DocumentEdit & { kind: 'set'; value: string };

const isText = (edit: DocumentEdit): edit is TextEditOf =>
  edit.kind === 'set' && typeof edit.value === 'string' && !edit.value.includes('\n') && !edit.as;

/** A text written over another in the quotes that it has: what the other edits do has no part in it. */
function overText(target: Target, edit: TextEditOf): readonly TextEdit[] | null {
  const { text, root } = target;
  const node = nodeAt(root, edit.path);
  if (node?.kind !== 'scalar' || typeof node.value !== 'string') return null;
  if (node.from === node.to || /[|>]/.test(text[node.from] ?? '')) return null;
  if (node.value === edit.value && !isReadOtherwise(text, root, edit)) return [];
  const owner = ownerOf(target, edit.path);
  return planScalar(target, node, edit.value, owner, isInFlow(root, edit.path))[0] ?? null;
}
