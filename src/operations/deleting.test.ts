import { describe, expect, it } from 'vitest';
import type { Referrals } from './delete-resource.ts';
import { effectOf } from './effect.ts';
import { after, contextOf } from './operations.testkit.ts';

const ROUTES = `# who: the shop's team
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: shop}
spec:
  hosts: [cart]
  gateways: [mesh, edge/front]   # both
  http:
    - name: parts
      match:
        - uri: {prefix: /parts}
          gateways: [ "edge/front" ]
        - port: 80
      delegate: {name: parts}

    - name: first   # most of it
      mirror: {host: pay.example}
      mirrorPercentage: {value: 5}
      route:
        - destination: {host: pay.example, port: {number: 443}}   # theirs
          weight: 80
        - destination:
            host: "cart"
            subset: blue
          weight: 20
    - name: rest
      route:
        - destination: {host: pay.example}
`;
const GATEWAY = `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: front, namespace: edge}
spec: {servers: []}
`;
const BACK = GATEWAY.replace('front', 'back');
const PAY = `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: pay, namespace: shop}
spec:
  hosts: [pay.example]
  ports: [{number: 443, name: https, protocol: HTTPS}]
`;
const OTHER = PAY.replaceAll('pay', 'bank').replaceAll('443', '8443');
const RULE = `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: cart, namespace: shop}
spec:
  host: cart
  subsets:
    - name: blue   # the old fleet
      labels: {colour: blue}
    - {name: green}
`;
const PAY_RULE = `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: pay, namespace: shop}
spec: {host: pay.example}
`;
const PARTS = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: parts, namespace: shop}
spec:
  http:
  - route:
    - destination: {host: pay.example}
`;
const FILES = {
  'routes.yaml': ROUTES,
  'gw.yaml': `${GATEWAY}---\n${BACK}`,
  'se.yaml': `${PAY}---\n${OTHER}`,
  'dr.yaml': `${RULE}---\n${PAY_RULE}`,
  'parts.yaml': PARTS,
};
const all = contextOf(FILES);

const IDS = {
  pay: 'ServiceEntry/shop/pay',
  front: 'Gateway/edge/front',
  rule: 'DestinationRule/shop/cart',
  parts: 'VirtualService/shop/parts',
};
const without = (resource: string, referrals?: Referrals) =>
  after(all, { kind: 'delete-resource', resource, ...(referrals ? { referrals } : {}) });

/** The files that are not as they were. */
const changed = (texts: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(texts).filter(([path, text]) => FILES[path as keyof typeof FILES] !== text),
  );

/** The lines from the one that holds `from` to the one before the one that holds `to`. */
function lines(text: string, from: string, to?: string): string {
  const start = text.lastIndexOf('\n', text.indexOf(from)) + 1;
  const end = to === undefined ? text.length : text.lastIndexOf('\n', text.indexOf(to, start)) + 1;
  return text.slice(start, end);
}

describe('deleting what others name', () => {
  it('leaves them alone unless it is told otherwise', () => {
    expect(changed(without(IDS.pay))).toEqual({ 'se.yaml': OTHER });
    expect(changed(without(IDS.front, 'leave'))).toEqual({ 'gw.yaml': BACK });
  });

  it('takes the destinations and mirrors to a host with it, rules without a way, and what then is empty', () => {
    const pay =
      '        - destination: {host: pay.example, port: {number: 443}}   # theirs\n          weight: 80\n';
    expect(changed(without(IDS.pay, 'remove'))).toEqual({
      'routes.yaml': ROUTES.replace(
        '      mirror: {host: pay.example}\n      mirrorPercentage: {value: 5}\n',
        '',
      )
        .replace(pay, '')
        .replace('weight: 20', 'weight: 100')
        .replace(lines(ROUTES, 'name: rest'), '')
        // The VirtualService that it delegated to has no rule left and goes, and with it who names that.
        .replace(lines(ROUTES, '- name: parts', 'name: first'), '\n'),
      'se.yaml': OTHER,
      'dr.yaml': RULE,
      'parts.yaml': '',
    });
  });

  it('leads destinations to another host, on a port that it has', () => {
    expect(changed(without(IDS.pay, { to: 'ServiceEntry/shop/bank' }))).toEqual({
      'routes.yaml': ROUTES.replaceAll('pay.example', 'bank.example').replace(', port: {number: 443}', ''),
      'se.yaml': OTHER,
      'dr.yaml': `${RULE}---\n${PAY_RULE.replace('host: pay.', 'host: bank.')}`,
      'parts.yaml': PARTS.replace('pay.', 'bank.'),
    });
  });

  it('unbinds a Gateway, and takes a match that only it could meet', () => {
    expect(changed(without(IDS.front, 'remove'))).toEqual({
      'routes.yaml': ROUTES.replace('[mesh, edge/front]', '[mesh]').replace(
        lines(ROUTES, '- uri: {prefix: /parts}', '- port: 80'),
        '',
      ),
      'gw.yaml': BACK,
    });
  });

  it('binds to another Gateway instead, once', () => {
    expect(without(IDS.front, { to: 'Gateway/edge/back' })['routes.yaml']).toBe(
      ROUTES.replaceAll('edge/front', 'edge/back'),
    );
    const both = contextOf({ ...FILES, 'routes.yaml': ROUTES.replace('[mesh, ', '[mesh, edge/back, ') });
    const operation = {
      kind: 'delete-resource',
      resource: IDS.front,
      referrals: { to: 'Gateway/edge/back' },
    } as const;
    expect(after(both, operation)['routes.yaml']).toContain('gateways: [mesh, edge/back]   # both\n');
  });

  it('takes the rules that delegate to it, or has them delegate elsewhere', () => {
    expect(without(IDS.parts, 'remove')['routes.yaml']).toBe(
      ROUTES.replace(lines(ROUTES, '- name: parts', 'name: first'), '\n'),
    );
    const far = PARTS.replace('name: parts, namespace: shop', 'name: bits, namespace: depot');
    const two = contextOf({ ...FILES, 'bits.yaml': far });
    const operation = {
      kind: 'delete-resource',
      resource: IDS.parts,
      referrals: { to: 'VirtualService/depot/bits' },
    } as const;
    expect(after(two, operation)['routes.yaml']).toBe(
      ROUTES.replace('delegate: {name: parts}', 'delegate: {name: bits, namespace: depot}'),
    );
  });

  it('of a DestinationRule with subsets sends to the whole host instead', () => {
    expect(without(IDS.rule, { subset: null })['routes.yaml']).toBe(
      ROUTES.replace('            subset: blue\n', ''),
    );
  });

  it('keeps a match’s rule out of others when it was its last match', () => {
    const one = ROUTES.replace('        - port: 80\n', '');
    const texts = after(contextOf({ ...FILES, 'routes.yaml': one }), {
      kind: 'delete-resource',
      resource: IDS.front,
      referrals: 'remove',
    });
    expect(texts['routes.yaml']).not.toContain('name: parts');
    expect(texts['routes.yaml']).toContain('name: first   # most of it\n');
  });

  it('tells beforehand what else goes and what then counts for the mesh', () => {
    const gone = effectOf(all, { kind: 'delete-resource', resource: IDS.pay, referrals: 'remove' });
    expect(gone).toMatchObject({ files: ['routes.yaml', 'dr.yaml', 'parts.yaml', 'se.yaml'] });
    expect('gone' in gone && gone.gone.map(({ id }) => id)).toEqual([
      IDS.pay,
      'DestinationRule/shop/pay',
      IDS.parts,
    ]);
    const only = contextOf({ ...FILES, 'routes.yaml': ROUTES.replace('[mesh, edge/front]', '[edge/front]') });
    expect(
      effectOf(only, { kind: 'delete-resource', resource: IDS.front, referrals: 'remove' }),
    ).toMatchObject({ meshwide: [{ name: 'cart' }] });
    expect(effectOf(all, { kind: 'delete-resource', resource: 'Gateway/edge/gone' })).toBeInstanceOf(Error);
  });
});

describe('delete-subset', () => {
  const cut = (referrals?: Referrals, subset = 'blue') =>
    after(all, {
      kind: 'delete-subset',
      resource: IDS.rule,
      subset,
      ...(referrals ? { referrals } : {}),
    });
  const blue = '    - name: blue   # the old fleet\n      labels: {colour: blue}\n';

  it('leaves, redirects or removes the destinations to it', () => {
    const rule = { 'dr.yaml': FILES['dr.yaml'].replace(blue, '') };
    expect(changed(cut())).toEqual(rule);
    expect(changed(cut({ subset: 'green' }))).toEqual({
      ...rule,
      'routes.yaml': ROUTES.replace('subset: blue', 'subset: green'),
    });
    expect(changed(cut({ subset: null }))).toEqual({
      ...rule,
      'routes.yaml': ROUTES.replace('            subset: blue\n', ''),
    });
    expect(changed(cut('remove'))).toEqual({
      ...rule,
      'routes.yaml': ROUTES.replace(
        '        - destination:\n            host: "cart"\n            subset: blue\n          weight: 20\n',
        '',
      ).replace('weight: 80', 'weight: 100'),
    });
  });

  it('takes the list with the last one, and refuses what is not there', () => {
    const one = contextOf(RULE.replace(blue, ''));
    const operation = { kind: 'delete-subset', resource: IDS.rule, subset: 'green' } as const;
    expect(after(one, operation)['a.yaml']).toBe(RULE.slice(0, RULE.indexOf('  subsets')));
    expect(() => cut('leave', 'red')).toThrow(/no subset "red"/);
  });
});
