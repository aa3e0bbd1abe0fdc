import { describe, expect, it } from 'vitest';
import { RefusedError } from '../yaml/index.ts';
import { openWorkspace } from './open-workspace.ts';

const RULE = `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: cart}
spec:
  host: cart.example   # all of it
`;
const OTHER = 'kind: ConfigMap\napiVersion: v1\nmetadata: {name: other, namespace: shop}\ndata: {a: "1"}\n';
const files = [
  { path: 'rule.yaml', text: RULE },
  { path: 'other.yaml', text: OTHER },
];

describe('openWorkspace', () => {
  it('lists files and resources as they are', () => {
    const workspace = openWorkspace(files);
    expect(workspace.files()).toEqual(files);
    expect(workspace.resources()).toMatchObject([
      { id: 'DestinationRule//cart', modelled: true, file: 'rule.yaml', document: 0 },
      { id: 'ConfigMap/shop/other', modelled: false, value: { data: { a: '1' } } },
    ]);
  });

  it('makes edits, returns them, and what follows is up to date', () => {
    const workspace = openWorkspace(files);
    const edits = workspace.set('DestinationRule/cart', 'spec.host', 'b.example');
    const from = RULE.indexOf('cart.example');
    expect(edits).toEqual([{ path: 'rule.yaml', from, to: from + 12, insert: 'b.example' }]);
    expect(workspace.files()[0]?.text).toBe(RULE.replace('cart.example', 'b.example'));
    expect(workspace.topology().nodes.some(({ label }) => label === 'b.example')).toBe(true);
    expect(workspace.problems().filter(({ severity }) => severity === 'error')).toEqual([]);
    workspace.remove('DestinationRule/cart', 'spec.host');
    expect(workspace.problems().some(({ severity }) => severity === 'error')).toBe(true);
    expect(workspace.set('ConfigMap/shop/other', 'data.a', '1')).toEqual([]);
  });

  it.each([
    ['a resource that is not there', 'DestinationRule/shop/cart', 'spec.host', 'x'],
    ['what is no path', 'DestinationRule/cart', 'spec[', 'x'],
    ['an index beyond the list', 'ConfigMap/shop/other', 'list[1]', 'x'],
    ['what is no data', 'DestinationRule/cart', 'spec.host', new Date() as never],
    ['a number that YAML and JSON do not share', 'DestinationRule/cart', 'spec.host', NaN],
  ])('refuses %s and leaves the text', (_, resource, path, value) => {
    const workspace = openWorkspace(files);
    expect(() => workspace.set(resource, path, value)).toThrow(RefusedError);
    expect(workspace.files()).toEqual(files);
  });

  it('keeps to data that names the language’s own', () => {
    const workspace = openWorkspace(files);
    const value = JSON.parse('{"__proto__": {"polluted": "yes"}}') as object;
    workspace.set('ConfigMap/shop/other', 'data.x', value as never);
    expect(({} as { polluted?: string }).polluted).toBe(undefined);
    expect(workspace.files()[1]?.text).toContain('__proto__');
  });

  it('takes a MeshConfig as an object, as text, or in its ConfigMap', () => {
    for (const meshConfig of [
      { rootNamespace: 'root' },
      'rootNamespace: root\n',
      'kind: ConfigMap\napiVersion: v1\nmetadata: {name: istio}\ndata:\n  mesh: |\n    rootNamespace: root\n',
      undefined,
      '',
    ]) {
      expect(openWorkspace(files, { meshConfig, dnsCapture: true }).files()).toEqual(files);
    }
    expect(() => openWorkspace(files, { meshConfig: 'a: [' })).toThrow(/meshConfig cannot be read/);
    expect(() => openWorkspace(files, { meshConfig: '- 1' })).toThrow(/must be an object/);
  });

  it('follows the settings file among the files, and what is given more than that', () => {
    const config = (version: string) => ({
      path: 'meshwright.config.yaml',
      text: `targetVersion: "${version}"\nassume:\n- {kind: Service, namespace: shop, name: till, ports: [80]}\n`,
    });
    const newer = {
      path: 'newer.yaml',
      text: 'apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: till, namespace: shop}\nspec:\n  host: till\n  trafficPolicy:\n    connectionPool: {http: {http2KeepAlive: {interval: 5s}}}\n',
    };
    const codes = (version: string, settings = {}) =>
      openWorkspace([newer, config(version)], settings)
        .problems()
        .map(({ code }) => code);
    expect(codes('1.30')).toContain('MW0219');
    expect(codes('1.31')).not.toContain('MW0219');
    expect(codes('1.30', { targetVersion: '1.32' })).not.toContain('MW0219');
    expect(() => openWorkspace([], { targetVersion: '0.9' })).toThrow(/targetVersion must be one of 1\.24/);

    const workspace = openWorkspace([newer, config('1.32')]);
    expect(workspace.topology().nodes.map(({ id }) => id)).toContain('Service/shop/till');
    workspace.set('Service/shop/till', 'spec.ports[0]', 8080);
    expect(workspace.files()[1]?.text).toContain('ports: [8080]');
  });

  it('says what it was given wrongly', () => {
    expect(() => openWorkspace([files[0], files[0]] as never)).toThrow(/Two files have the path rule\.yaml/);
    expect(() => openWorkspace([{ path: 'a' }] as never)).toThrow(/each \{ path: string, text: string \}/);
  });
});
