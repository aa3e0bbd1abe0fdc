import { describe, expect, it } from 'vitest';
import { meshOfFiles } from '../evaluate.ts';
import { readLesson } from '../read/read-lesson.ts';
import { checkGoals } from './check-goals.ts';
import type { Goal } from './goal.ts';

const MESH = `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: api, namespace: shop }
spec:
  hosts: [api.example]
  resolution: STATIC
  ports: [{ number: 80, name: http, protocol: HTTP }]
  endpoints: [{ address: 10.0.0.1 }, { address: 10.0.0.2 }]
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: api, namespace: shop }
spec:
  host: api.example
  trafficPolicy: { outlierDetection: { consecutive5xxErrors: 2, interval: 1s, baseEjectionTime: 30s, maxEjectionPercent: 50 } }
`;
const SCENARIO = `request: { from: shop, url: http://api.example/ }
duration: 20s
load: { rate: 50 }
behaviours:
- where: { endpoint: 10.0.0.1 }
  script: [{ from: 5s, to: 15s, answers: 503 }]
expect:
- { errors: under 1%, while: 10.0.0.1 }
`;
const FILE = 'down.load.yaml';
const check = (mesh: string, scenario: string | undefined, goal: Partial<Goal & { kind: 'load' }> = {}) => {
  const files = [
    { path: 'mesh.yaml', text: mesh },
    ...(scenario === undefined ? [] : [{ path: FILE, text: scenario }]),
  ];
  const [state] = checkGoals(meshOfFiles(files), [{ kind: 'load', file: FILE, ...goal }]);
  if (!state) throw new Error('nothing was checked');
  return state;
};

describe('a goal of load', () => {
  it('is met where all that the scenario expects holds', () => {
    expect(check(MESH, SCENARIO)).toMatchObject({ met: true, missing: '' });
  });

  it('says what is found instead, and where it can be mended', () => {
    const { met, missing, at } = check(
      MESH.replace('maxEjectionPercent: 50', 'maxEjectionPercent: 10'),
      SCENARIO,
    );
    expect(met).toBe(false);
    expect(missing).toMatch(
      /^Wanted: Under 1 % of the answers are errors while 10\.0\.0\.1 is in trouble\. Found: \d+(\.\d+)? %\.$/,
    );
    expect(at).toMatchObject({ resource: 'DestinationRule/shop/api' });
  });

  it.each([
    ['that is not there', undefined, /^There is no scenario down\.load\.yaml\.$/],
    ['that cannot be read', 'load: [', /cannot be read now/],
    ['that says something wrong', SCENARIO.replace('rate: 50', 'rate: x'), /"rate" has to be a number/],
    [
      'that sends to nobody',
      SCENARIO.replace('api.example', 'other.example'),
      /^There is no load to look at/,
    ],
  ])('of a scenario %s is not met, and says why', (_, scenario, said) => {
    expect(check(MESH, scenario)).toMatchObject({
      met: false,
      missing: expect.stringMatching(said) as unknown,
    });
  });

  it('is not met by another scenario than the lesson’s, however it is written', () => {
    const as = { a: 1 };
    expect(check(MESH, SCENARIO, { as }).missing).toMatch(/something else than the lesson’s/);
    expect(check(MESH, `# mine\na:   1 # one\n`, { as }).missing).not.toMatch(/something else/);
  });
});

const lesson = (scenario: string, goal: string) => `---
title: A lesson
minutes: 5
---

\`\`\`yaml start file=mesh.yaml
${MESH.replace('maxEjectionPercent: 50', 'maxEjectionPercent: 10')}\`\`\`

\`\`\`yaml start file=${FILE}
${scenario}\`\`\`

## A step

Text.

\`\`\`yaml goals
- load: ${goal}
\`\`\`

\`\`\`yaml solution file=mesh.yaml
${MESH}\`\`\`
`;

describe('a lesson with such a goal', () => {
  it('knows the scenario', () => {
    const { lesson: read, objections } = readLesson({ path: 'a.md', text: lesson(SCENARIO, FILE) });
    expect(objections).toEqual([]);
    expect(read?.steps[0]?.goals).toMatchObject([{ kind: 'load', file: FILE, as: { duration: '20s' } }]);
  });

  it.each([
    [SCENARIO, 'other.load.yaml', 'there is no file other.load.yaml'],
    [SCENARIO.replace('rate: 50', 'rate: 3001'), FILE, 'it would send more than 60000 requests'],
    [SCENARIO.replace('rate: 50', 'concurrency: 5'), FILE, 'it would send more than 60000 requests'],
    [SCENARIO.slice(0, SCENARIO.indexOf('expect')), FILE, 'its scenario expects nothing'],
    [SCENARIO.replace('under 1%', '1%'), FILE, '"errors" has to be under'],
  ])('says what keeps it from being checked', (scenario, goal, said) => {
    const { objections } = readLesson({ path: 'a.md', text: lesson(scenario, goal) });
    expect(objections.map(({ message }) => message).join()).toContain(said);
  });
});
