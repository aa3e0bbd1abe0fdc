import { beforeAll, describe, expect, it } from 'vitest';
import { linkMesh, loadRegexes } from '../../istio/index.ts';
import { planOperation } from '../../operations/index.ts';
import { applyChanges } from '../../text/index.ts';
import { parseDocument, splitDocuments } from '../../yaml/index.ts';
import { CODES, exampleOf, isCode, sideOf, type Fix } from '../index.ts';
import { readExamples } from './example.ts';
import { problemsIn } from './fixes.ts';
import { texts } from './texts.ts';

beforeAll(loadRegexes);

const all = texts.flatMap((text) => [...readExamples(text)]);

it('has an example for every code, and each once', () => {
  expect(all.map(([code]) => code).toSorted()).toEqual(Object.keys(CODES).toSorted());
  expect(isCode('MW2001') && exampleOf('MW2001')).toEqual(new Map(all).get('MW2001'));
});

describe.each(all)('%s', (code, example) => {
  const wrong = sideOf(example, '-');

  it('is told of the wrong files, and not of the right ones', () => {
    expect(problemsIn(wrong).map((problem) => problem.code)).toContain(code);
    const right = problemsIn(sideOf(example, '+'));
    expect(right.map((problem) => problem.code)).not.toContain(code);
    // What is right has nothing else that is wrong. (The egress proxy of Sidecars is deprecated, however it is written.)
    const grave = right.filter(({ severity }) => severity === 'error' || severity === 'warning');
    expect(grave.filter((problem) => problem.code !== 'MW1005')).toEqual([]);
  });

  it('is gone after each of its fixes', () => {
    for (const { fixes, message } of problemsIn(wrong).filter((problem) => problem.code === code)) {
      for (const fix of fixes) {
        const left = problemsIn(mended(wrong, fix)).filter((problem) => problem.code === code);
        expect(
          left.map((problem) => problem.message),
          fix.title,
        ).not.toContain(message);
      }
    }
  });
});

it('most codes have a fix', () => {
  const fixable = all.filter(([code, example]) =>
    problemsIn(sideOf(example, '-')).some((problem) => problem.code === code && problem.fixes.length > 0),
  );
  expect(fixable.length).toBeGreaterThan(200);
});

function mended(texts: Record<string, string>, { operation }: Fix): Record<string, string> {
  const files = Object.entries(texts).map(([path, text]) => ({ path, text }));
  const mesh = linkMesh(
    files.map(({ path, text }) => ({
      path,
      documents: splitDocuments(text).map((slice) => parseDocument(slice.text)),
    })),
  );
  const after = applyChanges(files, planOperation({ files, mesh }, operation).changes);
  return Object.fromEntries(after.files.map(({ path, text }) => [path, text]));
}
