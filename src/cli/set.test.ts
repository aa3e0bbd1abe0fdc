import { describe, expect, it } from 'vitest';
import { folderWith, meshwright } from './cli.testkit.ts';

const RULE =
  '\ufeff# ours\r\nkind: DestinationRule\r\napiVersion: networking.istio.io/v1\r\nmetadata: {name: cart, namespace: shop}\r\nspec:\r\n    host: "cart.example"   # all of it\r\n';
const NAME = 'DestinationRule/shop/cart';

describe('meshwright set', () => {
  it('changes one field of a file in place, and no other byte', async () => {
    const { at, read } = await folderWith({ 'a.yaml': RULE });
    const { code, out, error } = await meshwright(['set', at('a.yaml'), NAME, 'spec.host', '"b.example"']);
    expect({ code, out, error }).toEqual({ code: 0, out: '', error: '' });
    expect(await read('a.yaml')).toBe(RULE.replace('"cart.example"', '"b.example"'));
  });

  it('deletes a field', async () => {
    const { at, read } = await folderWith({ 'a.yaml': RULE });
    expect((await meshwright(['set', at('a.yaml'), NAME, 'metadata.namespace', '--delete'])).code).toBe(0);
    expect(await read('a.yaml')).toBe(RULE.replace(', namespace: shop', ''));
  });

  it('filters standard input to standard output, changed or not', async () => {
    const { code, out } = await meshwright(['set', '-', NAME, 'spec.host', '"b.example"'], RULE);
    expect([code, out]).toEqual([0, RULE.replace('"cart.example"', '"b.example"')]);
    expect((await meshwright(['set', '-', NAME, 'spec.host', '"cart.example"'], RULE)).out).toBe(RULE);
  });

  it('takes a resource without a namespace, numbers below zero, and keys of any letters', async () => {
    const text = 'kind: Thing\nmetadata:\n  name: t\n';
    const set = async (...args: string[]) => (await meshwright(['set', '-', ...args], text)).out;
    expect(await set('Thing/t', 'spec.count', '-5')).toBe(`${text}spec:\n  count: -5\n`);
    expect(await set('Thing//t', 'metadata.labels["a.b/c"]', '"x"')).toBe(`${text}  labels:\n    a.b/c: x\n`);
  });

  it.each([
    [
      'a resource that is not there',
      ['DestinationRule/cart', 'spec.host', '"x"'],
      /Did you mean DestinationRule\/shop\/cart/,
    ],
    ['what is no resource', ['cart', 'spec.host', '"x"'], /Write Kind\/namespace\/name/],
    ['what is no path', [NAME, 'spec..host', '"x"'], /is not a path/],
    ['what is no JSON', [NAME, 'spec.host', 'b.example'], /is not JSON.*\n.*'"b\.example"'/],
    ['a field inside a text', [NAME, 'spec.host.x', '1'], /cannot be written/],
    ['deleting what is not there', [NAME, 'spec.subsets', '--delete'], /nothing at spec\.subsets/],
    ['too few words', [NAME], /set takes FILE RESOURCE PATH JSON_VALUE/],
    ['a value beside --delete', [NAME, 'spec.host', '1', '--delete'], /set --delete takes/],
    ['an unknown option', [NAME, 'spec.host', '1', '--force'], /--force/],
  ])('refuses %s with a sentence, and leaves the file', async (_, args, words) => {
    const { at, read } = await folderWith({ 'a.yaml': RULE });
    const { code, out, error } = await meshwright(['set', at('a.yaml'), ...args]);
    expect([code, out]).toEqual([2, '']);
    expect(error).toMatch(words);
    expect(error).not.toMatch(/\n\s+at /);
    expect(await read('a.yaml')).toBe(RULE);
  });

  it('says so when there are two of one name', async () => {
    const { error } = await meshwright(
      ['set', '-', 'A/x', 'y', '1'],
      'kind: A\nmetadata: {name: x}\n---\nkind: A\nmetadata: {name: x}\n',
    );
    expect(error).toMatch(/2 resources called A\/x/);
  });

  it('does not touch a file that is not UTF-8', async () => {
    const { at } = await folderWith({ 'a.yaml': new Uint8Array([0x61, 0xff, 0x0a]) });
    const { code, error } = await meshwright(['set', at('a.yaml'), NAME, 'spec', '1']);
    expect([code, error]).toEqual([2, expect.stringMatching(/not UTF-8/)]);
  });
});
