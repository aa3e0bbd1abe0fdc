export type PictureTheme = 'light' | 'dark';

/** The colours of a theme by their tokens, as the page's own stylesheet has them; a test holds both alike. */
const LIGHT = {
  paper: '#f4f6f9',
  panel: '#ffffff',
  line: '#e2e6ec',
  'line-strong': '#c9d0da',
  ink: '#131c2b',
  muted: '#5f6e83',
  faint: '#94a1b3',
  accent: '#4650d6',
  workload: '#4a5a70',
  virtualservice: '#4650d6',
  serviceentry: '#0b8072',
  destinationrule: '#a8640a',
  gateway: '#b83a68',
  external: '#1b72b8',
  service: '#5b6b2f',
  policy: '#7a4fa3',
  warn: '#b26a00',
  'warn-ink': '#8f5500',
  error: '#c5303a',
  'error-soft': '#fdeaeb',
  'glyph-ink': '#ffffff',
};

export type Palette = Readonly<Record<keyof typeof LIGHT, string>>;

const DARK: Palette = {
  paper: '#0f1521',
  panel: '#161e2c',
  line: '#263143',
  'line-strong': '#384760',
  ink: '#e8edf5',
  muted: '#9fb0c6',
  faint: '#64748b',
  accent: '#8f98ff',
  workload: '#93a4bb',
  virtualservice: '#8f98ff',
  serviceentry: '#37c2b0',
  destinationrule: '#e0a24a',
  gateway: '#f084ab',
  external: '#62b3f2',
  service: '#b5c77a',
  policy: '#c39be8',
  warn: '#f2b04b',
  'warn-ink': '#f2b04b',
  error: '#ff7a80',
  'error-soft': '#3d2029',
  'glyph-ink': '#10162a',
};

export const PALETTES: Readonly<Record<PictureTheme, Palette>> = { light: LIGHT, dark: DARK };

/** The colour of a token; of one that is none, that of a workload, which is what an unknown kind looks like. */
export const colour = (palette: Palette, token: string): string =>
  token in palette ? palette[token as keyof Palette] : palette.workload;

/** So much of one colour, and the rest of another. */
export function mix(one: string, share: number, other: string): string {
  const channels = [1, 3, 5].map((at) => {
    const [a, b] = [one, other].map((hex) => Number.parseInt(hex.slice(at, at + 2), 16));
    return Math.round((a ?? 0) * share + (b ?? 0) * (1 - share));
  });
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
