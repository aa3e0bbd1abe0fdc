import { describe, expect, it } from 'vitest';
import { meshOf } from '../istio/mesh.testkit.ts';
import { countsOf, countsOfAll, problemsAbout, problemsIn, subjectOf } from './about.ts';
import { createChecker } from './checker.ts';

const rule = (host: string, more = '') =>
  `apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: till, namespace: shop}\nspec:\n  host: ${host}\n${more}`;
const WRONG = rule('till.example', '  hots: x\n');
const RIGHT = rule('stock.example');

const found = (files: Parameters<typeof meshOf>[0]) => {
  const mesh = meshOf(files);
  const problems = createChecker().check(mesh);
  const codes = (index: number) =>
    problemsAbout(problems, mesh.resources[index]?.id ?? '').map(({ path }) => path);
  return { problems, first: codes(0), second: codes(1) };
};

describe('problems of resources of one name', () => {
  it.each([
    ['in one file', `${WRONG}---\n${RIGHT}`],
    ['in two files', { 'a.yaml': WRONG, 'b.yaml': RIGHT }],
  ])('are told apart %s, whichever comes first', (_, files) => {
    expect(found(files).first).toContain('spec.hots');
    expect(found(files).second).not.toContain('spec.hots');
  });

  it('are told apart where the second is the one that is wrong', () => {
    const { first, second } = found(`${RIGHT}---\n${WRONG}`);
    expect(first).not.toContain('spec.hots');
    expect(second).toContain('spec.hots');
  });

  it('follow the resource that becomes the only one of its name', () => {
    const checker = createChecker();
    const both = meshOf({ 'a.yaml': RIGHT, 'b.yaml': WRONG });
    checker.check(both);
    const alone = meshOf({ 'b.yaml': WRONG }, both.settings, both);
    const problems = checker.check(alone);
    expect(problemsAbout(problems, 'DestinationRule/shop/till').map(({ path }) => path)).toContain(
      'spec.hots',
    );
  });
});

it('a problem of a file is about no resource', () => {
  const { problems } = found('a: [\n');
  expect(problems.map(subjectOf)).toEqual(problems.map(() => null));
  expect(problems.length).toBeGreaterThan(0);
});

it('counts errors and warnings, and nothing less', () => {
  const some = (['error', 'warning', 'warning', 'info', 'hint'] as const).map((severity) => ({ severity }));
  expect(countsOf(some as never)).toEqual({ errors: 1, warnings: 2 });
});

it('counts all problems, and finds those of a file, list after list as from scratch', () => {
  const checker = createChecker();
  let mesh = meshOf({ 'a.yaml': WRONG, 'b.yaml': RIGHT });
  const texts = [RIGHT, WRONG, `${RIGHT}---\n${WRONG}`, `${WRONG}---\n${WRONG}`];
  for (const [n, text] of [...texts, ...texts.toReversed()].entries()) {
    const other = texts[(n * 3) % texts.length] ?? '';
    mesh = meshOf({ 'a.yaml': text, 'b.yaml': other }, mesh.settings, mesh);
    const problems = checker.check(mesh);
    expect(countsOfAll(problems)).toEqual(countsOf(problems));
    for (const file of ['a.yaml', 'b.yaml'])
      expect(problemsIn(problems, file)).toEqual(problems.filter((problem) => problem.file === file));
  }
});
