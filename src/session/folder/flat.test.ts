import { expect, it } from 'vitest';
import { folderOfList } from './flat.ts';
import { walkFolder } from './walk.ts';

it('walks a list of files as the folder that they come from', async () => {
  const file = (path: string, text: string) => {
    const bytes = new TextEncoder().encode(text);
    return { path, look: { size: bytes.length, modified: 1, read: () => Promise.resolve(bytes) } };
  };
  const folder = folderOfList('shop', [
    file('.git/objects/ab/cd', 'blob'),
    file('.gitignore', 'rendered/\n'),
    file('apps/cart.yaml', 'kind: Service\n'),
    file('apps/README.md', '# cart'),
    file('rendered/all.yaml', 'kind: Service\n'),
    file('top.yaml', 'kind: Gateway\n'),
  ]);
  const { files, left } = await walkFolder(folder);
  expect(files.map(({ path }) => path)).toEqual(['apps/cart.yaml', 'top.yaml']);
  expect(left.map(({ path, reason }) => `${path} ${reason}`)).toEqual([
    '.gitignore hidden',
    'apps/README.md not-yaml',
    'rendered/ ignored',
  ]);
});
