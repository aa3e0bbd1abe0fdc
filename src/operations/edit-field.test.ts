import { describe, expect, it } from 'vitest';
import { contextOf, textAfter } from './operations.testkit.ts';
import { planOperation } from './plan-operation.ts';

const ROUTES = `# who: the shop's team
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: cart
  namespace: shop
spec:
  hosts: ["cart.example"]   # one is enough
  http:
    - name: first
      route:
        - destination: {host: cart.example}
    - name: second   # the rest

      route:
        - destination:
            host: "old.example"
`;
const ID = 'VirtualService/shop/cart';

describe('operations on fields', () => {
  it('sets a value where it stands, in its own quotes', () => {
    const text = textAfter(ROUTES, {
      kind: 'set-field',
      resource: ID,
      path: ['spec', 'http', 1, 'route', 0, 'destination', 'host'],
      value: 'new.example',
    });
    expect(text).toBe(ROUTES.replace('"old.example"', '"new.example"'));
  });

  it('puts a new key where the schema has it, not at the end', () => {
    const text = textAfter(ROUTES, {
      kind: 'set-field',
      resource: ID,
      path: ['spec', 'gateways'],
      value: ['mesh'],
    });
    expect(text).toBe(
      ROUTES.replace('   # one is enough\n', '   # one is enough\n  gateways:\n    - mesh\n'),
    );
  });

  it('removes an item with its lines and nothing else', () => {
    const text = textAfter(ROUTES, { kind: 'remove-field', resource: ID, path: ['spec', 'http', 0] });
    const lines = '    - name: first\n      route:\n        - destination: {host: cart.example}\n';
    expect(text).toBe(ROUTES.replace(lines, ''));
  });

  it('inserts and moves items', () => {
    const inserted = textAfter(ROUTES, {
      kind: 'insert-item',
      resource: ID,
      path: ['spec', 'hosts'],
      index: 0,
      value: 'www.cart.example',
    });
    expect(inserted).toContain('hosts: [www.cart.example, "cart.example"]   # one is enough');
    const moved = textAfter(ROUTES, {
      kind: 'move-item',
      resource: ID,
      path: ['spec', 'http'],
      from: 1,
      to: 0,
    });
    expect(moved.indexOf('name: second   # the rest')).toBeLessThan(moved.indexOf('name: first'));
    expect(moved.split('\n').toSorted()).toEqual(ROUTES.split('\n').toSorted());
  });

  it('renames a key in place', () => {
    const text = textAfter(ROUTES, { kind: 'rename-key', resource: ID, path: ['spec', 'http'], key: 'tls' });
    expect(text).toBe(ROUTES.replace('  http:', '  tls:'));
  });

  it('works on an item of a List', () => {
    const list =
      'kind: List\napiVersion: v1\nitems:\n- kind: Service\n  apiVersion: v1\n  metadata: {name: one}\n';
    const text = textAfter(list, {
      kind: 'set-field',
      resource: 'Service//one',
      path: ['metadata', 'name'],
      value: 'two',
    });
    expect(text).toBe(list.replace('one', 'two'));
  });

  it('selects what it changed, under the name that it then has', () => {
    const plan = planOperation(contextOf(ROUTES), {
      kind: 'set-field',
      resource: ID,
      path: ['metadata', 'namespace'],
      value: 'till',
    });
    expect(plan.select).toEqual({ resource: 'VirtualService/till/cart', path: ['metadata', 'namespace'] });
  });

  it.each([
    ['a resource that is not there', 'VirtualService/shop/tart', ['spec'], /no VirtualService\/shop\/tart/],
    ['the whole resource', ID, [], /Name a field/],
    ['an item beyond the list', ID, ['spec', 'http', 7], /beyond the list/],
  ])('refuses %s', (_, resource, path, words) => {
    expect(() => textAfter(ROUTES, { kind: 'set-field', resource, path, value: 1 })).toThrow(words);
  });

  it('refuses to change a resource whose document is broken', () => {
    const good = contextOf(ROUTES);
    const stale = good.mesh.resources.map((resource) => ({ ...resource, stale: true }));
    const context = { ...good, mesh: { ...good.mesh, byId: new Map(stale.map((each) => [each.id, each])) } };
    expect(() =>
      planOperation(context, { kind: 'set-field', resource: ID, path: ['spec', 'x'], value: 1 }),
    ).toThrow(/cannot be read now/);
  });

  it('makes several as one, each on what the last one left', () => {
    const text = textAfter(ROUTES, {
      kind: 'all',
      label: 'Swap',
      operations: [
        { kind: 'rename-resource', resource: ID, name: 'basket' },
        { kind: 'remove-field', resource: 'VirtualService/shop/basket', path: ['spec', 'http', 0] },
        {
          kind: 'set-field',
          resource: 'VirtualService/shop/basket',
          path: ['spec', 'http', 0, 'name'],
          value: 'only',
        },
      ],
    });
    expect(text).toContain('name: basket');
    expect(text).toContain('    - name: only   # the rest\n');
    expect(text).not.toContain('name: first');
  });
});
