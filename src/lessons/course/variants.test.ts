import { beforeAll, expect, it } from 'vitest';
import { loadRegexes } from '../../istio/index.ts';
import { meshOfFiles } from '../evaluate.ts';
import { checkGoals } from '../goals/check-goals.ts';
import { statesOf } from '../states.ts';
import { loadLesson } from './index.ts';

beforeAll(() => loadRegexes());

/** The solution of a step with a text of one file changed, and which goals are not met then. */
async function unmet(id: string, step: number, file: string, from: string, to: string) {
  const lesson = await loadLesson(id);
  const solved = statesOf(lesson)[step - 1]?.solved ?? [];
  const files = solved.map((one) =>
    one.path === file ? { path: file, text: one.text.replace(from, () => to) } : one,
  );
  expect(files).not.toEqual(solved);
  const found = checkGoals(meshOfFiles(files), lesson.steps[step - 1]?.goals ?? []);
  return found.filter(({ met }) => !met).map(({ title }) => title);
}

it.each([
  ['policy-for-the-way', 5],
  ['timeouts-and-retries', 4],
  ['failover', 4],
])('%s, step %i: the lab shows a difference', async (id, step) => {
  const lesson = await loadLesson(id);
  const states = statesOf(lesson)[step - 1];
  const goals = lesson.steps[step - 1]?.goals.filter(({ kind }) => kind === 'load') ?? [];
  const met = [states?.start ?? [], states?.solved ?? []].map((files) =>
    checkGoals(meshOfFiles(files), goals).map((goal) => goal.met),
  );
  expect(met).toEqual([[false], [true]]);
});

it.each([
  [
    'external-host',
    4,
    'carrier.yaml',
    'number: 443\n      name: https\n      protocol: HTTPS\n---',
    'number: 443\n      name: tls\n      protocol: TLS\n---',
  ],
  [
    'policy-for-the-way',
    5,
    'policy.yaml',
    'portLevelSettings:\n',
    'portLevelSettings:\n      - port:\n          number: 443\n        connectionPool:\n          tcp:\n            maxConnections: 5\n',
  ],
  [
    'timeouts-and-retries',
    3,
    'routes.yaml',
    'retryOn: gateway-error',
    'retryOn: connect-failure,refused-stream,gateway-error',
  ],
  ['timeouts-and-retries', 4, 'routes.yaml', 'perTryTimeout: 1s', 'perTryTimeout: 900ms'],
  [
    'pitfalls-clinic',
    1,
    'outside.yaml',
    'backup.parcel.example\n  location: MESH_EXTERNAL\n  resolution: DNS',
    'backup.parcel.example\n  location: MESH_EXTERNAL\n  resolution: DNS_ROUND_ROBIN',
  ],
  ['gateways', 2, 'routes.yaml', '      match:\n        - gateways:\n            - way-out\n', ''],
  ['failover', 3, 'policy.yaml', 'maxEjectionPercent: 100', 'maxEjectionPercent: 34'],
])('%s, step %i: another way is right too (%s)', async (id, step, file, from, to) => {
  expect(await unmet(id, step, file, from, to)).toEqual([]);
});

it.each([
  ['policy-for-the-way', 6, 'policy.yaml', '          caCertificates: /etc/carrier/ca.crt\n', ''],
  ['policy-for-the-way', 4, 'policy.yaml', 'number: 80', 'number: 443'],
  ['routing', 2, 'routes.yaml', 'number: 80', 'number: 443'],
  ['splitting', 2, 'policy.yaml', 'name: v2', 'name: next'],
  ['mirroring', 3, 'routes.yaml', 'subset: canary', 'subset: stable'],
  ['mirroring', 3, 'routes.yaml', '        subset: canary\n', ''],
  ['mirroring', 4, 'routes.yaml', 'exact: GET', 'regex: GET|DELETE'],
  ['mirroring', 5, 'carrier.yaml', 'address: canary.parcel.example', 'address: rates.parcel.example'],
  ['failover', 1, 'policy.yaml', 'from: north', 'from: west'],
  ['failover', 4, 'routes.yaml', 'retryOn: 5xx', 'retryOn: connect-failure'],
  [
    'pitfalls-clinic',
    1,
    'outside.yaml',
    'backup.parcel.example\n  location: MESH_EXTERNAL\n  resolution: DNS',
    'backup.parcel.example\n  location: MESH_EXTERNAL',
  ],
])('%s, step %i: a way round it meets not all (%s)', async (id, step, file, from, to) => {
  expect(await unmet(id, step, file, from, to)).not.toEqual([]);
});
