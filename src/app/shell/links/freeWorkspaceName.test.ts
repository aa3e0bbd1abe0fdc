import { expect, it } from 'vitest';
import { freeWorkspaceName } from './freeWorkspaceName.ts';

it('tells what came by a link from what is here', () => {
  expect(freeWorkspaceName('shop', [])).toBe('shop');
  expect(freeWorkspaceName('shop', ['shop', 'shop (2)'])).toBe('shop (3)');
  expect(freeWorkspaceName('  ', ['a'])).toBe('shared');
});
