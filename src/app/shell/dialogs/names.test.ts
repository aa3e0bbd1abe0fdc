import { describe, expect, it } from 'vitest';
import { filePathObjection, resourceNameObjection } from './names.ts';

describe('resourceNameObjection', () => {
  it.each(['a', 'orders-rule', 'v2.orders', '9-lives', 'a'.repeat(253)])('takes %s', (name) => {
    expect(resourceNameObjection(name)).toBeNull();
  });

  it.each([
    ['', 'needs a name'],
    ['Orders', 'lower-case'],
    ['or ders', '“ ”'],
    ['orders_rule', '“_”'],
    ['-orders', 'begin and end'],
    ['orders-', 'begin and end'],
    ['orders..v2', 'begin and end'],
    ['a'.repeat(254), '253'],
  ])('objects to “%s”: %s', (name, words) => {
    expect(resourceNameObjection(name)).toContain(words);
  });
});

describe('filePathObjection', () => {
  it.each(['a.yaml', 'routes/orders.yaml', 'no extension'])('takes %s', (path) => {
    expect(filePathObjection(path, ['b.yaml'])).toBeNull();
  });

  it.each([
    ['', 'needs a name'],
    ['/etc/passwd', 'begins'],
    ['routes/', 'ends'],
    ['a//b.yaml', 'Folders'],
    ['../b.yaml', 'lead out'],
    ['b.yaml', 'of this name'],
  ])('objects to “%s”: %s', (path, words) => {
    expect(filePathObjection(path, ['b.yaml'])).toContain(words);
  });
});
