import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { zipFiles } from '../exchange/index.ts';
import { folderWith, meshwright } from './cli.testkit.ts';

const SERVICE = `apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec: { ports: [{ name: http, port: 80 }] }
`;
const ROUTES = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [cart]
  http:
  - timeout: 3s
    route: [{ destination: { host: cart } }]
`;
const lesson = (timeout: string, solution = ROUTES) => `---
title: Wait less
minutes: 5
---
## Set a timeout

\`\`\`yaml start folder=1/start
\`\`\`
\`\`\`yaml goals
- request: { from: shop, url: http://cart/ }
  expect: { outcome: forward, timeout: ${timeout} }
\`\`\`
\`\`\`yaml solution file=routes.yaml
${solution}\`\`\`
`;
const files = (text = lesson('3s')) => ({
  'wait-less/lesson.md': text,
  'wait-less/1/start/cart.yaml': SERVICE,
});

const check = async (
  given: Readonly<Record<string, string | Uint8Array>>,
  word = '',
  ...more: readonly string[]
) => {
  const { root, at } = await folderWith(given);
  const { code, out, error } = await meshwright(['lesson', 'check', word ? at(word) : root, ...more]);
  return {
    code,
    out: out.replaceAll(`${root}/`, '').replaceAll(root, 'ROOT'),
    error: error.replaceAll(`${root}/`, ''),
  };
};
const zipped = (given: Readonly<Record<string, string>>) =>
  zipFiles(Object.entries(given).map(([path, text]) => ({ path, text })));

describe('meshwright lesson check', () => {
  it('is content with a folder whose lessons can be taught', async () => {
    expect(await check({ ...files(), 'README.md': '# About this pack' })).toEqual({
      code: 0,
      out: 'ROOT: 1 lesson, 1 step. All can be taught.\n',
      error: '',
    });
  });

  it('reads an archive of it', async () => {
    const { code, out } = await check({ 'class.zip': zipped(files()) }, 'class.zip');
    expect([code, out]).toEqual([0, 'class.zip: 1 lesson, 1 step. All can be taught.\n']);
  });

  it('says which step has a solution that does not solve it', async () => {
    const { code, out } = await check(files(lesson('5s')));
    expect(code).toBe(1);
    expect(out).toMatch(
      /^wait-less\/lesson\.md:5:1 Step 1, “Set a timeout”: its solution does not meet “.*” Forwarded to cart\.shop\.svc\.cluster\.local.* But the timeout is 3s, not 5s\.\n/,
    );
    expect(out).toContain('ROOT: 1 thing to mend.');
  });

  it('says where a start is solved already, and where a solution has errors', async () => {
    expect((await check(files(lesson('0s')))).out).toContain('its goals are met before anything is done');
    const wrong = ROUTES.replace('[cart]', '["*.*"]');
    expect(
      (await check(files(lesson('3s', ROUTES + '---\n' + wrong.replace('name: cart,', 'name: b,'))))).out,
    ).toMatch(/its solution has an error, MW\d{4} in routes\.yaml, line \d+/);
  });

  it('says what it cannot read, at its line, in an archive behind the archive’s name', async () => {
    const broken = lesson('3s').replace('outcome', 'outcom');
    expect(await check({ 'class.zip': zipped(files(broken)) }, 'class.zip')).toMatchObject({
      code: 1,
      out: expect.stringMatching(
        /^class\.zip\/wait-less\/lesson\.md:11:13 "expect" has no "outcom"/,
      ) as string,
    });
  });

  it('prints JSON', async () => {
    const { code, out } = await check(files(), '', '--format', 'json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      packs: [
        {
          lessons: [{ id: 'wait-less', steps: [{ title: 'Set a timeout', goals: 1, hints: 0 }] }],
          objections: [],
        },
      ],
      summary: { lessons: 1, steps: 1, objections: 0 },
    });
  });

  it.each([
    ['nothing', ['check'], 'Name at least one lesson'],
    ['another word', ['chek', 'a'], 'Say "lesson check PACK..."'],
    ['what is not there', ['check', 'nowhere.zip'], 'there is no such file'],
    ['a pack without its name', ['pack', '.'], 'Say which folder of lessons'],
  ])('refuses %s', async (_, args, message) => {
    const { code, error } = await meshwright(['lesson', ...args]);
    expect(code).toBe(2);
    expect(error).toContain(message);
  });

  it('refuses what is no archive', async () => {
    expect(await check({ 'class.zip': 'no zip' }, 'class.zip')).toMatchObject({
      code: 2,
      error: expect.stringContaining('class.zip: This is no zip archive') as string,
    });
  });
});

describe('meshwright lesson pack', () => {
  it('writes an archive that can be checked, the same bytes each time', async () => {
    const { root, at } = await folderWith({ ...files(), 'wait-less/notes.txt': 'not of the pack' });
    expect((await meshwright(['lesson', 'pack', root, at('a.zip')])).code).toBe(0);
    expect((await meshwright(['lesson', 'pack', at('.'), at('b.zip')])).code).toBe(0);
    expect(await readFile(at('a.zip'))).toEqual(await readFile(at('b.zip')));
    expect((await meshwright(['lesson', 'check', at('a.zip')])).code).toBe(0);
  });

  it('writes nothing where a lesson cannot be taught', async () => {
    const { root, at } = await folderWith(files(lesson('5s')));
    const { code, error } = await meshwright(['lesson', 'pack', root, at('a.zip')]);
    expect([code, error]).toEqual([1, expect.stringContaining('does not meet')]);
    await expect(readFile(at('a.zip'))).rejects.toThrow('ENOENT');
  });
});
