import fc from 'fast-check';
import { deflateSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { fromBase64url, toBase64url } from './base64url.ts';
import { inflateWithin } from './inflate.ts';
import { linkFragment, readLink, type Link } from './link.ts';
import { MAX_LINK_CHARACTERS, workspaceFromText, workspaceText } from './workspace-text.ts';

const text = fc.string({ unit: 'binary', maxLength: 300 });
const files = fc.uniqueArray(fc.record({ path: fc.string({ minLength: 1 }), text }), {
  selector: ({ path }) => path,
  maxLength: 6,
});
const workspace = fc.record({ name: fc.string({ maxLength: 60 }), files });

describe('base64url', () => {
  it('gives back what it was given, in letters that a URL takes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const written = toBase64url(bytes);
        expect(written).toMatch(/^[\w-]*$/);
        expect(fromBase64url(written)).toEqual(bytes);
      }),
    );
  });

  it('writes as RFC 4648 does', () => {
    const of = (plain: string) => toBase64url(new TextEncoder().encode(plain));
    expect(['', 'f', 'fo', 'foo', 'foob'].map(of)).toEqual(['', 'Zg', 'Zm8', 'Zm9v', 'Zm9vYg']);
    expect(toBase64url(new Uint8Array([251, 255]))).toBe('-_8');
  });

  it.each(['A', 'a+b/', 'Zg==', 'Zh', 'ü'])('refuses %s', (written) => {
    expect(fromBase64url(written)).toBeUndefined();
  });
});

describe('a workspace in a link', () => {
  it('is the same again', () => {
    fc.assert(
      fc.property(workspace, (given) => {
        expect(workspaceFromText(workspaceText(given))).toEqual(given);
      }),
    );
  });

  it('opens the load lab on one of its scenarios, and on nothing else', () => {
    const files = ['a.load.yaml', 'b.yaml'].map((path) => ({ path, text: '' }));
    const again = (lab: string) => workspaceFromText(workspaceText({ name: 'a', files, lab }));
    expect(again('a.load.yaml')).toEqual({ name: 'a', files, lab: 'a.load.yaml' });
    for (const lab of ['b.yaml', 'c.load.yaml', '']) expect(again(lab)).toEqual({ name: 'a', files });
  });

  it('says so when it was cut off or changed anywhere, and never throws', () => {
    const written = workspaceText({
      name: 'a',
      files: [{ path: 'a.yaml', text: 'spec: {hosts: [a.example]}\n'.repeat(9) }],
    });
    for (let at = 0; at < written.length; at++)
      expect(workspaceFromText(written.slice(0, at))).toHaveProperty('refused');
    fc.assert(
      fc.property(fc.nat(written.length - 4), fc.constantFrom('A', 'z', '0', '9', '-', '_'), (at, letter) => {
        const changed = `${written.slice(0, at + 3)}${letter}${written.slice(at + 4)}`;
        if (changed !== written) expect(workspaceFromText(changed)).toHaveProperty('refused');
      }),
    );
  });

  it('refuses whatever else it is given', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.base64String().map((letters) => `d1.${letters}`),
        ),
        (given) => {
          expect(workspaceFromText(given)).toHaveProperty('refused');
        },
      ),
    );
    expect(workspaceFromText('e2.AAAA')).toEqual({ refused: expect.stringContaining('newer Meshwright') });
  });

  it.each([
    ['a list', []],
    ['no name', { files: [] }],
    ['files that are none', { name: 'a', files: [{ path: 'a' }] }],
    ['a file without a name', { name: 'a', files: [['', 'x']] }],
    [
      'one file twice',
      {
        name: 'a',
        files: [
          ['a', ''],
          ['a', ''],
        ],
      },
    ],
  ])('refuses %s inside', (_, value) => {
    expect(workspaceFromText(carrying(value))).toHaveProperty('refused');
  });

  it('refuses ten kilobytes that unfold into gigabytes, long before they do', () => {
    const bomb = deflateSync(new Uint8Array(9_000_000), { level: 9 });
    expect(bomb.length).toBeLessThan(10_000);
    let came = 0;
    const whole = new Uint8Array(4 + bomb.length);
    whole.set(bomb, 4);
    expect(workspaceFromText(`d1.${toBase64url(whole)}`)).toEqual({
      refused: expect.stringContaining('far more than any workspace holds'),
    });
    // A bomb within a bomb's length of the limit is stopped there, not at its end.
    const huge = deflateSync(new Uint8Array(12_000_000), { level: 9 });
    const counted = new Proxy(huge, {
      get: (target, key) => {
        if (key !== 'subarray') return Reflect.get(target, key) as unknown;
        return (from: number, to: number) => {
          came = to;
          return target.subarray(from, to);
        };
      },
    });
    expect(inflateWithin(counted, 200_000)).toBe('too-large');
    expect(came).toBeLessThan(huge.length / 4);
  });

  it('refuses what is longer than a link may be', () => {
    expect(workspaceFromText(`d1.${'A'.repeat(MAX_LINK_CHARACTERS)}`)).toEqual({
      refused: expect.stringContaining('longer than'),
    });
  });
});

function carrying(value: unknown): string {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  // The checksum of the file that holds the same bytes: only the shape is to be refused.
  let [a, b] = [1, 0];
  for (const byte of bytes) [a, b] = [(a + byte) % 65_521, (b + ((a + byte) % 65_521)) % 65_521];
  const sum = new Uint8Array([b >> 8, b & 255, a >> 8, a & 255]);
  return `d1.${toBase64url(new Uint8Array([...sum, ...deflateSync(bytes)]))}`;
}

describe('a link', () => {
  it.each<[string, Link]>([
    ['', {}],
    ['#lesson=external-host', { lesson: 'external-host' }],
    ['#lesson=external-host/2', { lesson: 'external-host', step: 1 }],
    ['#pack=class.zip', { pack: 'class.zip' }],
    ['#pack=packs/day%20one.zip&lesson=a/12', { pack: 'packs/day one.zip', lesson: 'a', step: 11 }],
    ['#workspace=d1.AAAA', { workspace: 'd1.AAAA' }],
    ['#lesson=a/2&lessons=d1.AAAA', { lesson: 'a', step: 1, lessons: 'd1.AAAA' }],
    ['#lesson=splitting/4&present', { lesson: 'splitting', step: 3, present: true }],
    ['#present', { present: true }],
  ])('%s', (fragment, link) => {
    expect(readLink(fragment)).toEqual(link);
    expect(linkFragment(link)).toBe(fragment);
  });

  it.each([
    '#pack=https://evil.example/a.zip',
    '#pack=//evil.example/a.zip',
    '#pack=../a.zip',
    '#pack=/a.zip',
    '#pack=a.html',
    '#pack=%zz',
    '#lesson=../a',
    '#lesson=a/0',
    '#lesson=a/x',
    `#workspace=${'A'.repeat(200_000)}`,
  ])('refuses %.40s', (fragment) => {
    expect(readLink(fragment)).toHaveProperty('refused');
  });

  it('asks for nothing where the fragment is somebody else’s', () => {
    expect(readLink('#section-2')).toEqual({});
  });
});
