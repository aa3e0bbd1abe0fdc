import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { PALETTES } from '../exchange/picture/palette.ts';

it('draws pictures in the colours of the page', async () => {
  const css = await readFile(new URL('../app/theme/tokens.css', import.meta.url), 'utf8');
  const [light = '', dark = ''] = css.split(":root[data-theme='dark']");
  for (const [text, palette] of [
    [light, PALETTES.light],
    [dark, PALETTES.dark],
  ] as const)
    for (const [token, value] of Object.entries(palette)) expect(text).toContain(`--${token}: ${value};`);
});
