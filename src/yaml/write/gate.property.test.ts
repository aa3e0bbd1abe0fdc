import { Lexer } from 'yaml';
import { assert as check, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, invertEdits } from '../../text/index.ts';
import { nodeAt } from '../find.ts';
import { locate } from '../locate.ts';
import { parseDocument } from '../parse.ts';
import { RefusedError } from '../refused.ts';
import { splitDocuments } from '../split.ts';
import type { Path, YamlNode } from '../types.ts';
import type { DocumentEdit } from './edits.ts';
import { equalValues } from './equal.ts';
import { afterLine, afterOwnComments } from './extent.ts';
import { editDocument } from './gate.ts';
import { intendedValue } from './intended.ts';
import { columnOf, lineStart } from './lines.ts';
import {
  chanceOf,
  randomDocument,
  randomScalar,
  randomValue,
  type Chance,
} from './random-document.testkit.ts';
import { ownerOf } from './target.ts';

const DOCUMENTS = 3_100;
const EDITS_EACH = 8;

function paths(node: YamlNode, here: Path = []): Path[] {
  const below =
    node.kind === 'map'
      ? node.entries.flatMap(({ key, value }) => paths(value, [...here, key]))
      : node.kind === 'list'
        ? node.items.flatMap((item, index) => paths(item, [...here, index]))
        : [];
  return here.length ? [here, ...below] : below;
}

function randomEdit(chance: Chance, root: YamlNode): DocumentEdit {
  const path = chance.pick(paths(root));
  const node = nodeAt(root, path);
  switch (chance.below(7)) {
    case 0:
      return { kind: 'remove', path };
    case 1:
      if (node?.kind === 'list')
        return {
          kind: 'insert',
          path,
          index: chance.below(node.items.length + 1),
          value: randomValue(chance),
        };
      return { kind: 'set', path: [...path, 'added'], value: randomValue(chance) };
    case 2:
      if (node?.kind === 'list' && node.items.length > 1) {
        return {
          kind: 'move',
          path,
          from: chance.below(node.items.length),
          to: chance.below(node.items.length),
        };
      }
      return {
        kind: 'set',
        path: [...path.slice(0, -1), node?.kind === 'list' ? 0 : 'fresh'],
        value: randomScalar(chance),
      };
    case 3:
      return typeof path.at(-1) === 'string'
        ? { kind: 'rename-key', path, key: 'renamed' }
        : { kind: 'remove', path };
    case 4:
      return { kind: 'set', path, value: randomValue(chance) };
    default:
      return { kind: 'set', path, value: randomScalar(chance) };
  }
}

/** The lines that an edit may touch: those of the nearest parent that is written. */
function region(text: string, root: YamlNode, edit: DocumentEdit): { from: number; to: number } {
  const parent = edit.kind === 'insert' || edit.kind === 'move' ? edit.path : edit.path.slice(0, -1);
  for (let depth = parent.length; depth > 0; depth--) {
    const here = parent.slice(0, depth);
    const node = nodeAt(root, here);
    const owner = node && ownerOf({ text, root }, here);
    if (!owner) continue;
    const line = afterLine(text, node.to);
    return {
      from: lineStart(text, owner.begin),
      to: afterOwnComments(text, line, columnOf(text, owner.begin)),
    };
  }
  return { from: 0, to: text.length };
}

const comments = (text: string) =>
  [...new Lexer().lex(text)].filter((token) => token.startsWith('#')).toSorted();

interface Tally {
  done: number;
  refused: number;
}

function tryEdit(text: string, edit: DocumentEdit, tally: Tally): string {
  const root = locate(text) as YamlNode;
  const before = parseDocument(text).value;
  let edited;
  try {
    edited = editDocument(text, edit);
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    tally.refused += error.reason === 'unsafe' ? 1 : 0;
    return text;
  }
  tally.done++;
  // (b) It says what was meant, as one document without problems.
  const after = parseDocument(edited.text);
  expect(after.problems).toEqual([]);
  expect(splitDocuments(edited.text)).toHaveLength(1);
  expect(equalValues(after.value, intendedValue(before, edit))).toBe(true);
  // (a) Nothing outside the parent's lines was touched, and no comment is lost but with what was taken away.
  const allowed = region(text, root, edit);
  for (const { from, to } of edited.edits) {
    expect(from).toBeGreaterThanOrEqual(allowed.from);
    expect(to).toBeLessThanOrEqual(allowed.to);
  }
  const replaces = edit.kind === 'remove' || (edit.kind === 'set' && nodeAt(root, edit.path));
  if (!replaces) expect(comments(edited.text)).toEqual(comments(text));
  // (c) Taking it back and doing it again is the identity.
  const inverse = invertEdits(text, edited.edits);
  expect(applyEdits(text, edited.edits)).toBe(edited.text);
  expect(applyEdits(edited.text, inverse)).toBe(text);
  expect(invertEdits(edited.text, inverse)).toEqual(
    edited.edits.map(({ from, to, insert }) => ({ from, to, insert })),
  );
  return edited.text;
}

describe('any edit of any document', () => {
  it(`keeps what it does not concern, says what was meant, and can be taken back (${DOCUMENTS * EDITS_EACH} edits)`, () => {
    const tally: Tally = { done: 0, refused: 0 };
    check(
      property(integer(), (seed) => {
        const chance = chanceOf(seed);
        let text = randomDocument(chance);
        const { problems } = parseDocument(text);
        expect(problems, text).toEqual([]);
        for (let count = 0; count < EDITS_EACH; count++) {
          const root = locate(text);
          if (!root || paths(root).length === 0) return;
          text = tryEdit(text, randomEdit(chance, root), tally);
        }
      }),
      { numRuns: DOCUMENTS },
    );
    // Refusals are for aliases and impossible places; where an edit is possible, it is made.
    expect(tally.refused).toBeLessThan(tally.done * 0.005);
    expect(tally.done).toBeGreaterThan(DOCUMENTS * EDITS_EACH * 0.8);
  }, 300_000);
});
