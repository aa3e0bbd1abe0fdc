import { beforeAll, describe, expect, it } from 'vitest';
import { linkMesh, loadRegexes } from '../../istio/index.ts';
import { parseDocument, splitDocuments } from '../../yaml/index.ts';
import { block, CART, read, ROUTES } from '../lesson.testkit.ts';
import { meshOfFiles } from '../evaluate.ts';
import { checkGoals, createGoalChecker } from './check-goals.ts';
import type { Goal } from './goal.ts';

beforeAll(() => loadRegexes());

const EXPECT = `expectations:
- name: The cart waits three seconds
  request: { from: shop, url: http://cart/ }
  expect: { timeout: 3s }
`;

/** The goals of a written block. */
function goals(text: string): readonly Goal[] {
  const solution = block('yaml solution file=a.expect.yaml', EXPECT);
  const { lesson, objections } = read(
    `## One\n${block('yaml start', '')}${block('yaml goals', text)}${solution}`,
  );
  if (objections.length) throw new Error(objections.map(({ message }) => message).join('\n'));
  return lesson?.steps[0]?.goals ?? [];
}
const files = (routes: string, more: Readonly<Record<string, string>> = {}) =>
  meshOfFiles(
    Object.entries({ 'cart.yaml': CART, 'routes.yaml': routes, ...more }).map(([path, text]) => ({
      path,
      text,
    })),
  );
const check = (text: string, routes = ROUTES, more?: Readonly<Record<string, string>>) =>
  checkGoals(files(routes, more), goals(text));

const POLICY = `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: cart, namespace: shop }
spec:
  host: cart
  trafficPolicy: { connectionPool: { tcp: { connectTimeout: 1500ms } } }
`;
const SPLIT = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [cart]
  http:
  - fault: { delay: { percentage: { value: 50 }, fixedDelay: 2s } }
    route:
    - destination: { host: cart }
      weight: 90
    - destination: { host: cart, subset: v2 }
      weight: 10
`;
const request = 'request: { from: shop, url: http://cart/ }';
const timeout = `- ${request}\n  expect: { timeout: 3s }`;
const field = (of: string, path: string, test: string) => `- field: ${path}\n  of: ${of}\n  ${test}`;
const PATH = 'spec.http[*].timeout';

describe('goals that are met', () => {
  it.each([
    ['a request', timeout, ROUTES],
    ['a request by another way', timeout, ROUTES.replace('3s', '3000ms')],
    ['a field', field('VirtualService/shop/cart', PATH, 'equals: 3s'), ROUTES],
    [
      'a field that means the same',
      field('VirtualService/shop/cart', PATH, 'equals: 3s'),
      ROUTES.replace('3s', '3.0s'),
    ],
    [
      'a duration elsewhere',
      field('DestinationRule/cart', 'spec.trafficPolicy.connectionPool.tcp.connectTimeout', 'equals: 1.5s'),
      POLICY,
    ],
    [
      'a host by its long name',
      field('VirtualService/cart', 'spec.hosts', 'equals: [cart.shop.svc.cluster.local]'),
      ROUTES,
    ],
    [
      'names in any order',
      field('VirtualService/cart', 'spec.hosts', 'equals: [b.example, cart]'),
      ROUTES.replace('[cart]', '[cart, b.example]'),
    ],
    [
      'a field of an item that says so of itself',
      field('VirtualService/cart', 'spec.http[0].route[destination.subset=v2].weight', 'equals: 10'),
      SPLIT,
    ],
    [
      'a word among those of a text',
      field('VirtualService/cart', 'spec.http[*].retries.retryOn', 'contains: gateway-error'),
      ROUTES.replace('timeout: 3s', 'retries: { attempts: 2, retryOn: "reset, gateway-error" }'),
    ],
    [
      'an item of a list',
      field('VirtualService/cart', 'spec.hosts', 'contains: cart.shop.svc.cluster.local'),
      ROUTES,
    ],
    ['a field that is there', field('{ kind: VirtualService, host: cart }', PATH, 'exists: true'), ROUTES],
    ['a field that is not', field('VirtualService/cart', 'spec.http[*].retries', 'exists: false'), ROUTES],
    [
      'a resource for a host',
      '- resource: { kind: VirtualService, host: cart.shop.svc.cluster.local }',
      ROUTES,
    ],
    ['no such resource', '- noResource: ServiceEntry', ROUTES],
    ['no problem', '- noProblem: error', ROUTES],
    ['a problem', '- problem: MW2003\n  at: VirtualService/shop/cart', SPLIT],
    [
      'a split',
      `- ${request}\n  split: [{ host: cart, percent: 90 }, { delayed: true, percent: 50 }]`,
      SPLIT,
    ],
  ])('%s', (_, text, routes) => {
    expect(check(text, routes)).toEqual([expect.objectContaining({ met: true, missing: '' })]);
  });

  it('an expectation', () => {
    const [state] = check('- expectation: The cart waits three seconds', ROUTES, { 'a.expect.yaml': EXPECT });
    expect(state).toMatchObject({
      met: true,
      title: 'The expectation “The cart waits three seconds” holds.',
    });
  });
});

describe('goals that are not met say what is missing', () => {
  it.each([
    [
      'a request',
      timeout,
      ROUTES.replace('3s', '5s'),
      /^Forwarded to cart\.shop.* But the timeout is 5s, not 3s\.$/,
    ],
    [
      'a request that ends otherwise',
      `- ${request}\n  expect: { outcome: redirect }`,
      ROUTES,
      /^Forwarded to cart/,
    ],
    [
      'a request that nobody asks the rule about',
      timeout.replace('http://cart/', 'http://cart.shop.svc.cluster.local/'),
      ROUTES.replace('hosts: [cart]', 'hosts: [cart]\n  gateways: [gw]'),
      /names cart.*and is not asked/,
    ],
    [
      'a field',
      field('VirtualService/shop/cart', PATH, 'equals: 3s'),
      ROUTES.replace('3s', '5s'),
      /is 5s, not 3s/,
    ],
    [
      'a field of nothing',
      field('VirtualService/shop/cart', PATH, 'equals: 3s'),
      ROUTES.replace('name: cart', 'name: basket'),
      /^There is no VirtualService cart in shop yet\. There is basket\.$/,
    ],
    [
      'a field that is not',
      field('VirtualService/cart', PATH, 'exists: true'),
      ROUTES.replace('timeout: 3s', 'name: a'),
      /not written yet/,
    ],
    ['a field that still is', field('VirtualService/cart', PATH, 'exists: false'), ROUTES, /still written/],
    [
      'a resource',
      '- resource: ServiceEntry/shop/cart',
      ROUTES,
      /^There is no ServiceEntry cart in shop yet\.$/,
    ],
    [
      'a resource that is to go',
      '- noResource: VirtualService',
      ROUTES,
      /^There is still a VirtualService\.$/,
    ],
    [
      'a field of an item that is not there',
      field('VirtualService/cart', 'spec.http[0].route[destination.subset=v3].weight', 'equals: 10'),
      SPLIT,
      /^spec\.http\[0\]\.route\[destination\.subset=v3\]\.weight of .* is not written yet\.$/,
    ],
    [
      'a word that is but part of one',
      field('VirtualService/cart', 'spec.http[*].retries.retryOn', 'contains: gateway-error'),
      ROUTES.replace('timeout: 3s', 'retries: { attempts: 2, retryOn: not-a-gateway-error }'),
      / is not-a-gateway-error, without gateway-error\.$/,
    ],
    ['a problem', '- noProblem: MW2003', SPLIT, /^routes\.yaml, line \d+: /],
    ['no problem', '- problem: MW2003', ROUTES, /^Nothing reports MW2003/],
    [
      'a split',
      `- ${request}\n  split: [{ host: cart, subset: v2, percent: 10 }]`,
      SPLIT,
      /^Of a thousand sends: about 10 % go to v2 of cart is wanted, and 0 % do\.$/,
    ],
    ['an expectation', '- expectation: The cart waits three seconds', ROUTES, /^There is no expectation/],
  ])('%s', (_, text, routes, missing) => {
    const [state] = check(text, routes);
    expect(state).toMatchObject({ met: false, missing: expect.stringMatching(missing) as string });
  });

  it('an expectation that was changed to hold', () => {
    const eased = EXPECT.replace('timeout: 3s', 'outcome: forward');
    const [state] = check('- expectation: The cart waits three seconds', ROUTES.replace('3s', '9s'), {
      'a.expect.yaml': eased,
    });
    expect(state?.missing).toMatch(/says something else than the lesson’s/);
    const kept = check('- expectation: The cart waits three seconds', ROUTES.replace('3s', '9s'), {
      'a.expect.yaml': EXPECT,
    });
    expect(kept[0]?.missing).toMatch(/But the timeout is 9s, not 3s/);
  });
});

describe('text alone meets nothing', () => {
  const wanted = `${timeout}\n${field('VirtualService/shop/cart', PATH, 'equals: 3s')}`;
  it.each([
    ['a comment', ROUTES.replace('timeout: 3s', '# timeout: 3s\n    name: a')],
    [
      'a field where nobody reads it',
      ROUTES.replace('timeout: 3s', 'name: timeout 3s').replace(
        'name: cart',
        'name: cart\n  labels: { timeout: 3s }',
      ),
    ],
    ['a document that is no resource', `${ROUTES.replace('timeout: 3s', 'name: a')}---\ntimeout: 3s\n`],
    [
      'a resource of another name',
      `${ROUTES.replace('timeout: 3s', 'name: a')}---\n${ROUTES.replace('name: cart', 'name: other')}`,
    ],
  ])('%s', (_, routes) => {
    expect(check(wanted, routes).map(({ met }) => met)).toEqual([false, false]);
  });

  it('a problem that is hidden is not mended', () => {
    const hidden = SPLIT.replace(
      'namespace: shop }',
      'namespace: shop, annotations: { meshwright.io/suppress: MW2003 } }',
    );
    const [state] = check('- noProblem: MW2003', hidden);
    expect(state).toMatchObject({
      met: false,
      missing: expect.stringMatching(/^It is hidden, not mended: /) as string,
    });
  });

  it('a resource whose YAML cannot be read now', () => {
    const texts = (routes: string) => [
      { path: 'cart.yaml', documents: splitDocuments(CART).map(({ text }) => parseDocument(text)) },
      { path: 'routes.yaml', documents: splitDocuments(routes).map(({ text }) => parseDocument(text)) },
    ];
    const whole = linkMesh(texts(ROUTES));
    const broken = linkMesh(texts(`${ROUTES}  tls: [`), undefined, whole);
    const found = checkGoals(
      broken,
      goals(`- resource: VirtualService/cart\n${field('VirtualService/cart', PATH, 'equals: 3s')}`),
    );
    expect(found.map(({ met, missing }) => [met, missing])).toEqual([
      [
        false,
        'The YAML of the VirtualService cart cannot be read now. Mend it first; the problems say where.',
      ],
      [
        false,
        'The YAML of the VirtualService cart cannot be read now. Mend it first; the problems say where.',
      ],
    ]);
  });
});

describe('a goal in words', () => {
  it.each([
    [timeout, 'http://cart/ from shop is sent, with a timeout of 3s.'],
    [
      `- ${request}\n  expect: { outcome: forward, host: cart, subset: v2, mirrors: [] }`,
      'http://cart/ from shop is forwarded to v2 of cart, with no copies.',
    ],
    [
      `- ${request}\n  expect: { outcome: blackhole, status: 502 }`,
      'http://cart/ from shop is not let out of the mesh, with status 502.',
    ],
    [`- say: My own words.\n  noProblem: error`, 'My own words.'],
    ['- noProblem: error', 'There is no error.'],
    ['- noProblem: MW2003', 'MW2003 (A subset that nobody defines) is no longer reported.'],
    ['- resource: VirtualService/cart', 'There is the VirtualService cart.'],
    [
      `- ${request}\n  split: [{ mirror: cart, percent: 10 }]`,
      'Of a thousand times http://cart/ from shop, about 10 % are copied to cart.',
    ],
  ])('%s', (text, title) => {
    expect(check(text)[0]?.title).toBe(title);
  });
});

it('a checker gives the same answer whatever it was asked before', () => {
  const checker = createGoalChecker();
  const all = goals(`${timeout}\n- noProblem: MW2003`);
  for (const routes of [ROUTES, SPLIT, ROUTES.replace('3s', '4s'), ROUTES])
    expect(checker.check(files(routes), all)).toEqual(checkGoals(files(routes), all));
});
