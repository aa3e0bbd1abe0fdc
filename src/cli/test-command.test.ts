import { describe, expect, it } from 'vitest';
import { folderWith, meshwright } from './cli.testkit.ts';

const MESH = `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: api, namespace: shop }
spec: { hosts: [api.example], resolution: DNS, ports: [{ number: 80, name: http, protocol: HTTP }] }
`;
const one = (name: string, expected: string) =>
  `  - name: ${name}\n    request: { from: shop, url: "http://api.example/x" }\n    expect: ${expected}\n`;
const run = async (expectations: string, ...args: readonly string[]) => {
  const folder = await folderWith({
    'mesh.yaml': MESH,
    'shop.expect.yaml': `# ours\nexpectations:\n${expectations}`,
  });
  const { code, out } = await meshwright(['test', folder.root, ...args]);
  return { code, out: out.replaceAll(`${folder.root}/`, '') };
};

describe('meshwright test', () => {
  it('is content where all hold', async () => {
    expect(await run(one('a', '{ outcome: forward, path: /x }') + one('b', '{ host: api.example }'))).toEqual(
      {
        code: 0,
        out: '2 of 2 expectations hold.\n',
      },
    );
  });

  it('says what is not as expected, and where', async () => {
    expect(await run(one('a', '{ outcome: forward }') + one('b', '{ path: /y, subset: v1 }'))).toEqual({
      code: 1,
      out: 'shop.expect.yaml:6:5 failed: b\n    the subset is none, not v1\n    the path is /x, not /y\n1 of 2 expectations hold.\n',
    });
  });

  it('says what it cannot read, and fails', async () => {
    const { code, out } = await run(one('a', '{ outcom: forward }'));
    expect(code).toBe(1);
    expect(out).toContain('shop.expect.yaml:5:15 not read: "expect" has no "outcom"');
  });

  it('annotates pull requests, and speaks JSON', async () => {
    expect((await run(one('b', '{ status: 404 }'), '--format', 'github')).out).toBe(
      '::error file=shop.expect.yaml,line=3,col=5,title=Expectation failed::b: the status is what the destination answers, not 404\n',
    );
    const { out, code } = await run(one('b', '{ status: 404 }'), '--format', 'json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      expectations: [
        { name: 'b', file: 'shop.expect.yaml', line: 3, passed: false, outcome: { kind: 'forward' } },
      ],
      summary: { passed: 0, failed: 1, notRead: 0 },
    });
  });

  it('says that there are none', async () => {
    const folder = await folderWith({ 'mesh.yaml': MESH });
    expect(await meshwright(['test', folder.root])).toMatchObject({
      code: 0,
      out: 'There are no expectations: they stand in files that end with .expect.yaml.\n',
    });
  });

  it('is no problem to check', async () => {
    const folder = await folderWith({
      'mesh.yaml': MESH,
      'shop.expect.yaml': `expectations:\n${one('a', '{ status: 1 }')}`,
    });
    const { out } = await meshwright(['check', folder.root]);
    expect(out).not.toContain('expect.yaml');
  });

  it('fails where YAML is broken, even if all holds without it', async () => {
    const folder = await folderWith({
      'broken.yaml': 'kind: VirtualService\nspec: {hosts: [\n',
      'shop.expect.yaml': `expectations:\n${one('a', '{ outcome: passthrough }')}`,
    });
    const { code, out } = await meshwright(['test', folder.root]);
    expect(code).toBe(1);
    expect(out).toMatch(/broken\.yaml:\d+:\d+ not read: .*\n1 of 1 expectation holds\.\n$/);
    const routed = await meshwright(['route', folder.root, '--url', 'http://a.example/']);
    expect(routed.code).toBe(0);
    expect(routed.error).toMatch(/broken\.yaml:\d+:\d+ is not read, and does not count: /);
  });
});
