import { closest, CODES, isCode } from '../../checks/index.ts';
import { fieldAt } from '../../istio/index.ts';
import { readExpected, readRequest, type Fields } from '../../traffic/index.ts';
import { parseFieldPath } from '../goals/field-path.ts';
import type { FieldPath, Goal, GoalKind, ProblemPattern, ResourcePattern } from '../goals/goal.ts';
import { readPattern } from './read-pattern.ts';
import { readShares } from './read-shares.ts';

/** Which key of a written goal says what kind it is, in the order in which they are looked for. */
const KEYS = {
  split: 'split',
  request: 'request',
  problem: 'problem',
  noProblem: 'problem',
  field: 'field',
  resource: 'resource',
  noResource: 'resource',
  expectation: 'expectation',
  load: 'load',
} as const satisfies Record<string, GoalKind>;
type Key = keyof typeof KEYS;

/** Reads one goal of a block; undefined, with objections, for what is none. */
export function readGoal(fields: Fields): Goal | undefined {
  const key = (Object.keys(KEYS) as Key[]).find((one) => Object.hasOwn(fields.map, one));
  if (!key) {
    const near = Object.keys(fields.map).flatMap((one) => closest(one, Object.keys(KEYS)) ?? []);
    const hint = near.length ? ` Did you mean "${near[0]}"?` : '';
    return fields.say(null, `A goal says one of ${Object.keys(KEYS).join(', ')}.${hint}`);
  }
  const say = fields.text('say');
  const goal = READERS[key](fields);
  fields.done(`A goal with "${key}"`);
  return goal && { ...goal, ...(say !== undefined && { say }) };
}

const READERS: Readonly<Record<Key, (fields: Fields) => Goal | undefined>> = {
  request(fields) {
    const [request, expect] = [fields.fields('request'), fields.fields('expect')];
    const read = request && readRequest(request);
    if (!expect)
      return fields.say('request', 'Say what to "expect" of this request, or with "split" how it spreads.');
    const expected = readExpected(expect);
    // Whoever misspelt all there is has been told so.
    if (!Object.keys(expect.map).length)
      return fields.say('expect', 'This expects nothing. Say an outcome, a status, a host, a path …');
    return read && { kind: 'request', request: read, expect: expected };
  },
  split(fields) {
    const request = fields.fields('request');
    const read = request && readRequest(request);
    const within = fields.number('within') ?? 4;
    const shares = readShares(fields);
    if (!request) return fields.say('split', 'Say which "request" is sent a thousand times.');
    if (within < 0 || within > 50)
      return fields.say('within', '"within" is in points of a hundred, from 0 to 50.');
    return read && shares && { kind: 'split', request: read, shares, within };
  },
  problem: (fields) => readProblem(fields, 'problem'),
  noProblem: (fields) => readProblem(fields, 'noProblem'),
  resource: (fields) => readResource(fields, 'resource'),
  noResource: (fields) => readResource(fields, 'noResource'),
  field(fields) {
    const text = fields.text('field');
    const resource = readPattern(fields, 'of');
    const path = text === undefined ? undefined : readFieldPath(fields, text, resource);
    const exists = fields.value('exists');
    const [hasValue, hasPart] = ['equals', 'contains'].map((key) => Object.hasOwn(fields.map, key));
    const equals = fields.value('equals') ?? null;
    const contains = fields.value('contains') ?? null;
    if (exists !== undefined && typeof exists !== 'boolean')
      return fields.say('exists', '"exists" is true or false.');
    if (hasValue && hasPart)
      return fields.say('contains', 'Say what the field "equals" or what it "contains", not both.');
    if ((hasValue || hasPart) && exists !== undefined)
      return fields.say(
        'exists',
        'A field that "equals" or "contains" something is there: take out "exists".',
      );
    if (!path || !resource) return undefined;
    const test = hasValue ? { equals } : hasPart ? { contains } : { exists: exists ?? true };
    return { kind: 'field', resource, path, test };
  },
  expectation(fields) {
    const name = fields.text('expectation');
    return name === undefined ? undefined : { kind: 'expectation', name };
  },
  load(fields) {
    const file = fields.text('load');
    return file === undefined ? undefined : { kind: 'load', file };
  },
};

function readResource(fields: Fields, key: 'resource' | 'noResource'): Goal | undefined {
  const resource = readPattern(fields, key);
  return resource && { kind: 'resource', resource, exists: key === 'resource' };
}

function readProblem(fields: Fields, key: 'problem' | 'noProblem'): Goal | undefined {
  const text = fields.text(key);
  const at = fields.value('at') === undefined ? undefined : readPattern(fields, 'at');
  const problem = text === undefined ? undefined : problemIn(text);
  if (text !== undefined && !problem) {
    const near = closest(text, Object.keys(CODES));
    return fields.say(
      key,
      `"${text}" is no code of a problem: write one such as MW0410, IST0101 or KIA1107, or "error" or "warning".${near ? ` Did you mean ${near}?` : ''}`,
    );
  }
  return problem && { kind: 'problem', problem, present: key === 'problem', ...(at && { at }) };
}

function problemIn(text: string): ProblemPattern | undefined {
  if (text === 'error' || text === 'warning') return { severity: text };
  return isCode(text) || /^(IST|KIA)\d{4}$/.test(text) ? { code: text } : undefined;
}

/** The path, and whether the kind has such a field: a slip of the author's would make a goal that nobody can meet. */
function readFieldPath(
  fields: Fields,
  text: string,
  resource: ResourcePattern | undefined,
): FieldPath | undefined {
  let path: FieldPath;
  try {
    path = parseFieldPath(text);
  } catch (error) {
    return fields.say('field', error instanceof Error ? error.message : String(error));
  }
  if (!path.length) return fields.say('field', '"field" is a path such as spec.http[0].timeout.');
  const plain = path.map((step) => (typeof step === 'object' ? 0 : step));
  const asked = path.flatMap((step, index) =>
    typeof step === 'object' && step.where ? [[...plain.slice(0, index + 1), ...step.where.path]] : [],
  );
  const { kind = '' } = resource ?? {};
  if (isKnown(kind) && [plain, ...asked].some((one) => !fieldAt(kind, one)))
    return fields.say(
      'field',
      `A ${kind} has no field ${text}. Look at its form, or at its YAML with completion.`,
    );
  return path;
}

const isKnown = (kind: string): boolean => fieldAt(kind, ['spec']) !== undefined;
