import { expect, it } from 'vitest';
import { after, contextOf } from './operations.testkit.ts';

const HEAD =
  'apiVersion: networking.istio.io/v1\nkind: Sidecar\nmetadata:\n  name: s # ours\n  namespace: shop\n';
const SPEC = 'spec:\n  egress: [{ hosts: ["./*"] }]\n';
const hiding = (code: string, annotations = ''): string | undefined =>
  after(contextOf({ 'a.yaml': HEAD + annotations + SPEC }), {
    kind: 'suppress',
    resource: 'Sidecar/shop/s',
    code,
  })['a.yaml'];
const annotation = (line: string): string => `  annotations:\n    ${line}\n`;

it.each([
  ['a code of istioctl', 'IST0110', '', 'galley.istio.io/analyze-suppress: IST0110'],
  ['a code of Kiali', 'KIA0003', '', 'kiali.io/ignore-validations: KIA0003'],
  ['a code of ours', 'MW2105', '', 'meshwright.io/suppress: MW2105'],
  [
    'one more',
    'IST0110',
    'galley.istio.io/analyze-suppress: IST0101 # known',
    'galley.istio.io/analyze-suppress: IST0101,IST0110 # known',
  ],
  ...['IST0110', '"*"'].map((codes): [string, string, string, string] => {
    const line = `galley.istio.io/analyze-suppress: ${codes}`;
    return [`what ${codes} hides already`, 'IST0110', line, line];
  }),
])('hides %s', (_, code, before, line) => {
  expect(hiding(code, before && annotation(before))).toBe(HEAD + annotation(line) + SPEC);
});
