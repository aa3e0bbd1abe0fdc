import { giveTyped } from '../../commands/giveTyped.ts';
import { keepTyping } from '../../commands/typedAhead.ts';
import type { Path } from '../../../yaml/index.ts';
import { isWithin } from '../model/path.ts';

// Every field, section and card carries its path as `data-path`; here paths are turned into elements and back.

/** The path of the innermost place around an element. */
export function pathOf(element: Element | null): Path | null {
  const text = element?.closest<HTMLElement>('[data-path]')?.dataset['path'];
  return text === undefined ? null : (JSON.parse(text) as Path);
}

interface Found {
  readonly element: HTMLElement;
  /** It is the place itself or inside it, not only around it. */
  readonly there: boolean;
}

/** The element of a place: its own, else the first inside it, else the nearest around it. */
function findPlace(root: HTMLElement | null, path: Path): Found | null {
  let best: Found | null = null;
  let most = 0;
  for (const element of root?.querySelectorAll<HTMLElement>('[data-path]') ?? []) {
    const own = JSON.parse(element.dataset['path'] ?? '[]') as Path;
    const inside = isWithin(own, path);
    const score = inside ? 1000 - (own.length - path.length) : isWithin(path, own) ? own.length : 0;
    if (score <= most) continue;
    best = { element, there: inside };
    most = score;
  }
  return best;
}

/** Frames to wait for a card to open and its fields to be drawn. */
const PATIENCE = 8;

/** Does something with a place once it is drawn; with what is nearest to it if it does not come. */
function whenDrawn(
  root: HTMLElement | null,
  path: Path,
  act: (place: HTMLElement) => void,
  frames = 0,
): void {
  requestAnimationFrame(() => {
    const found = findPlace(root, path);
    if (found && (found.there || frames >= PATIENCE)) act(found.element);
    else if (frames < PATIENCE) whenDrawn(root, path, act, frames + 1);
  });
}

/**
 * The same, but at once where what was just asked for is drawn at once: behind React, before the next key. Else what is typed
 * meanwhile is kept for it.
 */
function asSoonAsDrawn(root: HTMLElement | null, path: Path, act: (place: HTMLElement) => void): void {
  queueMicrotask(() => {
    const found = findPlace(root, path);
    if (found?.there) return act(found.element);
    keepTyping();
    whenDrawn(root, path, (place) => {
      act(place);
      void giveTyped();
    });
  });
}

const inputs = 'input, textarea, [role="combobox"], button';

/** Puts the keyboard on a place: its first input, or the handle of its card. */
export function placeFocus(root: HTMLElement | null, path: Path, part: 'input' | 'handle'): void {
  asSoonAsDrawn(root, path, (place) => {
    const handle = part === 'handle' ? place.querySelector<HTMLElement>('[data-handle]') : null;
    const input = [...place.querySelectorAll<HTMLElement>(inputs)].find(
      (element) =>
        element.tabIndex >= 0 && !element.closest('[data-tools], [inert]') && !('handle' in element.dataset),
    );
    (handle ?? input ?? place.querySelector<HTMLElement>('button'))?.focus({ preventScroll: true });
    place.scrollIntoView({ block: 'nearest' });
  });
}

/** Brings a place into view and marks it for a moment. Nothing moves that is in view already. */
export function showPlace(root: HTMLElement | null, path: Path): void {
  if (path.length === 0) {
    root?.scrollTo({ top: 0 });
    return;
  }
  whenDrawn(root, path, (place) => {
    // Of what is larger than the view, its beginning.
    const tall = place.offsetHeight > (root?.clientHeight ?? 0) / 2;
    place.scrollIntoView({ block: tall ? 'start' : 'nearest' });
    for (const marked of root?.querySelectorAll<HTMLElement>('[data-flash]') ?? [])
      delete marked.dataset['flash'];
    place.dataset['flash'] = '';
    setTimeout(() => delete place.dataset['flash'], 1400);
  });
}
