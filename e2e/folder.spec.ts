import { expect, test } from './app.ts';
import { Checkout, type Disk } from './folder.ts';

const cart =
  '\ufeff# ours\r\napiVersion: networking.istio.io/v1\r\nkind: VirtualService\r\nmetadata: {name: cart, namespace: shop}\r\n' +
  'spec:\r\n  hosts: [cart.example]\r\n  http:\r\n  - timeout: 3s   # as agreed\r\n    route:\r\n    - destination: {host: cart.example}\r\n';
const entry = (name: string, port: number) =>
  `apiVersion: networking.istio.io/v1\nkind: ServiceEntry\nmetadata:\n  name: ${name}\n  namespace: shop\nspec:\n  hosts:\n  - ${name}.example\n` +
  `  ports:\n  - number: ${port}\n    name: https\n    protocol: HTTPS\n  resolution: DNS\n`;

const checkout: Disk = {
  '.gitignore': 'rendered/\n',
  'README.md': '# The shop\n',
  'base/cart.yaml': cart,
  'base/kustomization.yaml': 'resources:\n- cart.yaml # first\n',
  'chart/Chart.yaml': 'apiVersion: v2\nname: shop\n',
  'chart/templates/gateway.yaml': 'kind: Gateway\nmetadata:\n  name: {{ .Values.name }}\n',
  'entries/api.yaml': entry('api', 443),
  'entries/pay.yaml': entry('pay', 443),
  'rendered/all.yaml': entry('rendered', 443),
};

async function openRepo(page: import('@playwright/test').Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: /command/i }).fill('open a folder');
  await page.keyboard.press('Enter');
}
