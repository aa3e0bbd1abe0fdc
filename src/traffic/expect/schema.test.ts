import { expect, it } from 'vitest';
import { childOf, EXPECTATIONS, fieldsOf, ownFieldAt, summaryOfOwn, type Field } from '../../istio/index.ts';
import type { Path } from '../../yaml/index.ts';
import { readExpectations } from './read.ts';

/** The names that the reader lists where it meets one that it does not know, at a place of an expectation. */
function readAt(within: Path): readonly string[] {
  const holder = { nonsense: 1 };
  const value = within.reduceRight<unknown>(
    (inner, step) => (typeof step === 'number' ? [inner] : { [step]: inner }),
    holder,
  ) as Record<string, unknown>;
  const expectation = {
    ...value,
    request: value['request'] ?? { from: 'a', url: 'http://a.example/' },
    expect: value['expect'] ?? { status: 404 },
  };
  const { objections } = readExpectations({ expectations: [expectation] } as never);
  const [names] = objections.flatMap(
    ({ message }) => /"nonsense"; it can say (.*?)\. It/.exec(message)?.[1] ?? [],
  );
  return names?.split(', ').toSorted() ?? [];
}

it.each<[Path]>([
  [[]],
  [['request']],
  [['request', 'from']],
  [['request', 'gateway']],
  [['expect']],
  [['expect', 'destinations', 0]],
  [['expect', 'mirrors', 0]],
])('the schema has what is read at %j, and nothing else', (path) => {
  const field = ownFieldAt(EXPECTATIONS, ['expectations', 0, ...path]);
  const names = field?.kind === 'object' ? fieldsOf(field).map(({ name }) => name) : [];
  expect(names.length).toBeGreaterThan(1);
  expect(names.toSorted()).toEqual(readAt(path));
});

it.each([
  ['outcome', ['expect']],
  ['tls', ['expect']],
  ['scheme', ['expect']],
  ['protocol', ['request']],
])('%s has the values that are read', (name, path) => {
  const field = ownFieldAt(EXPECTATIONS, ['expectations', 0, ...path, name]);
  const request = { from: 'a', url: 'http://a.example/' };
  const one =
    path[0] === 'request'
      ? { request: { ...request, [name]: 'x' }, expect: { status: 1 } }
      : { request, expect: { [name]: 'x' } };
  const { objections } = readExpectations({ expectations: [one] });
  const said = /one of (.*), not "x"/.exec(objections[0]?.message ?? '')?.[1]?.split(', ');
  expect(field?.kind === 'enum' && field.values.toSorted()).toEqual(said?.toSorted());
});

it('says a sentence of every field', () => {
  const silent: string[] = [];
  const visit = (field: Field, path: string): void => {
    if (field.name && !/^[A-Z].{6,}\.$/.test(summaryOfOwn(field) ?? '')) silent.push(path);
    const item = childOf(field, 0) ?? childOf(field, 'any key');
    if (field.kind === 'object') for (const child of fieldsOf(field)) visit(child, `${path}.${child.name}`);
    else if (item) visit(item, `${path}[]`);
  };
  visit(ownFieldAt(EXPECTATIONS, [])!, '');
  expect(silent).toEqual([]);
});
