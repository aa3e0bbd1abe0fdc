import { expect, it } from 'vitest';
import { codeInfo, CODES, isCode } from './index.ts';

const codes = Object.entries(CODES);

it.each(codes)('%s is complete', (code, { title, means, severity, aliases }) => {
  expect(code).toMatch(/^MW\d{4}$/);
  expect(title).toMatch(/^[A-Z].*[^.]$/);
  expect(means).toMatch(/\.$/);
  expect(['error', 'warning', 'info', 'hint']).toContain(severity);
  for (const alias of aliases) expect(alias).toMatch(/^(IST|KIA)\d{4}$/);
});

it('has no two titles alike', () => {
  const titles = codes.map(([, { title }]) => title);
  expect(new Set(titles).size).toBe(titles.length);
});

it('is closed', () => {
  expect(isCode('MW0201')).toBe(true);
  expect(isCode('MW9999')).toBe(false);
  expect(isCode('constructor')).toBe(false);
  expect(codeInfo('MW0201').aliases).toEqual(['IST0106']);
});
