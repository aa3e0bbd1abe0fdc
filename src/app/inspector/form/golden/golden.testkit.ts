import { expect, it } from 'vitest';
import type { ObjectField } from '../../../../istio/index.ts';
import type { Path } from '../../../../yaml/index.ts';
import { fieldWithin } from '../../model/absent.ts';
import { disjointUnions } from '../../model/arrange.ts';
import { asPath, openForm, type TestForm } from '../form.testkit.ts';
import { chooseBranch, clearUnion, type UnionPlace } from '../unions.ts';

/** What a person does at a place of a form. */
export type Gesture = (page: TestForm, path: Path) => void;

/**
 * `[what, where, the text there, ...steps]`. A step is a gesture and what stands in place of the text after it;
 * with `+` in front, what stands behind the text. All else in the file has to stay, to the byte.
 */
export type Row = readonly [what: string, path: string, there: string, ...steps: Step[]];
type Step = readonly [gesture: string | Gesture, after: string];

export const remove: Gesture = ({ form, done }, path) => {
  // The object that the field stands in has the heading.
  let keep = path.slice(0, -1);
  while (keep.length > 0 && fieldWithin(form.schema, keep)?.kind !== 'object') keep = keep.slice(0, -1);
  done(form.remove(path, keep));
};

export const removeItem: Gesture = ({ form, done }, path) => done(form.removeItem(path, path.slice(0, -2)));

export const duplicate: Gesture = ({ form, done }, path) => done(form.duplicateItem(path));

export const renameKey =
  (key: string): Gesture =>
  ({ form, done }, path) =>
    done(form.rename(path, key));

export const moveTo =
  (to: number): Gesture =>
  ({ form, done }, path) => {
    const from = path.at(-1) as number;
    done(
      form.operate({ kind: 'move-item', resource: form.resource().id, path: path.slice(0, -1), from, to }),
    );
  };

/** Goes over to a branch of the union that stands at the path. */
export const choose =
  (branch: string): Gesture =>
  ({ form, done }, path) =>
    done(chooseBranch(form, unionWith(form.schema, path, branch), branch));

export const clear =
  (branch: string): Gesture =>
  ({ form, done }, path) =>
    done(clearUnion(form, unionWith(form.schema, path, branch), branch, path));

/** Types at a place inside the one that the row is about. */
export const typeAt =
  (inner: string, text: string): Gesture =>
  (page, path) =>
    page.type([...path, ...asPath(inner)], text);

function unionWith(schema: ObjectField, path: Path, branch: string): UnionPlace {
  const owner = fieldWithin(schema, path);
  const union =
    owner?.kind === 'object'
      ? disjointUnions(owner).find(({ members }) => members.includes(branch))
      : undefined;
  if (!union) throw new Error(`no union with ${branch} here`);
  return { union, owner: owner as ObjectField, path };
}

/** Each row in a form of its own, which edits this text. */
export function holdsTo(text: string, rows: readonly Row[]): void {
  for (const [what, path, there, ...steps] of rows) {
    it(`${what} at ${path}`, () => follow(path, there, steps));
  }

  async function follow(path: string, there: string, steps: readonly Step[]): Promise<void> {
    expect(text.split(there)).toHaveLength(2);
    const page = await openForm(text);
    for (const [gesture, after] of steps) {
      if (typeof gesture === 'string') page.type(path, gesture);
      else gesture(page, asPath(path));
      const expected = after.startsWith('+') ? there + after.slice(1) : after;
      expect(page.text()).toBe(text.replace(there, () => expected));
    }
  }
}
