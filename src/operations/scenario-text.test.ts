import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { valueAt } from '../istio/index.ts';
import { parseDocument, type Path, type YamlValue } from '../yaml/index.ts';
import { insertInScenario, removeFromScenario, setInScenario, type ScenarioEdit } from './scenario-text.ts';

const TEXT = `# ours
name: eu fails
request: { from: shop, url: http://a.example/ } # as sent
duration: 60s
load:
  # a second
  rate: 100   # calm
behaviours:
# the first
- where: { endpoint: eu-1 }
  script:
  - { from: 10s, to: 40s, answers: 503 } # down
# the second
- where: { locality: us }
  latency: 90ms
`;

const textOf = (edit: ScenarioEdit): string => {
  if ('refused' in edit) throw new Error(edit.refused);
  return edit.text;
};
const valueOf = (text: string): YamlValue => parseDocument(text).value ?? null;
const set = (path: Path, value: YamlValue | undefined, text = TEXT) =>
  textOf(setInScenario(text, path, value));

describe('a field of a scenario', () => {
  it.each<[string, Path, YamlValue, string, string]>([
    ['is changed where it stands', ['load', 'rate'], 200, 'rate: 100   # calm', 'rate: 200   # calm'],
    [
      'in a flow map stays in it',
      ['behaviours', 0, 'script', 0, 'to'],
      '30s',
      'to: 40s, answers: 503 } # down',
      'to: 30s, answers: 503 } # down',
    ],
    ['that is new goes where it reads best', ['seed'], 7, 'duration: 60s', 'seed: 7\nduration: 60s'],
    [
      'makes a map of a namespace that stands alone',
      ['request', 'from', 'locality'],
      'eu/a',
      'from: shop,',
      'from: { namespace: shop, locality: eu/a },',
    ],
    [
      'makes a map of a latency that stands alone',
      ['behaviours', 1, 'latency', 'p99'],
      '300ms',
      '  latency: 90ms\n',
      '  latency:\n    p50: 90ms\n    p99: 300ms\n',
    ],
  ])('%s', (_, path, value, before, after) => {
    expect(set(path, value)).toBe(TEXT.replace(before, after));
  });

  it.each<[string, Path, string, string]>([
    ['takes its line along', ['duration'], 'duration: 60s\n', ''],
    [
      'takes what would hold nothing along',
      ['behaviours', 0, 'script', 0],
      '  script:\n  - { from: 10s, to: 40s, answers: 503 } # down\n',
      '',
    ],
    ['that is not there changes nothing', ['seed'], '', ''],
  ])('that goes %s', (_, path, before, after) => {
    expect(textOf(removeFromScenario(TEXT, path))).toBe(TEXT.replace(before, after));
  });

  it('is put into a list, which is made where there is none', () => {
    const step = { from: '1s', to: '2s', does: 'hangs' };
    const first = textOf(insertInScenario(TEXT, ['behaviours', 1, 'script'], 0, step));
    expect(valueAt(valueOf(first), ['behaviours', 1, 'script'])).toEqual([step]);
    const second = textOf(insertInScenario(TEXT, ['behaviours', 0, 'script'], 0, step));
    expect(valueAt(valueOf(second), ['behaviours', 0, 'script', 0])).toEqual(step);
    expect(second).toContain('  - { from: 10s, to: 40s, answers: 503 } # down\n# the second\n');
  });

  it('of a text that cannot be read is refused with a sentence', () => {
    expect(setInScenario('load: [', ['seed'], 1)).toEqual({
      refused: expect.stringContaining('cannot be read now') as unknown,
    });
    expect(setInScenario('load: &a { rate: 1 }\nx: *a\n', ['x', 'rate'], 2)).toHaveProperty('refused');
  });

  it('begins a text that says nothing', () => {
    expect(set(['load', 'rate'], 5, '# mine\n')).toBe('# mine\nload:\n  rate: 5\n');
  });
});

const paths = fc.constantFrom<Path>(
  ['name'],
  ['seed'],
  ['callers'],
  ['load', 'rate'],
  ['load', 'phases', 0, 'rate'],
  ['request', 'from', 'locality'],
  ['request', 'headers', 'x-key'],
  ['endpoints', 0, 'name'],
  ['behaviours', 0, 'where', 'host'],
  ['behaviours', 0, 'script', 0, 'answers'],
  ['behaviours', 1, 'latency', 'p50'],
  ['behaviours', 2, 'errors'],
);
const values = fc.oneof(fc.integer({ min: 0, max: 9999 }), fc.string({ maxLength: 12 }), fc.boolean());

describe('whatever is set', () => {
  it('reads back, and with it nothing else but what was short for more', () => {
    fc.assert(
      fc.property(paths, values, (path, value) => {
        const after = set(path, value);
        expect(valueAt(valueOf(after), path)).toEqual(value);
        for (const comment of TEXT.match(/#.*$/gm) ?? []) expect(after).toContain(comment);
        // What stood before the first and behind the last line that differs is the same, byte for byte.
        const others = TEXT.split('\n').filter((line) => !after.split('\n').includes(line));
        expect(others.length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is as before once what was new is taken away again', () => {
    fc.assert(
      fc.property(paths, values, (path, value) => {
        fc.pre(valueAt(valueOf(TEXT), path) === undefined);
        fc.pre(!(path.includes('from') || path.includes('latency')));
        expect(textOf(removeFromScenario(set(path, value), path))).toBe(TEXT);
      }),
    );
  });
});
