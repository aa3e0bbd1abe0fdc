import type { TextEdit } from '../../text/index.ts';
import type { Path, YamlValue } from '../types.ts';
import { scalarText } from './scalar.ts';

/** A text that is to stand where another stands. */
export interface NewText {
  readonly path: Path;
  readonly value: string;
}

/** Texts that are written as they are, in quotes or without. */
const SIMPLE = /^[A-Za-z0-9][A-Za-z0-9._/-]*$/;
/** Anchors, aliases, merge keys: one place says what several read. */
const SHARED = /(?:^|[\s[{,])(?:[&*][A-Za-z0-9_]|<<)/m;
const BEFORE = String.raw`(?<![^\s[\]{},"'])`;
const BEHIND = String.raw`(?![^\s[\]{},"'])`;

/**
 * Where texts stand, found without reading the document: each as often as a word of the text as there are places that hold it
 * and change, so that it can stand nowhere else, and no comment, key or other value has it. Null where that cannot be told. What is
 * planned so has to be read afterwards, as every plan.
 */
export function guessPlaces(text: string, value: YamlValue, edits: readonly NewText[]): TextEdit[] | null {
  if (SHARED.test(text)) return null;
  const becomes = new Map<string, { readonly to: string; count: number }>();
  for (const { path, value: to } of edits) {
    const old = valueAt(value, path);
    if (typeof old !== 'string' || !SIMPLE.test(old) || !SIMPLE.test(to) || old === to) return null;
    const known = becomes.get(old);
    if (known && known.to !== to) return null;
    if (known) known.count++;
    else becomes.set(old, { to, count: 1 });
  }
  const plan: TextEdit[] = [];
  for (const [old, { to, count }] of becomes) {
    // Where it may need quotes is planned by the tree.
    if (!isPlain(to)) return null;
    const found = [...text.matchAll(new RegExp(BEFORE + old.replaceAll('.', String.raw`\.`) + BEHIND, 'g'))];
    if (found.length !== count) return null;
    plan.push(...found.map(({ index }) => ({ from: index, to: index + old.length, insert: to })));
  }
  return plan.toSorted((a, b) => a.from - b.from);
}

const plain = new Map<string, boolean>();

/** Asked for few texts and many places. */
function isPlain(text: string): boolean {
  const known = plain.get(text);
  if (known !== undefined) return known;
  if (plain.size > 5000) plain.clear();
  const is = scalarText(text, 'plain', { flow: true }) === text;
  plain.set(text, is);
  return is;
}

const valueAt = (value: YamlValue, path: Path): YamlValue | undefined =>
  path.reduce<YamlValue | undefined>((at, step) => {
    if (Array.isArray(at)) return typeof step === 'number' ? at[step] : undefined;
    return typeof at === 'object' && at !== null && Object.hasOwn(at, step) ? at[step as string] : undefined;
  }, value);
