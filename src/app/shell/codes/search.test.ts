import { expect, it } from 'vitest';
import { CODES } from '../../../checks/index.ts';
import { searchCodes } from './search.ts';

it.each([
  ['mw2001', 'MW2001'],
  ['IST0174', 'MW2010'],
  ['kia1106', 'MW2101'],
  ['no request reaches', 'MW3001'],
  ['firewall', 'MW3220'],
])('%s finds %s first', (query, code) => {
  expect(searchCodes(query)[0]).toBe(code);
});

it('takes all words, wherever they are', () => {
  expect(searchCodes('IST0106 regular RE2')).toEqual(['MW0330']);
  expect(searchCodes('no such words anywhere')).toEqual([]);
});

it('shows all codes to those who ask for nothing', () => {
  expect(searchCodes(' ')).toEqual(Object.keys(CODES).toSorted());
});

it('has a title before a sentence that says the word in passing', () => {
  const codes = searchCodes('mirror');
  expect(codes.indexOf('MW0425')).toBeLessThan(codes.indexOf('MW3201'));
});
