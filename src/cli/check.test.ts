import { describe, expect, it } from 'vitest';
import { folderWith, meshwright } from './cli.testkit.ts';

const GOOD =
  'apiVersion: networking.istio.io/v1\nkind: Sidecar\nmetadata: {name: all}\nspec: {outboundTrafficPolicy: {mode: ALLOW_ANY}}\n';
const BAD =
  'apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: cart}\nspec:\n  hots: cart.example\n';

describe('meshwright check', () => {
  it('prints a line for each problem, and the sum', async () => {
    const { at } = await folderWith({ 'bad.yaml': BAD });
    const { code, out } = await meshwright(['check', at('bad.yaml')]);
    expect(code).toBe(1);
    const lines = out.trimEnd().split('\n');
    expect(lines).toContainEqual(expect.stringMatching(/bad\.yaml:5:3 error MW\d{4} .*hots/));
    expect(lines.at(-1)).toMatch(/^\d errors? in 1 file\.$/);
  });

  it('prints the JSON that others read', async () => {
    const { code, out } = await meshwright(['check', '-', '--format', 'json'], BAD);
    const { problems, summary } = JSON.parse(out) as { problems: Record<string, unknown>[]; summary: object };
    expect(code).toBe(1);
    expect(problems.find(({ path }) => path === 'spec.hots')).toMatchObject({
      severity: 'error',
      rejected: true,
      file: '<stdin>',
      line: 5,
      column: 3,
      endLine: 5,
      endColumn: 7,
      resource: { kind: 'DestinationRule', namespace: '', name: 'cart' },
      path: 'spec.hots',
      fixes: expect.arrayContaining([
        expect.objectContaining({ title: expect.any(String) as string }),
      ]) as object[],
    });
    expect(Object.keys(problems[0] ?? {}).toSorted()).toEqual([
      'aliases',
      'code',
      'column',
      'endColumn',
      'endLine',
      'file',
      'fixes',
      'line',
      'message',
      'path',
      'rejected',
      'resource',
      'severity',
    ]);
    expect(summary).toEqual({ errors: problems.length, warnings: 0, infos: 0 });
  });

  it('reads folders, but not what is hidden in them, and each file once', async () => {
    const { root, at } = await folderWith({
      'a/x.yml': GOOD,
      'a/notes.txt': ': [',
      '.git/y.yaml': ': [',
      'z.yaml': GOOD.replace('name: all', 'name: other, namespace: other'),
    });
    const { code, out } = await meshwright(['check', root, at('z.yaml')]);
    expect([code, out]).toEqual([0, expect.stringContaining('No problems in 2 files.')]);
  });

  it('says a broken file’s place, and that it is of no resource', async () => {
    const { out } = await meshwright(['check', '-', '--format=json'], 'a: [\n');
    expect((JSON.parse(out) as { problems: object[] }).problems[0]).toMatchObject({
      resource: null,
      path: '',
    });
  });

  it.each([
    [[], /Name at least one file/],
    [['nowhere.yaml'], /nowhere\.yaml: there is no such file/],
    [['-', '--format', 'xml'], /--format can be text or json or sarif or github, not "xml"/],
    [['-', '--severity', 'fatal'], /--severity can be hint or info or warning or error/],
    [['-', '--ignore', 'MW9999'], /--ignore takes codes.*MW9999/],
    [['nowhere/**/*.yaml'], /no YAML or JSON file matches/],
    [['-', '--colour'], /--colour.*meshwright check --help/],
  ])('%j is bad use', async (args, words) => {
    const { code, out, error } = await meshwright(['check', ...args]);
    expect([code, out]).toEqual([2, '']);
    expect(error).toMatch(words);
  });
});

describe('meshwright', () => {
  it.each([
    [['--help'], 0, /Usage/],
    [['set', '--help'], 0, /JSON_VALUE/],
    [['--version'], 0, /^\d+\.\d+\.\d+\n$/],
  ])('%j prints to standard output', async (args, code, words) => {
    const ran = await meshwright(args);
    expect([ran.code, ran.error]).toEqual([code, '']);
    expect(ran.out).toMatch(words);
  });

  it.each([[[]], [['chekc']], [['constructor']]])('%j is bad use', async (args) => {
    const ran = await meshwright(args);
    expect([ran.code, ran.out]).toEqual([2, '']);
    expect(ran.error).toMatch(/meshwright/);
  });
});
