import { expect, it } from 'vitest';
import guide from '../../../../docs/load.md?raw';
import readme from '../../../../README.md?raw';
import { childOf, fieldsOf, ownFieldAt, SCENARIOS, type Field } from '../../../istio/index.ts';
import { parseDocument } from '../../../yaml/index.ts';
import { readScenario } from './read.ts';

const blocks = (text: string): readonly string[] =>
  [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, block = '']) => block);
const scenarios = [...blocks(guide), ...blocks(readme)].filter((block) => /^load:/m.test(block));

it('what the guide and the README show can be run', () => {
  expect(scenarios.length).toBe(2);
  for (const text of scenarios) {
    const { scenario, objections } = readScenario(parseDocument(text).value);
    expect(objections).toEqual([]);
    expect(scenario?.goals.length).toBeGreaterThan(1);
  }
});

/** The names of all fields below one. */
function namesIn(field: Field): readonly string[] {
  if (field.kind === 'object') return fieldsOf(field).flatMap((child) => [child.name, ...namesIn(child)]);
  const item = childOf(field, 0);
  return item ? namesIn(item) : [];
}

it('the guide names all that a scenario can say', () => {
  const names = [...new Set(namesIn(ownFieldAt(SCENARIOS, [])!))];
  expect(names.length).toBeGreaterThan(30);
  expect(names.filter((name) => !new RegExp(`[\`{ ]${name}[\`:, ]`).test(guide))).toEqual([]);
});
