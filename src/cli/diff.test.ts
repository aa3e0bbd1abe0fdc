import { execFileSync } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { folderWith, meshwright } from './cli.testkit.ts';

const API = `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: api, namespace: shop }
spec: { hosts: [api.example], resolution: DNS, ports: [{ number: 80, name: http, protocol: HTTP }] }
`;
const routes = (prefix: string, timeout = '1s'): string => `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: api, namespace: shop }
spec:
  hosts: [api.example]
  http:
    - match: [{ uri: { prefix: ${prefix} } }]
      timeout: ${timeout}
      route: [{ destination: { host: api.example } }]
`;
const EXPECT = `expectations:
  - name: Data is served
    request: { from: shop, url: "http://api.example/v1" }
    expect: { host: api.example }
`;

// Where a hook of Git runs the tests, these would name its own repository.
for (const name of Object.keys(process.env)) if (name.startsWith('GIT_')) delete process.env[name];

const here = process.cwd();
afterEach(() => process.chdir(here));

/** A Git repository with one commit, and the current folder in it. */
async function repository(files: Readonly<Record<string, string | Uint8Array>>) {
  const folder = await folderWith(files);
  const git = (...args: readonly string[]): void =>
    void execFileSync(
      'git',
      ['-c', 'user.name=a', '-c', 'user.email=a@a.example', '-c', 'commit.gpgsign=false', ...args],
      { cwd: folder.root, stdio: 'ignore' },
    );
  git('init', '-q');
  git('symbolic-ref', 'HEAD', 'refs/heads/main');
  git('add', '.');
  git('commit', '-qm', 'one');
  process.chdir(folder.root);
  return { ...folder, git };
}

describe('meshwright diff', () => {
  it('tells between two folders what changed, and what becomes of requests', async () => {
    const { at, root } = await folderWith({
      'old/api.yaml': API,
      'old/routes.yaml': routes('/v1'),
      'old/a.expect.yaml': EXPECT,
      'new/api.yaml': API,
      'new/routes.yaml': routes('/v1/'),
      'new/a.expect.yaml': EXPECT,
    });
    const { code, out } = await meshwright(['diff', at('old'), at('new')]);
    expect(code).toBe(0);
    const text = out.replaceAll(`${root}/`, '');
    expect(text).toContain(`old → new: 1 resource changed.
  ~ VirtualService/shop/api  new/routes.yaml:7
      Rule 1 takes requests whose path begins with /v1/ instead of requests whose path begins with /v1
`);
    expect(text).toContain(`, by VirtualService/shop/api
  Answer       the destination’s → 404, no route
  Destination  api.example:80 → none
  GET http://api.example/v1, from shop (expectation “Data is served”, fails now)
    before: Forwarded to api.example as GET http://api.example/v1.
    after:  No rule takes it: the answer is 404, with the flag NR.
`);
    expect(text).toMatch(
      /\d+ requests compared that the change can touch: \d+ differ, \d+ stay the same\.\n$/,
    );
  });

  it('exits as git diff does', async () => {
    const { at } = await folderWith({
      'old/a.yaml': API + '---\n' + routes('/'),
      'new/a.yaml': API + '---\n' + routes('/', '2s'),
    });
    const run = async (...args: readonly string[]) => (await meshwright(['diff', ...args])).code;
    expect(await run(at('old'), at('new'))).toBe(0);
    expect(await run(at('old'), at('new'), '--exit-code')).toBe(1);
    expect(await run(at('old'), at('old'), '--exit-code')).toBe(0);
    expect(await run(at('old'), at('new'), '--format', 'xml')).toBe(2);
    expect(await run(at('old'), at('new'), at('old'))).toBe(2);
  });

  it('reads revisions, and the working tree without a second word', async () => {
    const { at, git } = await repository({
      'mesh/api.yaml': API,
      'mesh/routes.yaml': routes('/'),
      'mesh/.hidden/no.yaml': routes('/no'),
      'mesh/notes.txt': 'no YAML',
      'other.yaml': API.replaceAll('api', 'other'),
    });
    await writeFile(at('mesh/routes.yaml'), routes('/', '2s'));
    for (const words of [[], ['main'], ['HEAD:mesh/'], ['HEAD:./mesh'], ['main', 'mesh']]) {
      const { out } = await meshwright(['diff', ...words]);
      expect(out).toContain('1 resource changed.\n  ~ VirtualService/shop/api  mesh/routes.yaml:8\n');
      expect(out).toContain('  Timeout  1s → 2s\n');
    }
    expect((await meshwright(['diff', 'main:mesh/routes.yaml'])).out).toContain('  mesh/routes.yaml:8\n');
    git('commit', '-qam', 'two');
    const { out } = await meshwright(['diff', 'HEAD~1', 'HEAD:mesh']);
    expect(out).toContain('HEAD~1 → HEAD:mesh: 1 resource changed.');
    expect((await meshwright(['diff'])).out).toContain('0 resources changed.');
    await rm(at('mesh'), { recursive: true });
    expect((await meshwright(['diff', 'HEAD:mesh'])).out).toContain('2 resources changed.\n  - ');
  });

  it('reads the settings file above what is named, of each side its own', async () => {
    const { at } = await repository({
      'meshwright.config.yaml': 'meshConfig: { outboundTrafficPolicy: { mode: ALLOW_ANY } }\n',
      'mesh/api.yaml': API,
      'mesh/a.expect.yaml': EXPECT.replaceAll('api.example', 'nobody.example'),
    });
    await writeFile(
      at('meshwright.config.yaml'),
      'meshConfig: { outboundTrafficPolicy: { mode: REGISTRY_ONLY } }\n',
    );
    const { out } = await meshwright(['diff', 'main:mesh']);
    expect(out).toContain('Only known hosts are let out');
  });

  it('says which word is neither a file nor a revision, and takes none for an option or a command', async () => {
    await repository({ 'a.yaml': API });
    for (const word of ['nothing', '--output=x', '$(touch x)', 'main:nothing', 'main:../a']) {
      const { code, error } = await meshwright(['diff', '--', word]);
      expect(code).toBe(2);
      expect(error).toContain(`${word}: `);
    }
  });

  it('says of what cannot be read that it counts as it was, and lets nobody take that for no difference', async () => {
    const { at } = await folderWith({
      'old/a.yaml': routes('/'),
      'old/api.yaml': API,
      'new/a.yaml': routes('/').replace('[api.example]', '[api.example'),
      'new/api.yaml': API,
    });
    const { code, out } = await meshwright(['diff', at('old'), at('new'), '--exit-code']);
    expect([code, out]).toEqual([1, expect.stringContaining('0 resources changed.')]);
    expect(out).toContain('new/a.yaml:6 cannot be read as it is now, and counts as unchanged: ');
    const github = await meshwright(['diff', at('old'), at('new'), '--format', 'github']);
    expect(github.out).toMatch(/^::error file=\S+new\/a\.yaml,line=6,.*title=Not read::/m);
  });

  it('passes over what Git ignores, and tells of what is no text instead of stopping at it', async () => {
    const { git, at } = await repository({
      '.gitignore': 'rendered/\n',
      'a.yaml': API,
      'b.yaml': new Uint8Array([0, 1, 2]),
    });
    await mkdir(at('rendered'));
    await writeFile(at('rendered/all.yaml'), routes('/'));
    await writeFile(at('new.yaml'), routes('/'));
    const ran = await meshwright(['diff']);
    expect(ran.out).toContain('1 resource changed.\n  + VirtualService/shop/api  new.yaml:1');
    expect(ran.error).toBe(
      'meshwright: HEAD:b.yaml was left out. It is a binary file, not YAML text.\n' +
        'meshwright: b.yaml was left out. It is a binary file, not YAML text.\n',
    );
    git('add', '.');
    expect((await meshwright(['diff', 'main', '.'])).out).toContain('1 resource changed.');
    expect((await meshwright(['diff', 'main:b.yaml', 'a.yaml'])).code).toBe(2);
    expect((await meshwright(['check', 'b.yaml'])).code).toBe(2);
    expect((await meshwright(['check', '.'])).error).toContain('b.yaml was left out.');
  });

  it('takes a patch of Kustomize for no second resource, and says that it is not worked out', async () => {
    const base = {
      'base/kustomization.yaml': 'resources: [a.yaml]\n',
      'base/a.yaml': API + '---\n' + routes('/'),
    };
    const over = { 'over/kustomization.yaml': 'resources: [../base]\npatches: [{path: p.yaml}]\n' };
    const { at } = await repository({ ...base, ...over, 'over/p.yaml': routes('/', '2s') });
    await writeFile(at('over/p.yaml'), routes('/', '9s'));
    const { out } = await meshwright(['diff']);
    expect(out).toContain('  ~ VirtualService/shop/api#2  over/p.yaml:8');
    expect(out).toContain(': 0 differ,');
    expect(out).toContain('Not worked out, as Kustomize merges it into what it builds: over/p.yaml.');
    // Without the kustomization it is one, and older by its place.
    await writeFile(at('over/kustomization.yaml'), 'resources: [../base, p.yaml]\n');
    expect((await meshwright(['diff'])).out).toContain('+ VirtualService/shop/api#2');
  });

  it('names what cannot be read on both sides once, and takes it for no part of the change', async () => {
    const broken = `${routes('/').replace('[api.example]', '[api.example')}---\n`;
    const { at } = await folderWith({
      'old/a.yaml': broken + API,
      'old/api.yaml': API.replaceAll('api', 'other'),
      'new/a.yaml': broken,
      'new/api.yaml': API.replaceAll('api', 'other'),
    });
    const { code, out } = await meshwright(['diff', at('old'), at('new'), '--exit-code']);
    expect(out).toContain('- ServiceEntry/shop/api');
    expect(out).toMatch(
      /Not read, before and now the same, so no part of this change: \S+new\/a\.yaml:6\.\n$/,
    );
    expect(code).toBe(1);
    const same = await meshwright(['diff', at('new'), at('new'), '--exit-code', '--format', 'github']);
    expect(same.code).toBe(0);
    expect(same.out).not.toContain('::error');
  });

  it('tells in an annotation what is otherwise, and no more of them than GitHub shows', async () => {
    const many = (timeout: number) =>
      Array.from({ length: 15 }, (_, index) =>
        routes('/', `${timeout + index}s`)
          .replaceAll('name: api,', `name: r${index},`)
          .replaceAll('api.example', `h${index}.example`),
      ).join('---\n');
    const hosts = API.replace(
      '[api.example]',
      `[${Array.from({ length: 15 }, (_, i) => `h${i}.example`).join()}]`,
    );
    const { at } = await folderWith({
      'old/a.yaml': `${hosts}---\n${many(1)}`,
      'new/a.yaml': `${hosts}---\n${many(31)}`,
    });
    const { out } = await meshwright(['diff', at('old'), at('new'), '--format', 'github']);
    const lines = out.trimEnd().split('\n');
    expect(lines).toHaveLength(10);
    expect(lines[0]).toContain('%0A6 more differences have no annotation of their own');
    expect(lines[1]).toContain('%0ATimeout: 1s → 31s%0Aas before: Forwarded to h0.example');
  });

  it('annotates pull requests where the change stands, and speaks JSON', async () => {
    const { at } = await folderWith({
      'old/a.yaml': API + '---\n' + routes('/v1'),
      'new/a.yaml': API + '---\n' + routes('/v1/'),
    });
    const github = (await meshwright(['diff', at('old'), at('new'), '--format', 'github'])).out;
    expect(github).toContain(`::warning file=${at('new')}/a.yaml,line=12,title=A request breaks::GET `);
    expect(github).toMatch(/::notice title=Traffic::\d+ requests compared/);
    const json = JSON.parse((await meshwright(['diff', at('old'), at('new'), '--format', 'json'])).out);
    expect(json).toMatchObject({
      resources: [
        {
          id: 'VirtualService/shop/api',
          how: 'changed',
          fields: [{ path: 'spec.http[0].match[0].uri.prefix', before: '/v1', after: '/v1/' }],
        },
      ],
      differences: [{ verdict: 'breaks', causes: ['VirtualService/shop/api'] }],
      leftOut: { virtualServices: 0, hosts: 0 },
      notEvaluated: [],
    });
  });
});
