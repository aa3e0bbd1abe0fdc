import { describe, expect, it } from 'vitest';
import { linkMesh } from '../istio/index.ts';
import { applyChanges } from '../text/index.ts';
import { planOperation } from '../operations/index.ts';
import { parseDocument, splitDocuments } from '../yaml/index.ts';
import { createChecker, suppressionsFor } from './index.ts';
import { check } from './check.testkit.ts';
import { oneLine, service } from './linked/linked.testkit.ts';

const route = (metadata = ''): string =>
  [
    service('shop/web', 80),
    `VirtualService shop/v { hosts: [web], http: [{ route: [{ destination: { host: wbe }, weight: 5 }] }] } ${metadata && `| ${metadata}`}`,
  ]
    .map(oneLine)
    .join('---\n');
const annotated = (name: string, value: string): string => route(`annotations: { ${name}: "${value}" }`);
const codes = (files: Parameters<typeof check>[0]): readonly string[] => check(files).map(({ code }) => code);

// MW1001 is KIA1104; MW2001 is IST0101 and KIA1101.
describe('what nobody wants to hear of', () => {
  it.each([
    ['nothing', route(), ['MW1001', 'MW2001']],
    ["istioctl's code", annotated('galley.istio.io/analyze-suppress', 'IST0001, IST0101'), ['MW1001']],
    ["all of istioctl's", annotated('galley.istio.io/analyze-suppress', '*'), ['MW1001']],
    ["Kiali's code", annotated('kiali.io/ignore-validations', 'KIA1104'), ['MW2001']],
    ["all of Kiali's", annotated('kiali.io/ignore-validations', ''), []],
    ['our code', annotated('meshwright.io/suppress', 'MW2001'), ['MW1001']],
    [
      "our code in istioctl's annotation",
      annotated('galley.istio.io/analyze-suppress', 'MW1001'),
      ['MW2001'],
    ],
    ['all of ours', annotated('meshwright.io/suppress', '*'), []],
    ['another code', annotated('galley.istio.io/analyze-suppress', 'IST010'), ['MW1001', 'MW2001']],
  ])('%s', (_, text, left) => expect(codes(text).toSorted()).toEqual(left));

  it.each([
    ['IST0101', ['MW1001']],
    ['IST0101=VirtualService v.shop', ['MW1001']],
    ['KIA1*=VirtualService *', []],
    ['*=Gateway *', ['MW1001', 'MW2001']],
    ['MW2001=VirtualService v.back', ['MW1001', 'MW2001']],
    ['IST.101', ['MW1001', 'MW2001']],
  ])('by the settings: %s', (entry, left) => {
    const files = { 'a.yaml': route(), 'meshwright.config.yaml': `suppress: ["${entry}"]\n` };
    expect(codes(files).toSorted()).toEqual(left);
  });

  it('is shown when it is asked for', () => {
    const text = annotated('galley.istio.io/analyze-suppress', 'IST0101');
    const mesh = linkMesh([
      { path: 'a.yaml', documents: splitDocuments(text).map((slice) => parseDocument(slice.text)) },
    ]);
    const checker = createChecker();
    const hidden = checker.check(mesh, { suppressed: 'only' });
    expect(hidden.map(({ code }) => code)).toEqual(['MW2001']);
    expect(checker.check(mesh).map(({ code }) => code)).toEqual(['MW1001']);
  });
});

describe('the ways to hide a problem', () => {
  const text = route();
  const documents = splitDocuments(text).map((slice) => parseDocument(slice.text));
  const mesh = linkMesh([{ path: 'a.yaml', documents }]);
  const problem = createChecker()
    .check(mesh)
    .find(({ code }) => code === 'MW2001');
  const ways = problem ? suppressionsFor(problem, mesh.settings) : [];

  it('go from here to everywhere', () => {
    expect(ways.map(({ title }) => title)).toEqual([
      'Hide MW2001 on v',
      'Hide IST0101 on v, for istioctl too',
      'Hide KIA1101 on v, for Kiali too',
      'Hide MW2001 everywhere',
    ]);
  });

  it.each(ways)('$title, and it is gone', ({ operation }) => {
    const context = { files: [{ path: 'a.yaml', text }], mesh };
    const { files } = applyChanges(context.files, planOperation(context, operation).changes);
    expect(codes(Object.fromEntries(files.map((file) => [file.path, file.text])))).toEqual(['MW1001']);
  });
});
