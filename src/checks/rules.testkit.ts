import { beforeAll, describe, expect, it } from 'vitest';
import { loadRegexes } from '../istio/index.ts';
import { applyChanges } from '../text/index.ts';
import { planOperation } from '../operations/index.ts';
import { linkMesh } from '../istio/index.ts';
import { parseDocument, splitDocuments } from '../yaml/index.ts';
import { brief, check, resource } from './check.testkit.ts';
import type { Fix } from './problem.ts';

/** What a spec is called, the spec (lines may be indented together), and `code path` of each problem; none for a near miss. */
export type Case = readonly [name: string, spec: string, ...problems: string[]];

/** Holds specs of a kind to their problems, and each fix of a problem to leaving it gone. */
export function judged(
  title: string,
  kind: string,
  cases: readonly Case[],
  among: (problem: { readonly code: string }) => boolean = ofItself,
): void {
  describe(title, () => {
    beforeAll(loadRegexes);
    it.each(cases.map(([name, spec, ...problems]) => ({ name, spec, problems })))(
      '$name',
      ({ spec, problems }) => {
        const text = resource(kind, spec);
        expect(brief(check(text).filter(among)).toSorted()).toEqual(problems.map(withSpec).toSorted());
        expectMended(text);
      },
    );
  });
}

/** After each fix of each problem of a file, that problem is there no more. */
export function expectMended(text: string): void {
  for (const problem of check(text)) {
    for (const fix of problem.fixes) {
      const count = (texts: string | Record<string, string>): number =>
        check(texts).filter(({ code, message }) => code === problem.code && message === problem.message)
          .length;
      expect(count(mended(text, fix)), `${problem.code} ${problem.path}: ${fix.title}`).toBeLessThan(
        count(text),
      );
    }
  }
}

/** The files after a fix of what stands in `a.yaml`. */
export function mended(text: string, { operation }: Fix): Record<string, string> {
  const documents = splitDocuments(text).map((slice) => parseDocument(slice.text));
  const context = { files: [{ path: 'a.yaml', text }], mesh: linkMesh([{ path: 'a.yaml', documents }]) };
  const { files } = applyChanges(context.files, planOperation(context, operation).changes);
  return Object.fromEntries(files.map((file) => [file.path, file.text]));
}

/** Paths are written from `spec` on; those elsewhere begin with a slash. */
function withSpec(problem: string): string {
  const space = problem.indexOf(' ');
  if (space < 0) return `${problem} spec`;
  const [code, path] = [problem.slice(0, space), problem.slice(space + 1)];
  return path.startsWith('/') ? `${code} ${path.slice(1)}` : `${code} spec.${path}`;
}

/** What is refused or warned of in one resource, without what comes of it (MW10xx) and what it has to do with others (MW20xx and on). */
const ofItself = ({ code }: { readonly code: string }): boolean => code < 'MW1000';
