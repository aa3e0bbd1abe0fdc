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
