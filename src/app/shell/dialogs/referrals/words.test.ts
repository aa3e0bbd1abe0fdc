import { describe, expect, it } from 'vitest';
import type { Mesh, Resource } from '../../../../istio/index.ts';
import type { Naming } from '../../../../operations/index.ts';
import { countWords, effectWords } from './words.ts';

const resource = (kind: string, name: string, file = 'a.yaml') =>
  ({ id: `${kind}//${name}`, kind, name, source: { file } }) as Resource;
const all = [resource('VirtualService', 'cart'), resource('DestinationRule', 'pay', 'b.yaml')];
const mesh = { byId: new Map(all.map((each) => [each.id, each])) } as unknown as Mesh;
const naming = (from: Resource | undefined) => ({ from: from?.id }) as Naming;

describe('words of a choice', () => {
  it('count places and files', () => {
    expect(countWords([naming(all[0])], mesh)).toBe('1 place in 1 file');
    expect(countWords([naming(all[0]), naming(all[0]), naming(all[1])], mesh)).toBe('3 places in 2 files');
  });

  it('say what else goes, but not what was asked for', () => {
    const pay = resource('ServiceEntry', 'pay');
    expect(effectWords({ files: [], gone: [pay], meshwide: [] }, pay.id)).toEqual([]);
    expect(effectWords({ files: [], gone: [pay, ...all], meshwide: [] }, pay.id)).toEqual([
      'Goes too, as nothing is left of it or for it: VirtualService cart, DestinationRule pay.',
    ]);
    expect(effectWords({ files: [], gone: [pay], meshwide: all.slice(0, 1) }, pay.id)[0]).toMatch(
      /^VirtualService cart is then bound to no Gateway/,
    );
  });
});
