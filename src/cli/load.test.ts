import { describe, expect, it } from 'vitest';
import { openWorkspace } from '../index.ts';
import { folderWith, meshwright } from './cli.testkit.ts';

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
  trafficPolicy:
    outlierDetection:
      consecutive5xxErrors: 2
      interval: 1s
      baseEjectionTime: 3s
      maxEjectionPercent: 50
`;
const SCENARIO = `request: { from: shop, url: http://api.example/ }
duration: 10s
load: { rate: 50 }
behaviours:
- where: { endpoint: 10.0.0.1 }
  script: [{ from: 2s, to: 4s, answers: 503 }]
`;
const folder = await folderWith({
  'mesh.yaml': MESH,
  'down.load.yaml': SCENARIO,
  'bad.yaml': 'load: { rate: x }\n',
});
const run = (...args: readonly string[]) => meshwright(['load', folder.at('mesh.yaml'), ...args]);
const down = ['--scenario', folder.at('down.load.yaml')];

describe('meshwright load', () => {
  it('tells how requests were answered, and which field had it happen, with its line', async () => {
    const { code, out, error } = await run(...down);
    expect([code, error]).toEqual([0, '']);
    expect(out).toMatch(/^(499|500) requests in 10s \(seed 1\)/);
    expect(out).toMatch(/\n {2}503 +2 +0\.4 %/);
    expect(out).toMatch(/10\.0\.0\.1 is ejected after 2 errors in a row .*mesh\.yaml:17\n/);
  });

  it('gives as JSON what the library gives', async () => {
    const { out } = await run(...down, '--format', 'json', '--seed', '7');
    const library = openWorkspace([{ path: folder.at('mesh.yaml'), text: MESH }]).load(SCENARIO, { seed: 7 });
    expect(JSON.parse(out)).toEqual(JSON.parse(JSON.stringify(library)));
    expect(library.seed).toBe(7);
  });

  it('gives a line for each slice of time as CSV', async () => {
    const { out } = await run(...down, '--format', 'csv');
    const [head = '', ...lines] = out.trimEnd().split('\n');
    expect(head).toMatch(
      /^second,sent,under way,p50 ms,p90 ms,p99 ms,200,503,outbound\|80\|\|api\.example connections/,
    );
    const columns = head.split(',');
    const sent = lines.map((line) => Number(line.split(',')[columns.indexOf('sent')]));
    expect(sent.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(498);
    expect(lines.every((line) => line.split(',').length === columns.length)).toBe(true);
  });

  it('runs all scenarios of the file that is named', async () => {
    const { code, out } = await meshwright(
      ['load', folder.at('mesh.yaml'), '--scenario', '-', '--format', 'json'],
      `${SCENARIO}---\n${SCENARIO.replace('10s', '5s')}`,
    );
    expect(code).toBe(0);
    const ran: readonly { readonly report: { readonly duration: number } }[] = JSON.parse(out);
    expect(ran.map(({ report }) => report.duration)).toEqual([10_000, 5000]);
  });

  it('takes the scenario from standard input, and leaves it out of a folder', async () => {
    expect((await meshwright(['load', folder.at('mesh.yaml'), '--scenario', '-'], SCENARIO)).code).toBe(0);
    const whole = await folderWith({ 'mesh.yaml': MESH, 'down.load.yaml': SCENARIO });
    expect(await meshwright(['load', whole.root, '--scenario', whole.at('down.load.yaml')])).toMatchObject({
      code: 0,
      error: '',
    });
  });

  it.each([
    [[], 'Say what is sent with --scenario FILE, or in a file among these that ends with .load.yaml.'],
    [[...down, '--seed', 'x'], '--seed has to be a whole number'],
    [[...down, '--format', 'xml'], '--format can be text or json or csv'],
    [['--scenario', folder.at('bad.yaml')], 'bad.yaml:1:9 "rate" has to be a number'],
  ])('refuses %j', async (args, sentence) => {
    const { code, error } = await run(...args);
    expect(code).toBe(2);
    expect(error).toContain(sentence);
  });

  it('runs all scenarios among the files, and says which do not come to what they expect', async () => {
    const good = `${SCENARIO}expect:\n- { errors: under 5%, while: 10.0.0.1 }\n`;
    const bad = `${SCENARIO}expect:\n- { name: Nobody notices, errors: at most 0% }\n`;
    const whole = await folderWith({
      'mesh.yaml': MESH,
      'a.load.yaml': good,
      'b.load.yaml': `${good}---\n${bad}`,
    });
    const { code, out } = await meshwright(['load', whole.root]);
    expect(code).toBe(1);
    expect(out.match(/^.*\.load\.yaml$/gm)?.map((line) => line.slice(-11))).toEqual([
      'a.load.yaml',
      'b.load.yaml',
      'b.load.yaml',
    ]);
    expect(out).toMatch(
      /\n {2}holds {2}Under 5 % of the answers are errors while 10\.0\.0\.1 is in trouble\. \(\d/,
    );
    expect(out).toMatch(/\n {2}FAILS {2}Nobody notices \(0\.4 %\)/);
    const json = JSON.parse((await meshwright(['load', whole.root, '--format', 'json'])).out) as unknown[];
    expect(json).toHaveLength(3);
    expect((await meshwright(['load', whole.root, '--format', 'csv'])).error).toContain(
      'There are 3 scenarios',
    );
    expect((await meshwright(['load', whole.root, '--scenario', whole.at('a.load.yaml')])).code).toBe(0);
  });

  it('tells the line of a scenario that is not read, whichever document it is', async () => {
    const text = `${SCENARIO}---\n${SCENARIO.replace('rate: 50', 'rate: x')}`;
    const whole = await folderWith({ 'mesh.yaml': MESH, 'a.load.yaml': text });
    const { code, error } = await meshwright(['load', whole.root]);
    expect([code, error]).toEqual([2, expect.stringContaining('a.load.yaml:10:9 "rate" has to be')]);
  });

  it('says why there is no load to look at', async () => {
    const elsewhere = SCENARIO.replace('http://api', 'http://other');
    const { code, error } = await meshwright(['load', folder.at('mesh.yaml'), '--scenario', '-'], elsewhere);
    expect(code).toBe(2);
    expect(error).toMatch(/There is no load to look at: no host of the mesh is meant/);
  });

  it('refuses a workspace’s scenario that is no YAML with its place', () => {
    const workspace = openWorkspace([{ path: 'mesh.yaml', text: MESH }]);
    expect(() => workspace.load('a: [', { name: 'x.yaml' })).toThrow(/x\.yaml:1:\d/);
    expect(() => workspace.load({ load: { rate: 1 } })).toThrow('A scenario needs a "request".');
  });
});
