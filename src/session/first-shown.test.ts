import { expect, it } from 'vitest';
import { firstShown } from './first-shown.ts';

const file = (path: string, text: string) => ({ path, text });
const kustomization = file('kustomization.yaml', 'resources:\n- shop.yaml\n');
const chart = file('chart/Chart.yaml', 'apiVersion: v2\nname: shop\n');
const service = file('service.yaml', 'apiVersion: v1\nkind: Service\n');
const policy = file('policy.yaml', 'apiVersion: security.istio.io/v1\nkind: PeerAuthentication\n');
const routes = file(
  'routes.yaml',
  '# ours\r\napiVersion: "networking.istio.io/v1"\r\nkind: VirtualService\r\n',
);
const list = file(
  'list.yaml',
  'apiVersion: v1\nkind: List\nitems:\n- apiVersion: networking.istio.io/v1beta1\n  kind: Gateway\n',
);

it.each([
  [[], null],
  [[kustomization, chart], 'kustomization.yaml'],
  [[kustomization, chart, service], 'service.yaml'],
  [[chart, service, policy], 'policy.yaml'],
  [[kustomization, service, policy, routes], 'routes.yaml'],
  [[kustomization, list, routes], 'list.yaml'],
] as const)(
  'of %# what routes traffic is shown first, and the first file where nothing does',
  (files, path) => {
    expect(firstShown(files)).toBe(path);
  },
);
