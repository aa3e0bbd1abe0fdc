import { describe, expect, it } from 'vitest';
import { MAX_LINK_CHARACTERS, readLink, workspaceFromText } from '../../../exchange/index.ts';
import { makeLink, sayReach } from './makeLink.ts';

const workspace = (text: string) => ({ name: 'shop', files: [{ path: 'a.yaml', text }] });
/** A text that does not pack: each letter is as likely as any other. */
function noise(length: number): string {
  let [text, seed] = ['', 7];
  for (let at = 0; at < length; at++) {
    seed = (seed * 48_271) % 2_147_483_647;
    text += String.fromCharCode(33 + (seed % 90));
  }
  return text;
}

describe('a link that carries a workspace', () => {
  it('is one that opens again, at the page and without what else stood in its address', () => {
    const request = { caller: { kind: 'sidecar', namespace: 'shop' }, url: 'http://cart/' } as const;
    const shared = { ...workspace('kind: Gateway\n'), request };
    const { url, length } = makeLink('https://mesh.example/a/?x=1#lesson=b', shared, {
      lesson: 'b',
      step: 2,
    });
    expect(url).toMatch(/^https:\/\/mesh\.example\/a\/#lesson=b\/3&workspace=d1\./);
    expect(length).toBe(url?.length);
    const link = readLink(new URL(url ?? '').hash);
    expect(link).toMatchObject({ lesson: 'b', step: 2 });
    expect('workspace' in link && workspaceFromText(link.workspace ?? '')).toEqual(shared);
  });

  it('is not made where it would not be opened', () => {
    const long = makeLink('https://mesh.example/', workspace(noise(MAX_LINK_CHARACTERS)));
    expect(long.url).toBeNull();
    expect(long.length).toBeGreaterThan(MAX_LINK_CHARACTERS);
    expect(makeLink('https://mesh.example/', workspace('a'.repeat(5_000_000)))).toEqual({
      url: null,
      length: null,
    });
  });

  it('says how far it comes', () => {
    expect(new Set([300, 2_000, 2_001, 8_001].map(sayReach)).size).toBe(3);
  });
});
