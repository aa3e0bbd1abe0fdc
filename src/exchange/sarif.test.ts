import { expect, it } from 'vitest';
import { checkWorkspace, type Problem } from '../checks/index.ts';
import { linkMesh } from '../istio/index.ts';
import { parseDocument, splitDocuments } from '../yaml/index.ts';
import { sarif } from './sarif.ts';

const problemsIn = (path: string, text: string): readonly Problem[] =>
  checkWorkspace(
    linkMesh([{ path, documents: splitDocuments(text).map((slice) => parseDocument(slice.text)) }]),
  );

const BAD =
  'apiVersion: networking.istio.io/v1\nkind: Sidecar\nmetadata: {name: a, namespace: shop}\nspec: {egres: [], outboundTrafficPolicy: {mode: ALLOW_ANY}}\n';

interface Run {
  readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
  readonly results: readonly { readonly ruleId: string; readonly ruleIndex: number }[];
}
const runOf = (problems: readonly Problem[]): Run => (sarif(problems, '1.2.3') as { runs: [Run] }).runs[0];

it('tells of a problem with its rule, its place and its resource', () => {
  expect(sarif(problemsIn('mesh/a b.yaml', BAD), '1.2.3')).toMatchObject({
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            version: '1.2.3',
            rules: [
              { id: 'MW0201', defaultConfiguration: { level: 'error' }, properties: { tags: ['IST0106'] } },
            ],
          },
        },
        columnKind: 'utf16CodeUnits',
        results: [
          {
            ruleId: 'MW0201',
            level: 'error',
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: 'mesh/a%20b.yaml' },
                  region: { startLine: 4, startColumn: 8, endLine: 4, endColumn: 13 },
                },
                logicalLocations: [{ fullyQualifiedName: 'Sidecar/shop/a' }],
              },
            ],
          },
        ],
      },
    ],
  });
});

it('names each rule once, and each result by its index', () => {
  const { tool, results } = runOf(
    problemsIn('a.yaml', [BAD, 'a: [\n', BAD.replace('name: a', 'name: b')].join('---\n')),
  );
  const ids = tool.driver.rules.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(results.map(({ ruleIndex }) => ids[ruleIndex])).toEqual(results.map(({ ruleId }) => ruleId));
  expect(results.length).toBeGreaterThan(ids.length);
});

it('says of each result whether the cluster refuses it', () => {
  const taken = BAD.replace('egres: []', "egress: [{hosts: ['*/*', a/b.example]}]");
  const { results } = runOf(problemsIn('a.yaml', [BAD, taken].join('---\n').replace('name: a', 'name: b')));
  expect(results).toContainEqual(
    expect.objectContaining({ ruleId: 'MW0201', properties: { rejected: true } }),
  );
  expect(results).toContainEqual(
    expect.objectContaining({ ruleId: 'MW0814', properties: { rejected: false } }),
  );
});

it('keeps a fingerprint when lines shift', () => {
  const prints = (text: string) =>
    runOf(problemsIn('a.yaml', text)).results.map(
      (result) => (result as unknown as { partialFingerprints: object }).partialFingerprints,
    );
  expect(prints(`# a comment\n\n${BAD}`)).toEqual(prints(BAD));
});

it.each([
  ['C:\\mesh\\a.yaml', 'C:/mesh/a.yaml'],
  ['what?#.yaml', 'what%3F%23.yaml'],
])('writes the path %s as %s', (path, uri) => {
  expect(JSON.stringify(sarif(problemsIn(path, BAD), ''))).toContain(`"uri":"${uri}"`);
});

it('is a run without results where there are no problems', () => {
  expect(runOf([])).toMatchObject({ results: [], tool: { driver: { rules: [] } } });
});
