import { expect, it } from 'vitest';
import { openMesh, spotNamed } from '../canvas.testkit.ts';
import { problemMark, rowMarks, sameMarks } from './problemMarks.ts';

const TEXT = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: web, namespace: shop}
spec:
  hosts: [web.example]
  http:
  - match: [{uri: {prefix: /cart}}]
    timeout: 0s
    retries: {attempts: -1}
    route: [{destination: {host: cart}}]
  - route: [{destination: {host: web}}]
`;

it('counts the problems of a node, and those of each of its rows', async () => {
  const session = await openMesh(TEXT);
  const { problems, topology } = session.getState().analysis;
  const { node: id } = spotNamed(session, 'VirtualService', 'web');
  const node = topology.nodes.find((candidate) => candidate.id === id)!;
  const [first, second] = node.rows;
  const marks = rowMarks(problems, node);
  expect(marks.get(first!.id)).toEqual({ count: 2, severity: 'error' });
  expect(marks.get(second!.id)).toBeUndefined();
  expect(problemMark(problems, node.resource)).toEqual({ count: 2, severity: 'error' });
  expect(sameMarks(marks, rowMarks(problems, node))).toBe(true);
  expect(sameMarks(marks, rowMarks([], node))).toBe(false);
});

it('does not take the tenth row for the first', async () => {
  const rule = (timeout: string) =>
    `  - match: [{uri: {prefix: /${timeout}}}]\n    timeout: ${timeout}\n    route: [{destination: {host: web}}]\n`;
  const rules = Array.from({ length: 11 }, (_, index) => rule(index === 10 ? '0s' : `${index + 1}s`)).join(
    '',
  );
  const session = await openMesh(TEXT.slice(0, TEXT.indexOf('  - match')) + rules);
  const { problems, topology } = session.getState().analysis;
  const node = topology.nodes.find(({ kind }) => kind === 'VirtualService')!;
  expect([...rowMarks(problems, node).keys()]).toEqual([node.rows[10]!.id]);
});
