import { describe, expect, it } from 'vitest';
import { after, contextOf, textAfter } from './operations.testkit.ts';
import type { Operation } from './types.ts';

const head = (spec: string) => `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: cart
spec:
  hosts:
  - cart.example
${spec}`;
const ID = 'VirtualService//cart';
const connect = (text: string, more: Partial<Extract<Operation, { kind: 'connect-destination' }>> = {}) =>
  textAfter(text, {
    kind: 'connect-destination',
    resource: ID,
    rule: ['spec', 'http', 0],
    host: 'new.example',
    ...more,
  });

describe('connect-destination', () => {
  it('gives the second destination half, and writes both weights', () => {
    expect(connect(head('  http:\n  - route:\n    - destination:\n        host: a.example   # now\n'))).toBe(
      head(
        '  http:\n  - route:\n    - destination:\n        host: a.example   # now\n      weight: 50\n    - destination:\n        host: new.example\n      weight: 50\n',
      ),
    );
  });

  it('gives the third a third, and keeps the proportions of the others and the total', () => {
    const text = connect(
      head(
        '  http:\n  - route:\n    - {destination: {host: a.example}, weight: 75}\n    - {destination: {host: b.example}, weight: 25}\n',
      ),
      { subset: 'blue', port: 8080 },
    );
    expect(text).toBe(
      head(
        '  http:\n  - route:\n    - {destination: {host: a.example}, weight: 50}\n    - {destination: {host: b.example}, weight: 17}\n    - destination:\n        host: new.example\n        subset: blue\n        port:\n          number: 8080\n      weight: 33\n',
      ),
    );
  });

  it('makes the next rule', () => {
    expect(connect(head(''))).toBe(
      head('  http:\n  - route:\n    - destination:\n        host: new.example\n'),
    );
  });

  it('gives a rule without destinations its first', () => {
    expect(connect(head('  http:\n  - timeout: 5s   # slow\n'))).toBe(
      head('  http:\n  - timeout: 5s   # slow\n    route:\n    - destination:\n        host: new.example\n'),
    );
  });

  it.each([
    ['redirect: {uri: /x}', /answers with a redirect.*Remove redirect/],
    ['directResponse: {status: 200}', /answers by itself/],
    ['delegate: {name: x}', /hands its requests to another/],
    ['route: [{destination: {host: new.example}}]', /already sends traffic to new\.example/],
  ])('is refused beside %s', (rule, words) => {
    expect(() => connect(head(`  http:\n  - ${rule}\n`))).toThrow(words);
  });

  it('is refused from what is no rule', () => {
    expect(() => connect(head(''), { rule: ['spec'] })).toThrow(/Only a rule of a VirtualService/);
  });
});

describe('connect-mirror', () => {
  const mirror = (rule: string, path = ['spec', 'http', 0]) =>
    textAfter(head(`  http:\n${rule}`), {
      kind: 'connect-mirror',
      resource: ID,
      rule: path,
      host: 'm.example',
    });

  it('adds a mirror, or another where there is a list of them', () => {
    expect(mirror('  - name: a\n')).toBe(head('  http:\n  - name: a\n    mirror:\n      host: m.example\n'));
    expect(mirror('  - mirrors:\n    - destination: {host: x.example}\n')).toBe(
      head(
        '  http:\n  - mirrors:\n    - destination: {host: x.example}\n    - destination:\n        host: m.example\n',
      ),
    );
  });

  it('is refused beside another mirror, and outside http', () => {
    expect(() => mirror('  - mirror: {host: x.example}\n')).toThrow(/mirrors its requests already/);
    expect(() => mirror('  - name: a\n', ['spec', 'tcp', 0] as never)).toThrow(/Only an http rule/);
  });
});

describe('connect-delegate', () => {
  const part = (namespace: string, spec = '{http: []}') =>
    `apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: parts${namespace}}\nspec: ${spec}\n`;
  const delegate = (rule: string, other = part(''), at: (string | number)[] = ['spec', 'http', 0]) => {
    const context = contextOf({ 'vs.yaml': head(rule), 'parts.yaml': other });
    const target = context.mesh.resources[1]?.id ?? '';
    return after(context, { kind: 'connect-delegate', resource: ID, rule: at, delegate: target })['vs.yaml'];
  };

  it('names it, with its namespace where that is another one', () => {
    expect(delegate('  http:\n  - name: a   # parts\n')).toBe(
      head('  http:\n  - name: a   # parts\n    delegate:\n      name: parts\n'),
    );
    expect(delegate('  http:\n  - name: a\n', part(', namespace: depot'))).toBe(
      head('  http:\n  - name: a\n    delegate:\n      name: parts\n      namespace: depot\n'),
    );
  });

  it('takes the place of another', () => {
    const before = '  http:\n  - delegate: {name: bits, namespace: depot} # those\n';
    expect(delegate(before)).toBe(head('  http:\n  - delegate: {name: parts} # those\n'));
    expect(delegate(before, part(', namespace: yard'))).toBe(
      head('  http:\n  - delegate: {name: parts, namespace: yard} # those\n'),
    );
  });

  it.each([
    ['  http:\n  - route: [{destination: {host: x}}]\n', part(''), /says itself.*Remove route first/],
    ['  http:\n  - name: a\n', part('', '{hosts: [x.example]}'), /has hosts of its own/],
    ['  http: []\n', part(''), /Only an http rule/],
  ])('is refused for %j', (rule, other, words) => expect(() => delegate(rule, other)).toThrow(words));
});

describe('connect-gateway', () => {
  const gateway =
    'apiVersion: networking.istio.io/v1\nkind: Gateway\nmetadata: {name: front, namespace: edge}\n';
  const bind = (spec: string) =>
    after(contextOf({ 'gw.yaml': gateway, 'vs.yaml': head(spec) }), {
      kind: 'connect-gateway',
      resource: ID,
      gateway: 'Gateway/edge/front',
    })['vs.yaml'];

  it('keeps a VirtualService in the mesh that was there', () => {
    expect(bind('  http: []\n')).toBe(head('  gateways:\n  - mesh\n  - edge/front\n  http: []\n'));
  });

  it('adds to the gateways that are written', () => {
    expect(bind('  gateways: [back]\n')).toBe(head('  gateways: [back, edge/front]\n'));
    expect(() => bind('  gateways: [edge/front]\n')).toThrow(/bound to front already/);
  });
});

describe('reconnect', () => {
  const turn = (rule: string, path: (string | number)[], more: object = {}) =>
    textAfter(head(rule), {
      kind: 'reconnect',
      resource: ID,
      path: ['spec', 'http', 0, ...path],
      host: 'new.example',
      ...more,
    });
  const rule = (destination: string) =>
    `  http:\n  - route:\n    - destination: ${destination}   # theirs\n      weight: 60\n      headers: {request: {remove: [x]}}\n    - {destination: {host: b.example}, weight: 40}\n`;

  it('leads a way elsewhere, and leaves all else that it says', () => {
    expect(turn(rule('{host: a.example}'), ['route', 0])).toBe(head(rule('{host: new.example}')));
    expect(turn(rule('{host: a.example, subset: v1, port: {number: 80}}'), ['route', 0])).toBe(
      head(rule('{host: new.example}')),
    );
    expect(turn(rule('{host: a.example}'), ['route', 0], { subset: 'v2', port: 8080 })).toBe(
      head(rule('{host: new.example, subset: v2, port: {number: 8080}}')),
    );
  });

  it('leads a mirror elsewhere', () => {
    const mirror = (host: string) =>
      `  http:\n  - mirror: {host: ${host}} # copies\n    mirrors:\n    - destination: {host: ${host}}\n      percentage: {value: 5}\n`;
    expect(turn(mirror('m.example'), ['mirror'])).toBe(
      head(mirror('m.example').replace('m.example} #', 'new.example} #')),
    );
    expect(turn(mirror('m.example'), ['mirrors', 0])).toBe(
      head(mirror('m.example').replace('{host: m.example}\n', '{host: new.example}\n')),
    );
  });

  it('to where the rule sends already makes one of the two', () => {
    expect(turn(rule('{host: a.example}'), ['route', 0], { host: 'b.example' })).toBe(
      head('  http:\n  - route:\n    - {destination: {host: b.example}, weight: 100}\n'),
    );
    expect(turn(rule('{host: a.example}'), ['route', 1], { host: 'a.example' })).toBe(
      head(
        rule('{host: a.example}')
          .replace('weight: 60', 'weight: 100')
          .replace(/.*b\.example.*\n/, ''),
      ),
    );
  });

  it('is refused where there is nothing', () => {
    expect(() => turn('  http: []\n', ['route', 0])).toThrow(/no such way/);
  });
});

describe('set-weights', () => {
  const weigh = (route: string, ...weights: number[]) =>
    textAfter(head(`  http:\n  - route:\n${route}`), {
      kind: 'set-weights',
      resource: ID,
      path: ['spec', 'http', 0, 'route'],
      weights,
    });
  const a = '    - {destination: {host: a.example},   weight: 60}   # theirs\n';
  const b = '    - destination: {host: b.example}\n';

  it('writes each, and leaves what says it already as it is', () => {
    const all = `  http:\n  - route:\n${a.replace('60', '30')}${b}      weight: 70\n`;
    expect(weigh(a + b, 30, 70)).toBe(head(all));
    expect(weigh(`${a + b}      weight: 40 # ours\n`, 60, 40)).toBe(
      head(`  http:\n  - route:\n${a + b}      weight: 40 # ours\n`),
    );
  });

  it.each([
    [[100], /others by now/],
    [[50.5, 49.5], /whole numbers/],
    [[-1, 101], /whole numbers/],
  ])('refuses %j for two', (weights, words) => expect(() => weigh(a + b, ...weights)).toThrow(words));
});

describe('disconnect', () => {
  const cut = (spec: string, path: (string | number)[]) =>
    textAfter(head(spec), { kind: 'disconnect', resource: ID, path: ['spec', ...path] });
  const a = '    - {destination: {host: a.example}, weight: 60}\n';
  const b = '    - {destination: {host: b.example}, weight: 20}\n';
  const c = '    - {destination: {host: c.example}, weight: 20}\n';

  it('hands a destination’s weight to the others', () => {
    expect(cut(`  http:\n  - route:\n${a}${b}${c}`, ['http', 0, 'route', 1])).toBe(
      head(`  http:\n  - route:\n${a.replace('60', '75')}${c.replace('20', '25')}`),
    );
  });

  it('takes a rule that has no way left, and the list with its last rule', () => {
    expect(cut(`  http:\n  - route:\n${a}  - name: rest\n`, ['http', 0, 'route', 0])).toBe(
      head('  http:\n  - name: rest\n'),
    );
    expect(cut(`  http:\n  - route:\n${a}`, ['http', 0, 'route', 0])).toBe(head(''));
  });

  it('takes a rule that only delegates, but not one that says what else to do', () => {
    const delegate = '  http:\n  - match: [{port: 80}]\n    delegate: {name: x}\n  - name: rest\n';
    expect(cut(delegate, ['http', 0, 'delegate'])).toBe(head('  http:\n  - name: rest\n'));
    const both = '  http:\n  - delegate: {name: x}\n    redirect: {uri: /y}\n';
    expect(cut(both, ['http', 0, 'delegate'])).toBe(head('  http:\n  - redirect: {uri: /y}\n'));
  });

  it('takes a mirror with its percentage, and a gateway', () => {
    expect(
      cut('  http:\n  - mirror: {host: m.example}\n    mirrorPercentage: {value: 5}\n    name: x\n', [
        'http',
        0,
        'mirror',
      ]),
    ).toBe(head('  http:\n  - name: x\n'));
    expect(cut('  gateways: [mesh, front]\n', ['gateways', 1])).toBe(head('  gateways: [mesh]\n'));
    expect(cut('  gateways: [front]\n  http: []\n', ['gateways', 0])).toBe(head('  http: []\n'));
  });

  it('is refused where there is nothing', () => {
    expect(() => cut('  http: []\n', ['http', 0, 'route', 0])).toThrow(/no such way/);
  });
});
