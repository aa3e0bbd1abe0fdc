import { describe, expect, it } from 'vitest';
import { folderWith, meshwright } from './cli.testkit.ts';

const sidecar = (name: string, field = 'egress') =>
  `apiVersion: networking.istio.io/v1\nkind: Sidecar\nmetadata: {name: ${name}, namespace: ${name}} # keep\nspec:\n  outboundTrafficPolicy: {mode: ALLOW_ANY}\n  ${field}: [{hosts: ["./*"]}]\n`;
const BAD = sidecar('a', 'egres');
const gateway =
  'apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: a}\nspec:\n  hosts: [a.example]\n  gateways: [gone]\n  http: [{redirect: {uri: /x}}]\n';

const problemsOf = async (args: readonly string[], stdin = '') => {
  const { out } = await meshwright(['check', ...args, '--format', 'json'], stdin);
  const { problems } = JSON.parse(out) as { problems: readonly { code: string; severity: string }[] };
  return problems.map(({ code, severity }) => `${code} ${severity}`);
};

describe('meshwright check --format', () => {
  it('sarif is a log that names the place', async () => {
    const { at } = await folderWith({ 'bad.yaml': BAD });
    const { code, out } = await meshwright(['check', at('bad.yaml'), '--format', 'sarif']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ version: '2.1.0', runs: [{ results: [{ ruleId: 'MW0201' }] }] });
  });

  it('github is a workflow command for each problem', async () => {
    const { out } = await meshwright(['check', '-', '--format', 'github'], BAD);
    expect(out).toMatch(
      /^::error file=<stdin>,line=6,endLine=6,col=3,endColumn=7,title=MW0201::"egres" is not/,
    );
  });
});

describe('what counts', () => {
  it('--severity leaves out what is milder', async () => {
    expect((await problemsOf(['-'], gateway)).length).toBeGreaterThan(0);
    expect(await problemsOf(['-', '--severity', 'error'], gateway)).toEqual(
      (await problemsOf(['-'], gateway)).filter((problem) => problem.endsWith('error')),
    );
  });

  it.each([['MW0201'], ['mw0201'], ['IST0106'], ['MW0801, MW0201']])(
    '--ignore %s takes it away, and the exit code',
    async (codes) => {
      const { code, out } = await meshwright(['check', '-', '--ignore', codes], BAD);
      expect([code, out]).toEqual([0, 'No problems in 1 file.\n']);
    },
  );

  it('--ignore may be said more than once', async () => {
    expect(await problemsOf(['-', '--ignore', 'MW0801', '--ignore', 'MW0201'], BAD)).toEqual([]);
  });
});

describe('--istio', () => {
  const newer =
    'apiVersion: networking.istio.io/v1\nkind: Gateway\nmetadata: {name: a}\nspec:\n  selector: {a: b}\n  servers:\n  - port: {number: 443, name: https, protocol: HTTPS}\n    hosts: [a.example]\n    tls: {mode: SIMPLE, credentialName: c, ecdhCurves: [X25519]}\n';

  it.each([
    ['1.32', false],
    ['1.30', true],
    ['v1.30.2', true],
  ])('%s tells of fields that came later: %s', async (version, told) => {
    const { out } = await meshwright(['check', '-', '--istio', version], newer);
    expect(out.includes('ecdhCurves')).toBe(told);
  });

  it('outweighs the settings file', async () => {
    const { root } = await folderWith({
      'a.yaml': newer,
      'meshwright.config.yaml': 'targetVersion: "1.30"\n',
    });
    expect((await meshwright(['check', root])).out).toContain('ecdhCurves');
    expect((await meshwright(['check', root, '--istio', '1.32'])).out).not.toContain('ecdhCurves');
  });

  it('names those it knows', async () => {
    const { code, error } = await meshwright(['graph', '-', '--istio', '1.9'], newer);
    expect([code, error]).toEqual([2, expect.stringMatching(/--istio can be 1\.24, .*1\.32, not "1\.9"/)]);
  });
});

describe('which files', () => {
  it('a pattern that the shell left alone is understood', async () => {
    const { root } = await folderWith({
      'x/y/a.yaml': sidecar('a'),
      'x/b.yml': sidecar('b'),
      'x/c.txt': ': [',
    });
    const { out } = await meshwright(['check', `${root}/x/**`]);
    expect(out).toBe('No problems in 2 files.\n');
  });

  it.each([
    ['beside the file', 'mesh/meshwright.config.yaml', 'MW0202'],
    ['above it', 'meshwright.config.yaml', 'MW0202'],
  ])('settings %s count', async (_, config) => {
    const newer =
      'apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: a}\nspec:\n  host: a.example\n  trafficPolicy: {retryBudget: {percent: 20}}\n';
    const { at } = await folderWith({ 'mesh/a.yaml': newer, '.git/HEAD': '' });
    expect(await problemsOf([at('mesh/a.yaml')])).toEqual([]);
    const old = await folderWith({
      'mesh/a.yaml': newer,
      [config]: 'targetVersion: "1.24"\n',
      '.git/HEAD': '',
    });
    expect(await problemsOf([old.at('mesh/a.yaml')])).not.toEqual([]);
  });

  it('settings outside the repository do not', async () => {
    const { at } = await folderWith({
      'meshwright.config.yaml': 'targetVersion: [',
      'repo/.git/HEAD': '',
      'repo/a.yaml': sidecar('a'),
    });
    expect(await problemsOf([at('repo/a.yaml')])).toEqual([]);
  });
});

describe('meshwright check --fix', () => {
  it('mends what has one way to be mended, and leaves every other byte and file', async () => {
    const { root, at, read } = await folderWith({ 'bad.yaml': BAD, 'good.yaml': sidecar('b') });
    const { code, out } = await meshwright(['check', root, '--fix']);
    expect([code, await read('bad.yaml'), await read('good.yaml')]).toEqual([0, sidecar('a'), sidecar('b')]);
    expect(out).toContain(`${at('bad.yaml')}:6:3 fixed MW0201`);
    expect(out).toContain('Fixed 1 problem.\nNo problems in 2 files.');
  });

  it('writes standard input, mended, to standard output, and the rest to standard error', async () => {
    const ran = await meshwright(['check', '-', '--fix'], BAD);
    expect([ran.code, ran.out]).toEqual([0, sidecar('a')]);
    expect(ran.error).toContain('Fixed 1 problem.');
  });

  it('leaves what was ignored', async () => {
    const { at, read } = await folderWith({ 'bad.yaml': BAD });
    await meshwright(['check', at('bad.yaml'), '--fix', '--ignore', 'MW0201']);
    expect(await read('bad.yaml')).toBe(BAD);
  });
});
