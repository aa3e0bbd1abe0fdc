import { expect, it } from 'vitest';
import { PALETTES } from '../../exchange/picture/palette.ts';
import css from './tokens.css?raw';

it('gives pictures that are saved the colours of the page', () => {
  const [light = '', dark = ''] = css.split(":root[data-theme='dark']");
  for (const [text, palette] of [
    [light, PALETTES.light],
    [dark, PALETTES.dark],
  ] as const)
    for (const [token, value] of Object.entries(palette)) expect(text).toContain(`--${token}: ${value};`);
});
