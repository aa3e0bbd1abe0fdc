import { describe, expect, it } from 'vitest';
import { LIMITS } from './left-alone.ts';
import { createMemoryFolder } from './memory-folder.testkit.ts';
import { walkFolder } from './walk.ts';

const VS = 'kind: VirtualService\n';

const checkout = () =>
  createMemoryFolder({
    '.git/config': '[core]',
    '.git/info/exclude': 'mine.yaml\n',
    '.github/workflows/ci.yaml': 'on: push',
    '.gitignore': 'rendered/\n*.local.yaml\n',
    'README.md': '# shop',
    'apps/cart/.gitignore': '!keep.local.yaml\n',
    'apps/cart/cart.yaml': `\ufeff${VS}`,
    'apps/cart/keep.local.yaml': VS,
    'apps/cart/kustomization.yaml': 'resources: [cart.yaml]\n',
    'apps/cart/other.local.yaml': VS,
    'charts/shop/Chart.yaml': 'name: shop\n',
    'charts/shop/templates/a.yaml': 'kind: {{ .Values.kind }}\n',
    'charts/shop/values.yaml': 'kind: Service\n',
    'dump.yaml': new Uint8Array([0xff, 0xfe, 0x61, 0]),
    'mine.yaml': VS,
    'node_modules/x/package.json': '{}',
    'package.json': '{}',
    'rendered/all.yaml': VS,
    'z.yaml': VS,
  });

describe('walkFolder', () => {
  it('takes configuration in the order of its paths, and says why it leaves the rest', async () => {
    const { files, left } = await walkFolder(checkout().root);
    expect(files.map(({ path }) => path)).toEqual([
      'apps/cart/cart.yaml',
      'apps/cart/keep.local.yaml',
      'apps/cart/kustomization.yaml',
      'charts/shop/Chart.yaml',
      'charts/shop/values.yaml',
      'z.yaml',
    ]);
    expect(files[0]?.text).toBe(`\ufeff${VS}`);
    expect(left.map(({ path, reason }) => `${path} ${reason}`)).toEqual([
      '.github/ hidden',
      '.gitignore hidden',
      'README.md not-yaml',
      'apps/cart/.gitignore hidden',
      'apps/cart/other.local.yaml ignored',
      'charts/shop/templates/ chart-template',
      'dump.yaml not-text',
      'mine.yaml ignored',
      'node_modules/ packages',
      'package.json other-json',
      'rendered/ ignored',
    ]);
  });

  it('reads again only what has changed', async () => {
    const folder = checkout();
    const known = await walkFolder(folder.root);
    folder.reads.length = 0;
    folder.put('z.yaml', 'kind: Gateway\n');
    folder.put('new.yaml', VS);
    const again = await walkFolder(folder.root, { known });
    const rules = ['.git/info/exclude', '.gitignore', 'apps/cart/.gitignore'];
    expect(folder.reads.filter((path) => !rules.includes(path))).toEqual(['new.yaml', 'z.yaml']);
    expect(again.files.find(({ path }) => path === 'z.yaml')?.text).toBe('kind: Gateway\n');
    expect(again.left).toEqual(known.left);
  });

  it('tells how far it is, and stops when it is told to', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 100 }, (_, n) => [`${String(n).padStart(3, '0')}.yaml`, VS]),
    );
    const stop = new AbortController();
    const seen: number[] = [];
    const walked = await walkFolder(createMemoryFolder(many).root, {
      signal: stop.signal,
      onProgress(files) {
        seen.push(files);
        if (files >= 32) stop.abort();
      },
    });
    expect(seen).toEqual([16, 32]);
    expect(walked.files.length).toBe(32);
  });

  it('leaves what is beyond the limits, and says so', async () => {
    const folder = createMemoryFolder({
      'a.yaml': VS,
      'b.yaml': VS,
      'c.yaml': VS,
      'x/y/d.yaml': VS,
    });
    const few = await walkFolder(folder.root, { limits: { ...LIMITS, files: 2, depth: 1 } });
    expect(few.files.map(({ path }) => path)).toEqual(['a.yaml', 'b.yaml']);
    expect(few.left).toEqual([
      { path: 'c.yaml', reason: 'too-many' },
      { path: 'x/y/', reason: 'too-deep' },
    ]);
    const small = await walkFolder(folder.root, { limits: { ...LIMITS, total: VS.length + 1 } });
    expect(small.files.length).toBe(1);
    expect(small.left[0]?.reason).toBe('too-much');
    const short = await walkFolder(folder.root, { limits: { ...LIMITS, entries: 2 } });
    expect(short.left).toEqual([{ path: 'c.yaml', reason: 'too-many' }]);
  });

  it('goes on where a file cannot be read, and fails where the folder cannot', async () => {
    const folder = createMemoryFolder({ 'a.yaml': VS, 'b.yaml': VS });
    const [first, second] = await folder.root.entries();
    if (first?.kind !== 'file' || !second) throw new Error('two files');
    const bad = { ...first, look: () => Promise.reject(new Error('in use')) };
    const root = { ...folder.root, entries: () => Promise.resolve([bad, second]) };
    const { files, left } = await walkFolder(root);
    expect(files.map(({ path }) => path)).toEqual(['b.yaml']);
    expect(left).toEqual([{ path: 'a.yaml', reason: 'unreadable', detail: 'in use' }]);
    folder.allow('denied');
    await expect(walkFolder(folder.root)).rejects.toThrow('no permission');
  });
});
