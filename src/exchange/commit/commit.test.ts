import { describe, expect, it } from 'vitest';
import { resourceChanges } from '../changes/resource-changes.ts';
import { summaryOfChanges } from '../changes/summary.ts';
import { commitMessage } from './commit-message.ts';
import { kubectlCommands, type KubectlOptions } from './kubectl.ts';

const service = (name: string, timeout: string, namespace = 'shop') =>
  `apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata:\n  name: ${name}\n${namespace && `  namespace: ${namespace}\n`}spec:\n  hosts: [${name}]\n  http:\n    - timeout: ${timeout}\n      route: [{ destination: { host: ${name} } }]\n`;
type Texts = Readonly<Record<string, string>>;
const files = (texts: Texts) => Object.entries(texts).map(([path, text]) => ({ path, text }));
const message = (before: Texts, after: Texts) =>
  commitMessage(
    resourceChanges(files(before), files(after))?.resources ?? [],
    summaryOfChanges(files(before), files(after)).files,
  );
const kubectl = (before: Texts, after: Texts, options: KubectlOptions) =>
  kubectlCommands(resourceChanges(files(before), files(after))?.resources ?? [], files(after), options);

describe('commitMessage', () => {
  it.each<[string, Texts, Texts, string]>([
    ['nothing', { a: 'x: 1\n' }, { a: 'x: 1\n' }, ''],
    [
      'one sentence is the subject',
      { 'a.yaml': service('cart', '3s') },
      { 'a.yaml': service('cart', '5s') },
      'chore(cart): all requests: timeout 3s → 5s\n',
    ],
    [
      'a sentence that is too long is cut to what it comes to',
      {
        'a.yaml': service('a-service-with-quite-a-long-name', '3s').replace(
          '- timeout',
          '- match: [{ uri: { prefix: /v2/data } }]\n      timeout',
        ),
      },
      {
        'a.yaml': service('a-service-with-quite-a-long-name', '5s').replace(
          '- timeout',
          '- match: [{ uri: { prefix: /v2/data } }]\n      timeout',
        ),
      },
      'chore(a-service-with-quite-a-long-name): timeout 3s → 5s\n\nVirtualService a-service-with-quite-a-long-name in shop (a.yaml)\n- Requests whose path begins with /v2/data: timeout 3s → 5s\n',
    ],
    [
      'a new resource',
      {},
      { 'a.yaml': service('cart', '3s') },
      'feat(cart): add VirtualService cart\n\nVirtualService cart in shop (a.yaml): new\n',
    ],
    [
      'several of a namespace',
      { 'a.yaml': `${service('cart', '3s')}---\n${service('pay', '3s')}` },
      { 'a.yaml': `${service('cart', '5s')}---\n${service('ship', '3s').replaceAll('v1', 'v1beta1')}` },
      'feat(shop): change 3 VirtualServices\n\nVirtualService cart in shop (a.yaml)\n- All requests: timeout 3s → 5s\n',
    ],
    [
      'a name',
      { 'a.yaml': service('cart', '3s') },
      { 'a.yaml': service('cart', '3s').replace('name: cart', 'name: basket') },
      'refactor(basket): name cart → basket\n',
    ],
    [
      'a move',
      { 'a.yaml': service('cart', '3s') },
      { 'b.yaml': service('cart', '3s') },
      'refactor(cart): move VirtualService cart to b.yaml',
    ],
    [
      'comments',
      { 'a.yaml': service('cart', '3s') },
      { 'a.yaml': `# why\n${service('cart', '3s')}` },
      'style(cart): tidy 1 VirtualService',
    ],
    [
      'no resource at all',
      { 'a.expect.yaml': 'a: 1\n' },
      { 'a.expect.yaml': 'a: 2\n' },
      'chore: change a.expect.yaml\n',
    ],
  ])('%s', (_, before, after, words) => {
    expect(message(before, after).slice(0, words.length || 1)).toBe(words);
  });

  it('keeps to the lengths of lines', () => {
    const many = (seconds: number) =>
      Object.fromEntries(
        Array.from({ length: 12 }, (_, n) => [
          `mesh/a-rather-long-folder-${n}/cart.yaml`,
          service(`cart-with-a-long-name-${n}`, `${seconds}s`),
        ]),
      );
    const lines = message(many(3), many(5)).split('\n');
    expect(lines[0]).toBe('chore(shop): change 12 VirtualServices');
    expect(lines[1]).toBe('');
    for (const line of lines)
      expect(line.length <= 72 || !line.slice(2).trim().includes(' '), line).toBe(true);
  });

  it('keeps a number and its per cent together, wherever a line ends', () => {
    const split = (host: string, first: number) => ({
      'a.yaml': service('cart', '3s').replace(
        '[{ destination: { host: cart } }]',
        `[{ destination: { host: ${host} }, weight: ${first} }, { destination: { host: b }, weight: ${100 - first} }]`,
      ),
    });
    for (let length = 1; length <= 40; length++) {
      const host = 'a'.repeat(length);
      const told = message(split(host, 90), split(host, 70));
      expect(told).toContain('70 %');
      expect(told).not.toMatch(/^ *%/m);
    }
  });

  it('names the files beside the resources', () => {
    const before = { 'a.yaml': service('cart', '3s'), 'kustomization.yaml': 'resources: [a.yaml]\n' };
    const after = { 'a.yaml': service('cart', '5s'), 'kustomization.yaml': 'resources: [a.yaml, b.yaml]\n' };
    expect(message(before, after)).toContain('\n\nOther files:\n- kustomization.yaml: changed\n');
  });
});

describe('kubectlCommands', () => {
  const [one, other] = [service('cart', '3s'), service('cart', '5s')];

  it.each<[string, Texts, Texts, KubectlOptions, string]>([
    [
      'a file',
      { 'my mesh.yaml': one },
      { 'my mesh.yaml': other },
      { verb: 'apply', from: 'files' },
      "kubectl apply -f 'my mesh.yaml'\n",
    ],
    [
      'a resource',
      { a: one },
      { a: other },
      { verb: 'diff', from: 'here' },
      `kubectl diff -f - <<'EOF'\n${other}EOF\n`,
    ],
    [
      'what is gone',
      { a: one },
      {},
      { verb: 'apply', from: 'files' },
      'kubectl delete virtualservice.networking.istio.io cart -n shop --ignore-not-found\n',
    ],
    ['comments', { a: one }, { a: `# x\n${one}` }, { verb: 'apply', from: 'files' }, ''],
    ['a move', { a: one }, { b: one }, { verb: 'apply', from: 'files' }, ''],
    [
      'no namespace',
      {},
      { a: service('cart', '3s', '') },
      { verb: 'apply', from: 'files' },
      "# Without a namespace in the files, so kubectl's own counts (or add -n): VirtualService cart\nkubectl apply -f a\n",
    ],
    [
      'Kustomize’s own file',
      { 'kustomization.yaml': 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n' },
      {
        'kustomization.yaml':
          'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [a]\n',
      },
      { verb: 'apply', from: 'files' },
      '',
    ],
  ])('%s', (_, before, after, options, commands) => {
    expect(kubectl(before, after, options)).toBe(commands);
  });

  it('brings a patch by the overlay that merges it', () => {
    const over = { 'over/kustomization.yaml': 'resources: [../base]\npatches:\n- path: p.yaml\n' };
    const before = { ...over, 'base/a.yaml': one, 'over/p.yaml': one };
    const after = { ...over, 'base/a.yaml': other, 'over/p.yaml': other };
    expect(kubectl(before, after, { verb: 'diff', from: 'files' })).toBe(
      'kubectl diff -f base/a.yaml\n# Patches take effect through the folders that merge them, after they are saved there:\nkubectl diff -k over\n',
    );
    expect(message(before, after)).toMatch(/^chore\(cart\): change VirtualService cart and patch of Virtual/);
    expect(message(before, after)).toContain('\nPatch of VirtualService cart in shop (over/p.yaml)\n');
  });

  it('only tells of deletions where it compares', () => {
    expect(kubectl({ a: one }, {}, { verb: 'diff', from: 'files' })).toMatch(/^# .*\n# kubectl delete /);
  });

  it('brings only the documents that changed, whatever they hold, as one stream', () => {
    const before = `${service('pay', '1s')}---\n${one}`;
    const quoted =
      '{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "c"}, "data": {"a": "x\nEOF\ny"}}\n';
    const after = `${service('pay', '1s')}---\n${other}---\n${quoted}`;
    const text = kubectl({ a: before }, { a: after }, { verb: 'apply', from: 'here' });
    expect(text).toContain("<<'EOF_'\n");
    expect(text).not.toContain('name: pay');
    expect(text.endsWith('\nEOF_\n')).toBe(true);
  });
});
