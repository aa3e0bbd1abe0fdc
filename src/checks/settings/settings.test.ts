import { describe, expect, it } from 'vitest';
import { linkMesh } from '../../istio/index.ts';
import { planOperation } from '../../operations/index.ts';
import { applyChanges } from '../../text/index.ts';
import { parseDocument, splitDocuments } from '../../yaml/index.ts';
import { checkWorkspace } from '../index.ts';

const FILE = 'meshwright.config.yaml';

const linked = (files: Record<string, string>) =>
  linkMesh(
    Object.entries(files).map(([path, text]) => ({
      path,
      documents: splitDocuments(text).map((slice) => parseDocument(slice.text)),
    })),
  );

const problemsOf = (files: Record<string, string>) =>
  checkWorkspace(linked(files)).filter(({ code }) => code.startsWith('MW40'));

const check = (text: string, others: Record<string, string> = {}) => problemsOf({ [FILE]: text, ...others });

const assumed = (entry: string) => `assume:\n- ${entry.replaceAll('\n', '\n  ')}\n`;
const SERVICE = 'apiVersion: v1\nkind: Service\nmetadata: {name: till, namespace: books}\n';

describe('the settings file', () => {
  it.each([
    ['a slip in a key', 'targetversion: "1.29"\n', 'MW4001 targetversion', 'did you mean "targetVersion"?'],
    ['a key of nothing', 'colour: red\n', 'MW4001 colour', 'The settings here are targetVersion,'],
    [
      'a slip deep down',
      'meshConfig:\n  outboundTraficPolicy: {}\n',
      'MW4001 meshConfig.outboundTraficPolicy',
      'outboundTrafficPolicy',
    ],
    [
      'a slip in an assumption',
      assumed('kind: Service\nname: a\nnamespce: b'),
      'MW4001 assume[0].namespce',
      'did you mean "namespace"?',
    ],
    [
      'a slip in a port',
      assumed('kind: Service\nname: a\nports: [{prot: 80}]'),
      'MW4001 assume[0].ports[0].prot',
      'did you mean "port"?',
    ],
    ['an unknown version', 'targetVersion: "1.99"\n', 'MW4002 targetVersion', '"1.24" to "1.32"'],
    ['a version that is none', 'targetVersion: [1]\n', 'MW4002 targetVersion', 'no Istio version'],
    [
      'a text for a boolean',
      'dnsCapture: "true"\n',
      'MW4002 dnsCapture',
      'must be true or false, not the text "true"',
    ],
    [
      'a boolean for a text',
      'meshConfig:\n  defaultConfig:\n    proxyMetadata: {ISTIO_META_DNS_CAPTURE: true}\n',
      'MW4002 meshConfig.defaultConfig.proxyMetadata.ISTIO_META_DNS_CAPTURE',
      'must be text, not true',
    ],
    ['a text for a list', 'knownNamespaces: shop\n', 'MW4002 knownNamespaces', 'must be a list'],
    [
      'a kind that cannot be assumed',
      assumed('kind: Servce\nname: a'),
      'MW4002 assume[0].kind',
      'did you mean Service?',
    ],
    [
      'a mode that is none',
      'meshConfig: {outboundTrafficPolicy: {mode: DENY}}\n',
      'MW4002 meshConfig.outboundTrafficPolicy.mode',
      'REGISTRY_ONLY or ALLOW_ANY',
    ],
    [
      'a port out of range',
      assumed('kind: Service\nname: a\nports: [{port: 70000}]'),
      'MW4002 assume[0].ports[0].port',
      'from 1 to 65535',
    ],
    ['an assumption without a name', assumed('kind: Service'), 'MW4003 assume[0]', 'no name'],
    ['an empty assumption', 'assume:\n- {}\n', 'MW4003 assume[0]', 'no kind and name'],
    [
      'ports of a Deployment',
      assumed('kind: Deployment\nname: a\nports: [80]'),
      'MW4004 assume[0].ports',
      'only a Service has that',
    ],
    [
      'the namespace of a Namespace',
      assumed('kind: Namespace\nname: a\nnamespace: b'),
      'MW4004 assume[0].namespace',
      'in none',
    ],
  ])('tells of %s', (_, text, brief, words) => {
    const found = check(text);
    expect(found.map(({ code, path }) => `${code} ${path}`)).toEqual([brief]);
    expect(found[0]?.message).toContain(words);
    expect(found[0]).toMatchObject({ file: FILE, resource: null });
  });

  it('tells of an assumption that the files make void', () => {
    const text = assumed('kind: Service\nname: till\nnamespace: books');
    expect(check(text)).toEqual([]);
    expect(check(text, { 'a.yaml': SERVICE })).toMatchObject([{ code: 'MW4005', line: 2, column: 3 }]);
  });

  it('tells of a settings file that is not read', () => {
    const found = problemsOf({ [FILE]: 'dnsCapture: true\n', [`deep/${FILE}`]: 'nonsense: 1\n' });
    expect(found).toMatchObject([{ code: 'MW4006', file: `deep/${FILE}` }]);
  });

  it.each([
    [
      'all settings',
      'targetVersion: 1.3\nclusterDomain: a.example\nrootNamespace: r\ndefaultNamespace: d\ndnsCapture: true\nknownNamespaces: [a]\nsuppress: [IST0101]\nassume: []\nmeshConfig: {}\n',
    ],
    ['fields of MeshConfig that came later', 'meshConfig: {somethingAltogetherNew: {a: 1}}\n'],
    [
      'ports as numbers',
      assumed(
        'kind: Service\nname: a\nports: [80, {port: 90, name: http, protocol: HTTP}]\nselector: {app: a}',
      ),
    ],
    ['labels of any name', assumed('kind: Workload\nname: a\nlabels: {knd: x}')],
    ['a Kubernetes object in it', SERVICE],
    ['nothing but comments', '# later\n'],
    ['a value that is still to be typed', 'targetVersion:\nassume:\n'],
  ])('leaves %s alone', (_, text) => expect(check(text)).toEqual([]));

  it.each([
    'targetversion: "1.29"   # soon\n',
    'meshConfig: {outboundTraficPolicy: {mode: ALLOW_ANY}}\n',
    assumed('kind: Servce   # one\nname: a'),
    assumed('kind: Deployment\nname: a\nports: [80]'),
    'targetVersion: "1.99"\n',
    'dnsCapture: "true"\n',
    'knownNamespaces: shop\n',
    `colour: red\n${assumed('kind: Service\nname: a\nports: [{prot: 80}]')}`,
  ])('mends what it can: %j', (text) => {
    for (const problem of check(text)) {
      expect(problem.fixes.length).toBeGreaterThan(0);
      for (const { operation, title } of problem.fixes) {
        const context = { files: [{ path: FILE, text }], mesh: linked({ [FILE]: text }) };
        const { files } = applyChanges(context.files, planOperation(context, operation).changes);
        const after = check(files[0]?.text ?? '');
        expect(
          after.map(({ path }) => path),
          title,
        ).not.toContain(problem.path);
        if (text.includes('#')) expect(files[0]?.text).toContain('#');
      }
    }
  });
});
