import { arranged } from './views.ts';
import { PRESENTING, type PaneName, type Presenting } from './presentStore.ts';

/** What a reload of the projector's page goes on with; the notes window finds it again by `id`. */
export type Remembered = Pick<Presenting, 'panes' | 'scale' | 'since'> & { readonly id: string };

/** Of this tab alone. Where storage is switched off, a reload ends the presentation. */
export function remember(presenting: Remembered | null): void {
  try {
    if (presenting) sessionStorage.setItem(PRESENTING, JSON.stringify(presenting));
    else sessionStorage.removeItem(PRESENTING);
  } catch {
    // Nothing is remembered then.
  }
}

/** What was being presented before a reload; null for nothing, or nothing that can be gone on with. */
export function recall(): Remembered | null {
  try {
    return readRemembered(JSON.parse(sessionStorage.getItem(PRESENTING) ?? 'null'));
  } catch {
    return null;
  }
}

export function readRemembered(value: unknown): Remembered | null {
  const { id, panes, scale, since } = (value ?? {}) as Partial<Record<keyof Remembered, unknown>>;
  if (typeof id !== 'string' || !/^[a-z0-9]{4,40}$/.test(id) || !Array.isArray(panes)) return null;
  if (typeof scale !== 'number' || !(scale >= 1 && scale <= 2) || typeof since !== 'number') return null;
  return { id, panes: arranged(panes as PaneName[], true).slice(0, 2), scale, since };
}

/** Names the channel between this tab and its notes. Not a secret: whoever can listen is of our own origin. */
export const newId = (): string => Math.random().toString(36).slice(2).padEnd(8, '0');
