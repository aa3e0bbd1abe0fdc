import { describe, expect, it } from 'vitest';
import * as checks from '../checks/index.ts';
import type { TextFile } from '../text/index.ts';
import { mendAll } from './mend-all.ts';
import { createPipeline } from './pipeline.ts';
import { open, textOf } from './session.testkit.ts';

const head = (name: string) =>
  `apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: ${name}} # ${name}\nspec:\n`;
const misspelt = (name: string) => `${head(name)}  hots: ${name}.example\n`;
const rule = (name: string) => misspelt(name).replace('hots', 'host');

function mending(text: string, choose = checks.automaticFix) {
  const pipeline = createPipeline({ checks });
  const files: readonly TextFile[] = [{ path: 'a.yaml', text }];
  const meaning = pipeline.update(files);
  const result = mendAll(
    { files, meaning },
    (...read) => pipeline.update(...read),
    (problem) => choose(problem)?.operation,
  );
  return { ...result, text: result.files[0]?.text, now: pipeline.update(result.files), before: meaning };
}

const codesOf = (problems: readonly checks.Problem[]) => problems.map(({ code }) => code);

describe('mending all', () => {
  it('mends one problem in each of many documents and leaves every other byte', () => {
    const names = ['a', 'b', 'c'];
    const { text, mended } = mending(names.map(misspelt).join('---\n'));
    expect(text).toBe(names.map(rule).join('---\n'));
    expect(codesOf(mended)).toEqual(['MW0201', 'MW0201', 'MW0201']);
  });

  it('goes on with what comes to light, and with further problems of the same resource', () => {
    const twice = `${head('a')}  hots: a.example\n  trafficPolcy: {loadBalancer: {simple: RANDOM}}\n`;
    expect(mending(twice).text).toBe(twice.replace('hots', 'host').replace('Polcy', 'Policy'));
  });

  it('takes a fix back that does not help, and keeps those of the others', () => {
    const spoilt = mending([misspelt('a'), misspelt('b')].join('---\n'), (problem) =>
      problem.resource?.name === 'a'
        ? {
            title: '',
            operation: {
              kind: 'set-field',
              resource: 'DestinationRule//a',
              path: ['spec', 'exportTo'],
              value: ['.'],
            },
          }
        : checks.automaticFix(problem),
    );
    expect(spoilt.text).toBe([misspelt('a'), rule('b')].join('---\n'));
    expect(spoilt.now.problems.filter(({ resource }) => resource?.name === 'a')).toEqual(
      spoilt.before.problems.filter(({ resource }) => resource?.name === 'a'),
    );
  });

  it('takes a fix back that brings another error', () => {
    const { text, mended } = mending(misspelt('a'), () => ({
      title: '',
      operation: {
        kind: 'set-field',
        resource: 'DestinationRule//a',
        path: ['spec'],
        value: { exportTo: 5, subsets: 5 },
      },
    }));
    expect([text, mended]).toEqual([misspelt('a'), []]);
  });

  it('writes no empty value for a person to fill in', () => {
    const empty =
      'apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: a}\nspec: {exportTo: ["."]}\n';
    expect(mending(empty)).toMatchObject({ text: empty, mended: [] });
  });

  it('changes nothing where nothing is chosen', () => {
    expect(mending(misspelt('a'), () => undefined)).toMatchObject({ text: misspelt('a'), changes: [] });
  });
});

it('is one undo step in a session, which tells what it left', async () => {
  const { session, state } = await open();
  const text = [misspelt('a'), misspelt('b')].join('---\n');
  session.dispatch({ type: 'open-files', files: [{ path: 'x.yaml', content: text }], mode: 'replace' });
  await session.settled();
  expect(session.dispatch({ type: 'mend-all', code: 'MW0201', fix: 0, origin: 'drawer' })).toBe(true);
  expect(textOf(state(), 'x.yaml')).toBe([rule('a'), rule('b')].join('---\n'));
  session.dispatch({ type: 'undo' });
  expect(textOf(state(), 'x.yaml')).toBe(text);
  expect(session.dispatch({ type: 'mend-all', code: 'MW0201', fix: 7, origin: 'drawer' })).toBe(false);
  expect(state().notices.map(({ title }) => title)).toContain('Nothing was changed');
});
