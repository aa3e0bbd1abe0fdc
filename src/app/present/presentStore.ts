import type { Preferences } from '../../session/index.ts';
import { createStore } from '../store.ts';

export type PaneName = Preferences['narrowPane'];

/** How the screen is while somebody presents. None of it is a preference: all ends with presenting. */
export interface Presenting {
  /** One pane, or two side by side. */
  readonly panes: readonly PaneName[];
  /** So many times as large as usual. */
  readonly scale: number;
  readonly laser: boolean;
  /** The room is to look at the trainer, not at the screen. */
  readonly dark: boolean;
  /** When the lesson, or the presenting without one, was begun: milliseconds since the epoch. */
  readonly since: number;
}

/** Where the tab remembers over a reload that somebody presents. */
export const PRESENTING = 'meshwright.presenting';

/** Null where nobody presents. Small, because the first screen has it; all else of presenting comes when it is asked for. */
export const presentStore = createStore<{ readonly now: Presenting | null }>({ now: null });

/** How many times as large as usual everything is drawn. */
export const presentedScale = (): number => presentStore.get().now?.scale ?? 1;

/** Changes something of it, where somebody presents. */
export function present(change: Partial<Presenting>): void {
  presentStore.set(({ now }) => ({ now: now && { ...now, ...change } }));
}

/** Puts a pane on the presented screen, beside the picture where it is not there yet. False where nobody presents. */
export function presentPane(pane: PaneName): boolean {
  const { now } = presentStore.get();
  if (!now) return false;
  if (!now.panes.includes(pane)) present({ panes: pane === 'canvas' ? ['canvas'] : ['canvas', pane] });
  return true;
}
