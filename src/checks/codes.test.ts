import { expect, it } from 'vitest';
import { codeInfo, CODES, isCode } from './index.ts';

declare global {
  interface ImportMeta {
    /** Vite's: all files that fit, imported. */
    glob(pattern: string, how: { eager: true }): Readonly<Record<string, Readonly<Record<string, object>>>>;
  }
}

const codes = Object.entries(CODES);

it.each(codes)('%s is complete', (code, { title, means, severity, aliases }) => {
  expect(code).toMatch(/^MW\d{4}$/);
  expect(title).toMatch(/^[A-Z].*[^.]$/);
  expect(means).toMatch(/\.$/);
  expect(['error', 'warning', 'info', 'hint']).toContain(severity);
  for (const alias of aliases) expect(alias).toMatch(/^(IST|KIA)\d{4}$/);
});

it('gives no code twice', () => {
  const families = Object.values(import.meta.glob('./codes/*.ts', { eager: true })).flatMap(Object.entries);
  const given = families.flatMap(([name, family]: [string, object]) =>
    name.endsWith('Codes') ? Object.keys(family) : [],
  );
  expect(given.filter((code, index) => given.indexOf(code) !== index)).toEqual([]);
  expect(given.toSorted()).toEqual(Object.keys(CODES).toSorted());
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
