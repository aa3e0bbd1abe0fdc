import { expect, it } from 'vitest';
import { meshOf } from '../istio/mesh.testkit.ts';
import { policiesFor, policiesTargeting } from './policies-for.ts';

const policy = (kind: string, name: string, namespace: string, spec = ''): string =>
  `{apiVersion: ${kind === 'Sidecar' ? 'networking' : 'security'}.istio.io/v1, kind: ${kind}, metadata: {name: ${name}, namespace: ${namespace}}, spec: {${spec}}}\n`;
const PICKS = 'selector: {matchLabels: {app: till}}';

it.each<[string, readonly string[], readonly string[]]>([
  [
    'a Sidecar that picks it, and no wider one',
    [
      policy('Sidecar', 'picks', 'shop', 'workloadSelector: {labels: {app: till}}'),
      policy('Sidecar', 'wide', 'shop'),
      policy('Sidecar', 'root', 'istio-system'),
    ],
    ['picks'],
  ],
  [
    'the Sidecar of its namespace before that of the mesh',
    [policy('Sidecar', 'wide', 'shop'), policy('Sidecar', 'root', 'istio-system')],
    ['wide'],
  ],
  ['the Sidecar of the mesh', [policy('Sidecar', 'root', 'istio-system')], ['root']],
  [
    'no Sidecar of the root namespace that picks workloads there',
    [policy('Sidecar', 'root', 'istio-system', 'workloadSelector: {labels: {app: till}}')],
    [],
  ],
  [
    'the PeerAuthentication that says its mode, and no wider one',
    [
      policy('PeerAuthentication', 'picks', 'shop', `${PICKS}, mtls: {mode: STRICT}`),
      policy('PeerAuthentication', 'wide', 'shop', 'mtls: {mode: DISABLE}'),
    ],
    ['picks'],
  ],
  [
    'wider PeerAuthentications where the narrow one leaves the mode to them',
    [
      policy('PeerAuthentication', 'picks', 'shop', `${PICKS}, mtls: {mode: UNSET}`),
      policy('PeerAuthentication', 'wide', 'shop', 'mtls: {mode: STRICT}'),
      policy('PeerAuthentication', 'root', 'istio-system', 'mtls: {mode: DISABLE}'),
    ],
    ['picks', 'wide'],
  ],
  [
    'the older of two PeerAuthentications',
    [policy('PeerAuthentication', 'one', 'shop'), policy('PeerAuthentication', 'two', 'shop')],
    ['one'],
  ],
  [
    'all AuthorizationPolicies, those of the root namespace that pick it included',
    [
      policy('AuthorizationPolicy', 'picks', 'shop', PICKS),
      policy('AuthorizationPolicy', 'wide', 'shop'),
      policy('AuthorizationPolicy', 'root', 'istio-system'),
      policy('AuthorizationPolicy', 'root-picks', 'istio-system', PICKS),
      policy('AuthorizationPolicy', 'other', 'depot'),
    ],
    ['picks', 'wide', 'root', 'root-picks'],
  ],
  [
    'none that picks others',
    [policy('AuthorizationPolicy', 'one', 'shop', 'selector: {matchLabels: {app: till, tier: x}}')],
    [],
  ],
  [
    'none for what targetRefs name',
    [policy('RequestAuthentication', 'one', 'shop', 'targetRefs: [{kind: Service, name: till}]')],
    [],
  ],
])('policies for a workload: %s', (_, documents, expected) => {
  const mesh = meshOf(documents.join('---\n'));
  expect(policiesFor(mesh, { app: 'till', version: 'v1' }, 'shop').map(({ name }) => name)).toEqual(expected);
});

it('those that name a Service in targetRefs, of its own namespace', () => {
  const service = '{apiVersion: v1, kind: Service, metadata: {name: till, namespace: shop}}\n';
  const refs = 'targetRefs: [{kind: Service, name: till}, {kind: Service, name: stock}]';
  const mesh = meshOf(
    [
      service,
      policy('AuthorizationPolicy', 'named', 'shop', refs),
      policy('RequestAuthentication', 'single', 'shop', 'targetRef: {kind: Service, name: till}'),
      policy('AuthorizationPolicy', 'far', 'depot', refs),
      policy('AuthorizationPolicy', 'picks', 'shop', PICKS),
    ].join('---\n'),
  );
  const till = mesh.byId.get('Service/shop/till');
  expect(till && policiesTargeting(mesh, till).map(({ name }) => name)).toEqual(['named', 'single']);
});
