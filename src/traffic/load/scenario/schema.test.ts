import { expect, it } from 'vitest';
import { childOf, fieldsOf, ownFieldAt, SCENARIOS, summaryOfOwn, type Field } from '../../../istio/index.ts';
import type { Path, YamlValue } from '../../../yaml/index.ts';
import { readScenario } from './read.ts';

/** The names that the reader lists where it meets one that it does not know, at a place of a scenario. */
function readAt(within: Path): readonly string[] {
  const value = within.reduceRight<unknown>(
    (inner, step) => (typeof step === 'number' ? [inner] : { [step]: inner }),
    { nonsense: 1 },
  ) as Record<string, YamlValue>;
  const { objections } = readScenario({
    request: { from: 'a', url: 'http://a.example/' },
    load: { rate: 1 },
    ...value,
  });
  const [names] = objections.flatMap(
    ({ message }) => /"nonsense"; it can say (.*?)\. It/.exec(message)?.[1] ?? [],
  );
  return names?.split(', ').toSorted() ?? [];
}

it.each<[Path]>([
  [[]],
  [['request']],
  [['load']],
  [['load', 'phases', 0]],
  [['endpoints', 0]],
  [['endpoints', 0, 'latency']],
  [['endpoints', 0, 'script', 0]],
  [['behaviours', 0]],
  [['behaviours', 0, 'where']],
  [['behaviours', 0, 'latency']],
  [['behaviours', 0, 'script', 0]],
  [['behaviours', 0, 'script', 0, 'latency']],
  [['expect', 0]],
])('the schema has what is read at %j, and nothing else', (path) => {
  const field = ownFieldAt(SCENARIOS, path);
  const names = field?.kind === 'object' ? fieldsOf(field).map(({ name }) => name) : [];
  expect(names.length).toBeGreaterThan(1);
  expect(names.toSorted()).toEqual(readAt(path));
});

it('says a sentence of every field', () => {
  const silent: string[] = [];
  const visit = (field: Field, path: string): void => {
    if (field.name && !/^[A-Z].{6,}\.$/.test(summaryOfOwn(field) ?? '')) silent.push(path);
    const item = childOf(field, 0) ?? childOf(field, 'any key');
    if (field.kind === 'object') for (const child of fieldsOf(field)) visit(child, `${path}.${child.name}`);
    else if (item) visit(item, `${path}[]`);
  };
  visit(ownFieldAt(SCENARIOS, [])!, '');
  expect(silent).toEqual([]);
});
