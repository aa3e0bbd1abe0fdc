import { expect, it } from 'vitest';
import { open } from '../../session/session.testkit.ts';
import { problemMark, rowMarks, sameMarks } from './problem-marks.ts';

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

/** The problems of a file, and the node of its VirtualService. */
async function marked(text: string) {
  const { session, clock } = await open();
  session.dispatch({ type: 'open-files', files: [{ path: 'mesh.yaml', content: text }], mode: 'replace' });
  await clock.advance(0);
  await session.settled();
  const { problems, topology } = session.getState().analysis;
  return { problems, node: topology.nodes.find(({ kind }) => kind === 'VirtualService')! };
}

it('counts the problems of a node, and those of each of its rows', async () => {
  const { problems, node } = await marked(TEXT);
  const [first, second] = node.rows;
  const marks = rowMarks(problems, node);
  expect(marks.get(first?.id ?? '')).toEqual({ count: 2, severity: 'error' });
  expect(marks.get(second?.id ?? '')).toBeUndefined();
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
  const { problems, node } = await marked(TEXT.slice(0, TEXT.indexOf('  - match')) + rules);
  expect([...rowMarks(problems, node).keys()]).toEqual([node.rows[10]?.id]);
});
