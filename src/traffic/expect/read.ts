import { asMap } from '../../istio/index.ts';
import type { YamlValue } from '../../yaml/index.ts';
import type { OutcomeKind } from '../outcome.ts';
import type { Expectation, Expected } from './expectation.ts';
import { readRequest } from './read-request.ts';
import { Fields, objections, type Objection } from './shape.ts';

const OUTCOMES: readonly OutcomeKind[] = [
  'forward',
  'redirect',
  'direct',
  'abort',
  'not-found',
  'no-cluster',
  'blackhole',
  'passthrough',
  'tls',
  'tcp',
  'closed',
];

/** An expectation that could be read, and its index in `expectations`. */
export interface ReadExpectation {
  readonly index: number;
  readonly expectation: Expectation;
}

export interface ReadExpectations {
  readonly expectations: readonly ReadExpectation[];
  /** What was not read, and why. */
  readonly objections: readonly Objection[];
}

/** Reads a document of a file of expectations: `expectations`, each with a `name`, a `request` and what to `expect`. */
export function readExpectations(value: YamlValue | undefined): ReadExpectations {
  const { found, say } = objections();
  if (value === undefined || value === null) return { expectations: [], objections: found };
  const map = asMap(value);
  if (!map) {
    say([], 'A file of expectations begins with "expectations:" and a list of them.');
    return { expectations: [], objections: found };
  }
  const root = new Fields(map, [], say);
  const list = root.list('expectations') ?? [];
  root.done('A file of expectations');
  const expectations = list.flatMap((item, index) => {
    const fields = asMap(item);
    if (!fields)
      return (
        say(['expectations', index], 'An expectation is a map with a name, a request and what to expect.') ??
        []
      );
    const expectation = readOne(new Fields(fields, ['expectations', index], say), index);
    return expectation ? [{ index, expectation }] : [];
  });
  return { expectations, objections: found };
}

function readOne(fields: Fields, index: number): Expectation | undefined {
  const name = fields.text('name') ?? `Expectation ${index + 1}`;
  const [request, expect] = [fields.fields('request'), fields.fields('expect')];
  fields.done('An expectation');
  if (!request) return fields.say(null, 'An expectation needs a "request".');
  const read = readRequest(request);
  if (!expect) return fields.say(null, 'An expectation says what to "expect".');
  const expected = readExpected(expect);
  if (!Object.keys(expected).length)
    return fields.say('expect', 'This expects nothing. Say an outcome, a status, a host, a path …');
  return read && { name, request: read, expect: expected };
}

/** What must hold of an outcome. */
export function readExpected(fields: Fields): Expected {
  const rule = fields.value('rule');
  const mirrors = fields.items('mirrors')?.map((mirror) => {
    const read = {
      host: mirror.text('host'),
      subset: mirror.text('subset'),
      percent: mirror.number('percent'),
    };
    mirror.done('A mirror');
    return known(read);
  });
  const destinations = fields.items('destinations')?.map((each) => {
    const read = {
      host: each.text('host'),
      subset: each.text('subset'),
      port: each.number('port'),
      weight: each.number('weight'),
    };
    each.done('A destination');
    return known(read);
  });
  const all = {
    outcome: fields.oneOf('outcome', OUTCOMES),
    status: fields.number('status'),
    host: fields.text('host'),
    subset: fields.text('subset'),
    destinations,
    scheme: fields.oneOf('scheme', ['http', 'https']),
    authority: fields.text('authority'),
    port: fields.number('port'),
    path: fields.text('path'),
    tls: fields.oneOf('tls', ['none', 'tls', 'mtls', 'mixed']),
    sni: fields.text('sni'),
    virtualService: fields.text('virtualService'),
    rule: typeof rule === 'number' ? rule : fields.text('rule'),
    timeout: fields.text('timeout'),
    attempts: fields.number('attempts'),
    perTryTimeout: fields.text('perTryTimeout'),
    delay: fields.text('delay'),
    mirrors,
    location: fields.text('location'),
  };
  fields.done('"expect"');
  return known(all) as Expected;
}

/** Without what is not said. */
const known = <T extends object>(all: T): T =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as T;
