import { expect, it } from 'vitest';
import { linkMesh } from '../../istio/index.ts';
import { planOperation } from '../../operations/index.ts';
import { applyChanges } from '../../text/index.ts';
import { parseDocument, splitDocuments } from '../../yaml/index.ts';
import { checkWorkspace } from '../checker.ts';

const meshOf = (path: string, text: string) =>
  linkMesh([{ path, documents: splitDocuments(text).map((slice) => parseDocument(slice.text)) }]);
const problemsIn = (path: string, text: string): readonly string[] =>
  checkWorkspace(meshOf(path, text)).map(
    ({ code, severity, line, column, message }) => `${line}:${column} ${severity} ${code} ${message}`,
  );

const TEXT = `# ours
request: { from: shop, url: http://a.example/ }
load: { rate: 10 }
behaviours:
- where: { endpoint: eu-1 }
  script:
  - { from: 1s, to: 5s, answer: 503 }
expect:
- { errors: under 1%, while: eu-2 }
`;

it('what of a scenario is not read is told where it stands', () => {
  const found = problemsIn('down.load.yaml', TEXT);
  expect(found[0]).toMatch(/^7:7 warning MW4201 An item of "script" says what is otherwise/);
  expect(found[1]).toMatch(
    /^7:25 warning MW4201 An item of "script" has no "answer".* Did you mean "answers"\?$/,
  );
  expect(found[2]).toMatch(/^9:23 warning MW4201 No "script" says that anything happens to "eu-2"/);
  expect(found).toHaveLength(3);
});

it('nothing is told of one that is read, that is begun, or of another file', () => {
  expect(problemsIn('down.load.yaml', TEXT.replace('answer:', 'answers:').replace('eu-2', 'eu-1'))).toEqual(
    [],
  );
  expect(problemsIn('down.load.yaml', '# soon\n')).toEqual([]);
  expect(problemsIn('down.yaml', TEXT).join()).not.toContain('MW4201');
});

it('it holds no resource, whatever it says', () => {
  const text = `${TEXT}kind: Service\napiVersion: v1\nmetadata: { name: a }\n`;
  expect(meshOf('a.load.yaml', text).resources).toEqual([]);
});

it.each([
  ['answer: 503', 'answers: 503'],
  ['load: { rat: 10 }', 'load: { rate: 10 }'],
])('%s is mended', (wrong, right) => {
  const text = TEXT.replace('answer: 503', 'answers: 503').replace('eu-2', 'eu-1').replace(right, wrong);
  const files = [{ path: 'down.load.yaml', text }];
  const mesh = meshOf('down.load.yaml', text);
  const [fix] = checkWorkspace(mesh).flatMap(({ fixes }) => fixes);
  const changes = fix ? planOperation({ files, mesh }, fix.operation).changes : [];
  expect(applyChanges(files, changes).files[0]?.text).toBe(text.replace(wrong, right));
});
