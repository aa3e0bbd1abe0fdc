import fc from 'fast-check';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { loadRegexes, type Regexes } from '../../istio/index.ts';
import type { YamlValue } from '../../yaml/index.ts';
import { boundTo, httpConditions } from './conditions.ts';
import { cover, type Cover, type Example } from './cover.ts';
import { Earlier } from './earlier.ts';
import { readHttpMatch, type HttpMatch } from './http-match.ts';
import { areApart } from './text-sets.ts';
import { httpMatchFor, httpMatchTakes, type HttpRequest, type Proxy } from './takes.ts';

let regexes: Regexes;
beforeAll(async () => void (regexes = await loadRegexes()));

const GATEWAYS = ['mesh', 'a/g'];
const bound = boundTo(GATEWAYS);

const read = (match: YamlValue): HttpMatch => readHttpMatch(match, 'a');
const judgeRead = (earlier: readonly HttpMatch[], later: HttpMatch, known: Regexes | null = regexes): Cover =>
  cover(
    earlier.map((match) => httpConditions(match, known ?? undefined)),
    httpConditions(later, known ?? undefined),
    bound,
    known ?? undefined,
  );
const judge = (earlier: readonly YamlValue[], later: YamlValue): Cover =>
  judgeRead(earlier.map(read), read(later));

/** Whether a match takes a call; undefined where the claims of a token decide. */
function takes(asked: HttpMatch, { proxy, request }: Call): boolean | undefined {
  return httpMatchFor(asked, proxy) ? httpMatchTakes(asked, request, regexes) : false;
}

interface Call {
  readonly proxy: Proxy;
  readonly request: HttpRequest;
}

const PATHS = ['/', '/a', '/A', '/a/', '/ab', '/a/b', '/A/b', '/b', '/b/1', '/b/~', '/~', '/v1', '/v2'];
const VALUES = ['', 'x', 'X', 'xy', 'x~', 'y', '~', 'x,y'];
const uri = fc.oneof(
  fc.record({ exact: fc.constantFrom('/', '/a', '/A', '/a/', '/ab', '/b/1') }),
  fc.record({ prefix: fc.constantFrom('', '/', '/a', '/A', '/a/', '/b', '/b/') }),
  fc.record({
    regex: fc.constantFrom(
      '.*',
      '/.*',
      '/a',
      '/a.*',
      '/a(/.*)?',
      '/(a|b).*',
      '/v[12]',
      '/v\\d',
      '/a|/b.*',
      '/.+',
      '^/a/?$',
    ),
  }),
  fc.constant({}),
);
const text = fc.oneof(
  fc.record({ exact: fc.constantFrom('', 'x', 'X', 'xy', 'y') }),
  fc.record({ prefix: fc.constantFrom('x', 'xy', 'y') }),
  fc.record({ regex: fc.constantFrom('.*', 'x', 'x|y', 'x.*', 'x?', '[xy]', '[^x]*', '.+', '(?i)x') }),
  fc.constant({}),
);
const dictionary = fc.dictionary(fc.constantFrom('h', 'k', 'Host'), text, { maxKeys: 2 });
const match = fc
  .record(
    {
      uri,
      ignoreUriCase: fc.boolean(),
      method: fc.oneof(
        fc.record({ exact: fc.constantFrom('GET', 'PUT') }),
        fc.constant({ regex: 'GET|PUT' }),
      ),
      scheme: fc.record({ exact: fc.constantFrom('http', 'https') }),
      authority: text,
      headers: dictionary,
      withoutHeaders: dictionary,
      queryParams: fc.dictionary(fc.constantFrom('q', 'r'), text, { maxKeys: 2 }),
      port: fc.constantFrom(0, 80, 81),
      gateways: fc.subarray(['mesh', 'g', 'other/g']),
      sourceLabels: fc.dictionary(fc.constantFrom('app', 'tier'), fc.constantFrom('1', '2'), { maxKeys: 2 }),
      sourceNamespace: fc.constantFrom('', 'a', 'b'),
      name: fc.constantFrom('n', 'm'),
    },
    { requiredKeys: [] },
  )
  // Few questions each, or hardly any two matches would have to do with each other.
  .chain((all) =>
    fc
      .subarray(Object.keys(all), { maxLength: Math.min(3, Object.keys(all).length) })
      .map((keys) =>
        Object.fromEntries(
          Object.entries(all).filter(([key, value]) => keys.includes(key) && value !== undefined),
        ),
      ),
  ) as fc.Arbitrary<YamlValue>;
const aMatch = match.map(read);

const value = fc.constantFrom(...VALUES);
const call: fc.Arbitrary<Call> = fc.record({
  proxy: fc.record({
    gateway: fc.constantFrom(...GATEWAYS),
    port: fc.constantFrom(80, 81, 82),
    namespace: fc.constantFrom('a', 'b', 'c'),
    labels: fc.dictionary(fc.constantFrom('app', 'tier'), fc.constantFrom('1', '2', '3')),
  }),
  request: fc.record({
    path: fc.constantFrom(...PATHS),
    query: fc.constantFrom('', 'q=x', 'q', 'q=x&q=y', 'r=xy&q=', 'r=~'),
    method: fc.constantFrom('GET', 'PUT', 'POST'),
    scheme: fc.constantFrom('http', 'https'),
    authority: value,
    headers: fc.dictionary(fc.constantFrom('h', 'k'), value),
  }),
});

/** The call that an example stands for; what it does not name does not matter. */
function callOf(example: Example): Call {
  const labels: Record<string, string> = {};
  const headers: Record<string, string> = {};
  const query: string[] = [];
  for (const [thing, is] of example) {
    if (is === null) continue;
    const [what, name = ''] = thing.split(' ');
    if (what === 'label') labels[name] = is;
    if (what === 'header') headers[name] = is;
    if (what === 'query') query.push(`${name}=${is}`);
  }
  return {
    proxy: {
      gateway: example.get('gateway') ?? 'mesh',
      port: Number(example.get('port') ?? 9999),
      namespace: example.get('namespace') ?? 'elsewhere',
      labels,
    },
    request: {
      path: example.get('path') ?? '/~~',
      query: query.join('&'),
      method: example.get('method') ?? '~~',
      scheme: example.get('scheme') ?? 'http',
      authority: example.get('authority') ?? '~~',
      headers,
    },
  };
}

describe('whatever is asked,', () => {
  it('no request slips past what is said to be covered', () => {
    let claimed = 0;
    fc.assert(
      fc.property(
        fc.array(aMatch, { maxLength: 4 }),
        aMatch,
        fc.array(call, { minLength: 40, maxLength: 40 }),
        (earlier, later, calls) => {
          const { covered } = judgeRead(earlier, later);
          if (covered !== 'yes' && covered !== 'never') return;
          claimed++;
          for (const one of calls) {
            if (takes(later, one))
              expect(earlier.some((before) => takes(before, one))).toBe(covered === 'yes');
          }
        },
      ),
      { numRuns: 1200 },
    );
    expect(claimed).toBeGreaterThan(200);
  });

  it('an example of what is not covered is taken by the later match and by none before', () => {
    let shown = 0;
    fc.assert(
      fc.property(fc.array(aMatch, { maxLength: 3 }), aMatch, (earlier, later) => {
        const found = judgeRead(earlier, later);
        if (found.covered !== 'no') return;
        shown++;
        const one = callOf(found.example);
        expect(takes(later, one)).toBe(true);
        for (const before of earlier) expect(takes(before, one)).toBe(false);
      }),
      { numRuns: 1200 },
    );
    expect(shown).toBeGreaterThan(200);
  });

  it('a verdict alone is the same, however many matches come before', () => {
    let claimed = 0;
    fc.assert(
      fc.property(fc.array(aMatch, { maxLength: 30 }), aMatch, (earlier, later) => {
        const before = new Earlier();
        const asked = httpConditions(later, regexes);
        // Grown match by match, and asked in between, as rules are read.
        for (const one of earlier) {
          cover(before, asked, bound, regexes, 'verdict');
          before.add(httpConditions(one, regexes));
        }
        const verdict = cover(before, asked, bound, regexes, 'verdict');
        const whole = judgeRead(earlier, later);
        if (whole.covered === 'yes') claimed++;
        expect(verdict).toEqual(whole.covered === 'no' ? { covered: 'unknown' } : whole);
      }),
      { numRuns: 600 },
    );
    expect(claimed).toBeGreaterThan(100);
  });

  it('only what has nothing to do with it is left out of what comes before', () => {
    fc.assert(
      fc.property(fc.array(aMatch, { minLength: 13, maxLength: 40 }), aMatch, (earlier, later) => {
        const textsOfPath = (one: HttpMatch) =>
          httpConditions(one, regexes).find(({ of }) => of === 'path')?.met.there?.all ?? [];
        const found = new Set(
          new Earlier(earlier.map((one) => httpConditions(one, regexes))).meeting(textsOfPath(later)),
        );
        const [asked] = textsOfPath(later);
        for (const [index, one] of earlier.entries()) {
          const [path] = textsOfPath(one);
          if (!found.has(index)) expect(path && asked && areApart(path, asked, regexes)).toBe(true);
        }
        expect([...found]).toEqual([...found].sort((a, b) => a - b));
      }),
    );
  });

  it('without RE2 less is said, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(aMatch, { maxLength: 3 }), aMatch, (earlier, later) => {
        const { covered } = judgeRead(earlier, later, null);
        if (covered !== 'unknown') {
          const told = judgeRead(earlier, later).covered;
          expect(told === 'never' && covered === 'yes' ? covered : told).toBe(covered);
        }
      }),
      { numRuns: 600 },
    );
  });
});

test.each<[string, YamlValue[], YamlValue, string]>([
  ['a shorter prefix takes a longer one', [{ uri: { prefix: '/a' } }], { uri: { prefix: '/a/b' } }, 'yes 0'],
  ['not the other way about', [{ uri: { prefix: '/a/b' } }], { uri: { prefix: '/a' } }, 'no'],
  [
    'a prefix takes names that only begin so',
    [{ uri: { prefix: '/a' } }],
    { uri: { exact: '/abc' } },
    'yes 0',
  ],
  [
    'a prefix with a slash leaves the bare name',
    [{ uri: { prefix: '/a/' } }],
    { uri: { exact: '/a' } },
    'no',
  ],
  [
    'any case takes one case',
    [{ uri: { prefix: '/a' }, ignoreUriCase: true }],
    { uri: { exact: '/A' } },
    'yes 0',
  ],
  [
    'one case leaves the others',
    [{ uri: { prefix: '/a' } }],
    { uri: { exact: '/a' }, ignoreUriCase: true },
    'no',
  ],
  [
    'ignoreUriCase says nothing of a regex',
    [{ uri: { regex: '/a' }, ignoreUriCase: true }],
    { uri: { exact: '/A' } },
    'no',
  ],
  [
    'the same regex',
    [{ uri: { regex: '/[a-z]+' } }],
    { uri: { regex: '/[a-z]+' }, method: { exact: 'GET' } },
    'yes 0',
  ],
  ['two that nobody compares', [{ uri: { regex: '/[a-z]+' } }], { uri: { regex: '/[a-c]+' } }, 'unknown'],
  ['a regex takes a text', [{ uri: { regex: '/[a-z]+' } }], { uri: { exact: '/abc' } }, 'yes 0'],
  [
    'a prefix takes a regex that begins so',
    [{ uri: { prefix: '/v' } }],
    { uri: { regex: '/v\\d+/x' } },
    'yes 0',
  ],
  [
    'a regex of words is its words',
    [{ method: { regex: 'GET|(PUT)' } }],
    { method: { exact: 'PUT' } },
    'yes 0',
  ],
  [
    'words together',
    [{ method: { exact: 'GET' } }, { method: { exact: 'PUT' } }],
    { method: { regex: 'GET|PUT' } },
    'yes 0 1',
  ],
  [
    'a header that must be there, and one that must not',
    [{ headers: { h: {} } }, { withoutHeaders: { h: {} } }],
    {},
    'yes 0 1',
  ],
  [
    'a header of a value, or without it',
    [{ headers: { h: { exact: 'x' } } }, { withoutHeaders: { h: { exact: 'x' } } }],
    {},
    'yes 0 1',
  ],
  ['headers of all values leave its lack', [{ headers: { h: { regex: '.*' } } }], {}, 'no'],
  [
    'names of headers have no case',
    [{ headers: { 'X-H': {} } }],
    { headers: { 'x-h': { exact: '1' } } },
    'yes 0',
  ],
  ['both gateways', [{ gateways: ['mesh'] }, { gateways: ['g'] }], {}, 'yes 0 1'],
  ['one gateway of two', [{ gateways: ['mesh'] }], {}, 'no'],
  ['a gateway that is not bound', [], { gateways: ['other/g'] }, 'never'],
  [
    'labels are not asked where gateways are named',
    [{ gateways: ['mesh', 'g'], sourceLabels: { app: 'x' } }],
    {},
    'yes 0',
  ],
  [
    'some labels of more',
    [{ sourceLabels: { app: 'x' } }],
    { sourceLabels: { app: 'x', tier: 'y' } },
    'yes 0',
  ],
  ['a port', [{ port: 80 }], { port: 80, uri: { exact: '/' } }, 'yes 0'],
  ['all ports but one', [{ port: 80 }], {}, 'no'],
  ['both schemes', [{ scheme: { exact: 'http' } }, { scheme: { exact: 'https' } }], {}, 'yes 0 1'],
  [
    'the method as a header',
    [{ method: { exact: 'GET' } }],
    { headers: { ':method': { exact: 'GET' } } },
    'yes 0',
  ],
  [
    'the path as a header',
    [{ uri: { prefix: '/a' } }],
    { headers: { ':path': { prefix: '/a/' } } },
    'unknown',
  ],
  [
    'the same claim',
    [{ headers: { '@request.auth.claims.x': { exact: '1' } } }],
    { headers: { '@request.auth.claims.x': { exact: '1' } }, uri: { exact: '/' } },
    'yes 0',
  ],
  [
    'claims may be lists',
    [],
    { headers: { '@request.auth.claims.x': { exact: '1' }, '@request.auth.claims.y': { exact: '2' } } },
    'unknown',
  ],
  ['a header that is and is not', [], { headers: { h: {} }, withoutHeaders: { h: {} } }, 'never'],
  ['a lack that cannot be', [], { withoutHeaders: { h: { regex: '.*' } } }, 'never'],
  ['a path that begins with no slash', [], { uri: { prefix: 'a' } }, 'never'],
])('%s', (_name, earlier, later, expected) => {
  const found = judge(earlier, later);
  expect([found.covered, ...(found.covered === 'yes' ? found.by : [])].join(' ')).toBe(expected);
});

test('of many that take a part, those that are needed are named', () => {
  const earlier = [
    { uri: { prefix: '/x' } },
    { headers: { h: {} } },
    { uri: { prefix: '/a' } },
    { withoutHeaders: { h: {} } },
  ];
  expect(judge(earlier, { method: { exact: 'GET' } })).toEqual({ covered: 'yes', by: [1, 3] });
});
