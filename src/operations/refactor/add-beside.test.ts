import { describe, expect, it } from 'vitest';
import { addCanary } from './canary/canary.ts';
import { refactored } from './refactor.testkit.ts';
import { originateTls } from './tls/tls-origination.ts';
import { extractDelegate } from './virtual-service/extract-delegate.ts';
import type { Refactoring } from './types.ts';

const entry = (name: string) => `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: ${name}, namespace: shop}
spec:
  hosts: [${name}.example]
  ports: [{number: 80, name: http, protocol: HTTP}, {number: 443, name: https, protocol: HTTPS}]
  resolution: DNS
`;
const routes = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: pay, namespace: shop}
spec:
  hosts: [pay.example]
  http:
  - match: [{uri: {prefix: /v2/a}}]
    route: [{destination: {host: pay.example}}]
  - route: [{destination: {host: pay.example}}]
`;
const KINDS = /^shop\/[a-z0-9-]+-(serviceentry|virtualservice|destinationrule)\.yaml$/;

const kept = {
  'other/readme.yaml': '# none\n',
  'shop/api-serviceentry.yaml': entry('api'),
  'shop/pay-serviceentry.yaml': entry('pay'),
  'shop/pay-virtualservice.yaml': routes,
  'shop/kustomization.yaml':
    'resources:\n- api-serviceentry.yaml\n- pay-serviceentry.yaml\n- pay-virtualservice.yaml\n',
};

describe('what a refactoring makes', () => {
  it.each<[Refactoring, string]>([
    [addCanary, 'VirtualService/shop/pay'],
    [originateTls, 'ServiceEntry/shop/pay'],
    [extractDelegate, 'VirtualService/shop/pay'],
  ])(
    'goes to files that are named like their neighbours, and kustomizations follow',
    (refactoring, resource) => {
      const { changed, texts } = refactored(kept, refactoring, { resource });
      const fresh = Object.keys(changed).filter((path) => !(path in kept));
      expect(fresh).not.toEqual([]);
      for (const path of fresh) {
        expect(path).toMatch(KINDS);
        expect(texts[path]?.split('---').length).toBe(1);
        expect(texts['shop/kustomization.yaml']).toContain(`- ${path.slice('shop/'.length)}\n`);
      }
    },
  );

  it('goes to the file of what it belongs to where there is no such habit', () => {
    const all = { 'a.yaml': [entry('api'), entry('pay'), routes].join('---\n') };
    expect(Object.keys(refactored(all, originateTls, { resource: 'ServiceEntry/shop/pay' }).changed)).toEqual(
      ['a.yaml'],
    );
  });
});
