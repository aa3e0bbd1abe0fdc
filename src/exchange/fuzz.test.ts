import { zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RequestError } from '../traffic/index.ts';
import { parseCurl } from './curl/parse-curl.ts';
import { readLink } from './share/link.ts';
import { workspaceFromText, workspaceText } from './share/workspace-text.ts';
import { unzipFiles } from './unzip.ts';

const LIMITS = { files: 20, bytes: 50_000, wanted: () => true };

const archive = fc
  .dictionary(fc.stringMatching(/^[a-z./\\-]{1,12}$/), fc.uint8Array({ maxLength: 200 }), { maxKeys: 6 })
  .map((files) => zipSync(files));

/** What becomes of bytes on a bad way: some are others, some are missing, some are there twice. */
const harm = fc.array(
  fc.record({ at: fc.nat(), kind: fc.constantFrom('change', 'cut', 'double'), byte: fc.nat(255) }),
  { minLength: 1, maxLength: 4 },
);

function harmed(
  bytes: Uint8Array,
  damages: readonly { at: number; kind: string; byte: number }[],
): Uint8Array {
  let now = [...bytes];
  for (const { at, kind, byte } of damages) {
    const place = at % (now.length + 1);
    if (kind === 'change') now[Math.min(place, now.length - 1)] = byte;
    else if (kind === 'cut') now = [...now.slice(0, place), ...now.slice(place + (byte % 40))];
    else now = [...now.slice(0, place), ...now.slice(Math.max(0, place - (byte % 40)))];
  }
  return new Uint8Array(now);
}

describe('whatever comes in', () => {
  it('an archive that was damaged is opened within its limits, or refused in words', () => {
    let refused = 0;
    fc.assert(
      fc.property(archive, harm, (bytes, damages) => {
        const found = unzipFiles(harmed(bytes, damages), LIMITS);
        if ('refused' in found) {
          refused++;
          expect(found.refused).toMatch(/\.$/);
          return;
        }
        const size = found.files.reduce((sum, { text }) => sum + text.length, 0);
        expect(found.files.length).toBeLessThanOrEqual(LIMITS.files);
        expect(size).toBeLessThanOrEqual(LIMITS.bytes);
        expect(found.files.every(({ path }) => !path.split('/').includes('..'))).toBe(true);
      }),
    );
    expect(refused).toBeGreaterThan(20);
  });

  it('a link is read, or refused in words; what it carries is whole, or refused', () => {
    const written = workspaceText({
      name: 'shop',
      files: [{ path: 'a.yaml', text: 'kind: Gateway\n'.repeat(40) }],
    });
    const part = fc.oneof(
      fc.constantFrom(
        'workspace=',
        'lesson=',
        'pack=',
        'lessons=',
        'present',
        '&',
        '#',
        '/2',
        '%',
        '%zz',
        '..',
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.nat(written.length).map((end) => written.slice(0, end)),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const link = readLink(`#${parts.join('')}`);
        if ('refused' in link) {
          expect(link.refused).toMatch(/\.$/);
          return;
        }
        for (const text of [link.workspace, link.lessons]) {
          if (text === undefined) continue;
          const found = workspaceFromText(text);
          if (!('refused' in found)) expect(found.files.map(({ path }) => path)).toEqual(['a.yaml']);
        }
      }),
    );
  });

  it('a curl command is a request, or said to be none', () => {
    const word = fc.oneof(
      fc.constantFrom(
        '-H',
        '--header',
        '-X',
        'POST',
        '-d',
        '--resolve',
        '--connect-to',
        '-k',
        '-u',
        '@x',
        '--',
        'http://a.example/b?c=d',
        'https://[::1]:8443',
        '"',
        "'",
        '$(x)',
        '\\',
        '^',
        'a:1:1.2.3.4',
        '::',
      ),
      fc.string({ unit: 'binary', maxLength: 10 }),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        try {
          expect(parseCurl(`curl ${words.join(' ')}`, { kind: 'sidecar', namespace: 'shop' })).toHaveProperty(
            'url',
          );
        } catch (error) {
          if (!(error instanceof RequestError)) throw error;
        }
      }),
    );
  });
});
