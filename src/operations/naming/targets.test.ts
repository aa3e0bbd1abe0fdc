import { describe, expect, it } from 'vitest';
import type { Referrals } from '../delete-resource.ts';
import { after, contextOf } from '../operations.testkit.ts';
import { namingsByName, namingsOf } from './namings.ts';
import { redirectTargets } from './redirect-targets.ts';

const CART = 'apiVersion: v1\nkind: Service\nmetadata: {name: cart, namespace: shop}\n';
const PAY = `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: pay, namespace: shop}
spec: {hosts: [pay.example]}
`;
const DOOR = `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: door, namespace: shop}
`;
/** One policy for all three, with a comment at each. */
const WHO = `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: who, namespace: shop}
spec:
  targetRefs:
  - kind: Service   # ours
    group: ""
    name: "cart"
  - {kind: ServiceEntry, group: networking.istio.io, name: pay}   # theirs
  - kind: Gateway
    group: gateway.networking.k8s.io
    name: door
`;
/** Policies for one thing each, and one of the same name elsewhere. */
const JWT = `apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: {name: jwt, namespace: shop}
spec:
  targetRef: {kind: Service, group: core, name: cart}
`;
const FAR = WHO.replace('namespace: shop', 'namespace: depot');
const CODE = `apiVersion: extensions.istio.io/v1alpha1
kind: WasmPlugin
metadata: {name: code, namespace: shop}
spec:
  targetRefs:
  - {kind: Service, group: "", name: cart}
`;
const FILES = {
  'shop.yaml': [CART, PAY, DOOR].join('---\n'),
  'who.yaml': WHO,
  'jwt.yaml': JWT,
  'far.yaml': FAR,
  'code.yaml': CODE,
};
const all = contextOf(FILES);
const IDS = {
  cart: 'Service/shop/cart',
  pay: 'ServiceEntry/shop/pay',
  door: 'Gateway.gateway.networking.k8s.io/shop/door',
};

const changed = (texts: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(texts).filter(([path, text]) => FILES[path as keyof typeof FILES] !== text),
  );
const rename = (resource: string, name: string) =>
  changed(after(all, { kind: 'rename-resource', resource, name }));
const without = (resource: string, referrals: Referrals, context = all) =>
  changed(after(context, { kind: 'delete-resource', resource, referrals }));

describe('what targetRefs name', () => {
  it.each([
    [IDS.cart, ['who spec.targetRefs.0.name', 'jwt spec.targetRef.name', 'code spec.targetRefs.0.name']],
    [IDS.pay, ['who spec.targetRefs.1.name']],
    [IDS.door, ['who spec.targetRefs.2.name']],
  ])('is %s', (resource, places) => {
    const found = namingsOf(all.mesh, { resource });
    expect(
      found.map(({ from, path }) => `${from.slice(from.lastIndexOf('/') + 1)} ${path.join('.')}`),
    ).toEqual(places);
    expect(namingsByName(all.mesh, { resource })).toEqual(found);
  });

  it('follows where it is renamed, and only in its namespace', () => {
    expect(rename(IDS.cart, 'basket')).toEqual({
      'shop.yaml': FILES['shop.yaml'].replace('cart', 'basket'),
      'who.yaml': WHO.replace('"cart"', '"basket"'),
      'jwt.yaml': JWT.replace('cart', 'basket'),
      'code.yaml': CODE.replace('cart', 'basket'),
    });
    expect(rename(IDS.pay, 'bank')['who.yaml']).toBe(WHO.replace('name: pay', 'name: bank'));
    expect(rename(IDS.pay, 'bank')['shop.yaml']).toContain(
      '{name: bank, namespace: shop}\nspec: {hosts: [pay.',
    );
    expect(rename(IDS.door, 'gate')['who.yaml']).toBe(WHO.replace('door', 'gate'));
  });

  it('goes with what is deleted; a policy that is left without any goes whole', () => {
    expect(without(IDS.cart, 'remove')).toEqual({
      'shop.yaml': [PAY, DOOR].join('---\n'),
      'who.yaml': WHO.replace('  - kind: Service   # ours\n    group: ""\n    name: "cart"\n', ''),
      'jwt.yaml': '',
      'code.yaml': '',
    });
    expect(without(IDS.cart, 'leave')).toEqual({ 'shop.yaml': [PAY, DOOR].join('---\n') });
  });

  it('is led to another kind of thing, and taken out where that is named already', () => {
    expect(without(IDS.pay, { to: IDS.cart })['who.yaml']).toBe(
      WHO.replace('  - {kind: ServiceEntry, group: networking.istio.io, name: pay}   # theirs\n', ''),
    );
    const to = without(IDS.cart, { to: IDS.pay });
    expect(to['jwt.yaml']).toBe(
      JWT.replace(
        'kind: Service, group: core, name: cart',
        'kind: ServiceEntry, group: networking.istio.io, name: pay',
      ),
    );
    expect(to['who.yaml']).toBe(
      WHO.replace('  - kind: Service   # ours\n    group: ""\n    name: "cart"\n', ''),
    );
  });

  it('is not led to another namespace', () => {
    const there = contextOf({ ...FILES, 'there.yaml': CART.replace('namespace: shop', 'namespace: depot') });
    expect(() => without(IDS.cart, { to: 'Service/depot/cart' }, there)).toThrow(
      /AuthorizationPolicy who can only be for something in its own namespace/,
    );
  });

  it('can be another Gateway of the namespace', () => {
    const gate = DOOR.replace('door', 'gate');
    const two = contextOf({
      ...FILES,
      'gate.yaml': `${gate}---\n${gate.replace('namespace: shop', 'namespace: depot')}`,
    });
    const { resources } = redirectTargets(two.mesh, { resource: IDS.door });
    expect(resources.map(({ id }) => id)).toEqual(['Gateway.gateway.networking.k8s.io/shop/gate']);
  });
});
