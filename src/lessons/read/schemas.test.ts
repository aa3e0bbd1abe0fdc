import { describe, expect, it } from 'vitest';
import guide from '../../../docs/lessons.md?raw';
import goalsSchema from '../../../public/schemas/lesson-goals.schema.json';
import headSchema from '../../../public/schemas/lesson.schema.json';
import { Fields, objections } from '../../traffic/index.ts';
import { parseDocument, type YamlMap, type YamlValue } from '../../yaml/index.ts';
import { checkLesson } from '../check-lesson.ts';
import { lessonFiles } from '../course/index.ts';
import { block, read, said } from '../lesson.testkit.ts';
import { readGoal } from './read-goal.ts';
import { readLesson } from './read-lesson.ts';

interface Schema {
  readonly [key: string]: unknown;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly properties?: Readonly<Record<string, Schema>>;
}

const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  integer: (value) => Number.isInteger(value),
  boolean: (value) => typeof value === 'boolean',
  array: Array.isArray,
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
};

/** Whether a value fits a schema, as far as the published ones go: a word that this does not know is a mistake. */
function fits(schema: Schema, value: unknown, root: Schema = schema): boolean {
  return Object.entries(schema).every(([word, say]) => {
    const map = TYPES['object']?.(value) ? (value as Record<string, unknown>) : undefined;
    const text = typeof value === 'string' ? value : undefined;
    const number = typeof value === 'number' ? value : undefined;
    const list = Array.isArray(value) ? (value as unknown[]) : undefined;
    switch (word) {
      case '$schema':
      case '$id':
      case '$defs':
      case 'title':
      case 'description':
      case 'default':
        return true;
      case '$ref':
        return fits(root.$defs?.[String(say).replace('#/$defs/', '')] ?? {}, value, root);
      case 'type':
        return [say].flat().some((type) => TYPES[String(type)]?.(value));
      case 'enum':
        return (say as unknown[]).includes(value);
      case 'const':
        return say === value;
      case 'pattern':
        return text === undefined || new RegExp(say as string).test(text);
      case 'minLength':
        return text === undefined || text.length >= (say as number);
      case 'minimum':
        return number === undefined || number >= (say as number);
      case 'maximum':
        return number === undefined || number <= (say as number);
      case 'minItems':
        return !list || list.length >= (say as number);
      case 'maxItems':
        return !list || list.length <= (say as number);
      case 'items':
        return !list || list.every((item) => fits(say as Schema, item, root));
      case 'minProperties':
        return !map || Object.keys(map).length >= (say as number);
      case 'required':
        return !map || (say as string[]).every((key) => Object.hasOwn(map, key));
      case 'properties':
        return (
          !map ||
          Object.entries(say as object).every(
            ([key, of]) => !Object.hasOwn(map, key) || fits(of as Schema, map[key], root),
          )
        );
      case 'additionalProperties': {
        const others = Object.keys(map ?? {}).filter((key) => !schema.properties?.[key]);
        return typeof say === 'boolean'
          ? say || !others.length
          : others.every((key) => fits(say as Schema, map?.[key], root));
      }
      case 'oneOf':
        return (say as Schema[]).filter((each) => fits(each, value, root)).length === 1;
      default:
        throw new Error(`The test does not know "${word}".`);
    }
  });
}

const valueOf = (text: string): YamlValue => parseDocument(text).value ?? null;
const blocksOf = (text: string, info: string): readonly string[] =>
  [...text.matchAll(new RegExp(`^\`\`\`yaml${info}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    ([, inside = '']) => inside,
  );

const example = /````md\n([\s\S]*?)````/.exec(guide)?.[1] ?? '';
const course = await lessonFiles();

describe('the published schemas', () => {
  it.each([...course, { path: 'docs/lessons.md', text: example }])('take what $path says', ({ text }) => {
    expect(fits(headSchema, valueOf(text.split(/^---$/m)[1] ?? ''))).toBe(true);
    for (const goals of blocksOf(text, ' goals'))
      expect([goals, fits(goalsSchema, valueOf(goals))]).toEqual([goals, true]);
  });

  it('take the goals of the guide, and so does the reader', () => {
    const lists = blocksOf(guide.replace(example, ''), '');
    expect(lists.length).toBeGreaterThan(4);
    for (const goals of lists) {
      expect([goals, fits(goalsSchema, valueOf(goals))]).toEqual([goals, true]);
      expect(goalsIn(goals)).toEqual([]);
    }
  });

  it.each([
    '- say: Do it',
    '- request: { from: a, url: http://b }',
    '- request: { from: a, url: http://b }\n  expect: {}',
    '- request: { from: a, url: http://b }\n  expect: { outcom: forward }',
    '- request: { from: { labels: {} }, url: http://b }\n  expect: { status: 1 }',
    '- noProblem: MW12',
    '- field: spec.http',
    '- resource: a/b/c/d',
    '- split: []\n  request: { from: a, url: http://b }',
    '- split: [{ host: a }]\n  request: { from: a, url: http://b }',
    '- noProblem: error\n  on: a',
  ])('refuse what the reader refuses: %s', (text) => {
    expect(fits(goalsSchema, valueOf(text))).toBe(false);
    expect(goalsIn(text)).not.toEqual([]);
  });

  it.each([
    ['a head', headSchema, said(readLesson({ path: 'a.md', text: '---\nx: 1\n---\n' })).join('\n')],
    ...(goalsSchema.items.oneOf as readonly Schema[]).map((schema): [string, Schema, string] => {
      const key =
        (schema['required'] as string[]).find((one) => one !== 'request' || schema.properties?.['expect']) ??
        '';
      return [`"${key}"`, schema, unknownIn({ [key]: 1, x: 1 })];
    }),
    ...(['expect', 'request'] as const).map((key): [string, Schema, string] => [
      key,
      goalsSchema.$defs[key],
      unknownIn({ request: { x: 1 }, expect: { x: 1 } }, key === 'expect' ? '"expect"' : 'A request'),
    ]),
  ])('know the same words as the reader: %s', (_, schema, message) => {
    const said = /it can say ([^.]*)\. It is not read/.exec(message)?.[1]?.split(', ') ?? [];
    expect(said.toSorted()).toEqual(Object.keys((schema as Schema).properties ?? {}).toSorted());
  });
});

describe('the guide', () => {
  it('shows a lesson that can be taught', () => {
    const { lesson, objections: found } = readLesson({ path: 'example.md', text: example });
    expect(found).toEqual([]);
    expect(lesson && checkLesson(lesson)).toEqual([]);
  });
});

/** What the reader says of a goal's unknown field. */
function unknownIn(goal: YamlMap, whose = 'A goal'): string {
  const { found, say } = objections();
  readGoal(new Fields(goal, [], say));
  return (
    found
      .map(({ message }) => message)
      .find((message) => message.startsWith(whose) && message.includes('has no "x"')) ?? ''
  );
}

/** What the reader objects to, but for what depends on the lesson around it. */
const goalsIn = (text: string): readonly string[] =>
  said(
    read(`## One\n${block('yaml start', '')}${block('yaml goals', text)}${block('yaml solution', 'a: 1')}`),
  ).filter((message) => !/names none|runs nothing/.test(message));
