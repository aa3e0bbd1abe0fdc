import type { Path } from '../../../yaml/index.ts';
import { isWithin } from '../model/path.ts';

// Every field, section and card carries its path as `data-path`; here paths are turned into elements and back.

/** The path of the innermost place around an element. */
export function pathOf(element: Element | null): Path | null {
  const text = element?.closest<HTMLElement>('[data-path]')?.dataset['path'];
  return text === undefined ? null : (JSON.parse(text) as Path);
}

/** The element of a place: its own, else the first inside it, else the nearest around it. */
export function placeOf(root: HTMLElement | null, path: Path): HTMLElement | null {
  let best: { element: HTMLElement; score: number } | null = null;
  for (const element of root?.querySelectorAll<HTMLElement>('[data-path]') ?? []) {
    const own = JSON.parse(element.dataset['path'] ?? '[]') as Path;
    const score = scoreOf(own, path);
    if (score > (best?.score ?? 0)) best = { element, score };
  }
  return best?.element ?? null;
}

function scoreOf(own: Path, path: Path): number {
  if (isWithin(own, path)) return own.length === path.length ? 1000 : 999 - (own.length - path.length);
  return isWithin(path, own) ? own.length : 0;
}

const inputs = 'input, textarea, [role="combobox"], button';

/** Puts the keyboard on a place once it is drawn: its first input, or the handle of its card. */
export function placeFocus(root: HTMLElement | null, path: Path, part: 'input' | 'handle'): void {
  requestAnimationFrame(() => {
    const place = placeOf(root, path);
    if (!place) return;
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
  requestAnimationFrame(() => {
    const place = path.length === 0 ? null : placeOf(root, path);
    if (!place) {
      if (path.length === 0) root?.scrollTo({ top: 0 });
      return;
    }
    // Of what is larger than the view, its beginning.
    const tall = place.offsetHeight > (root?.clientHeight ?? 0) / 2;
    place.scrollIntoView({ block: tall ? 'start' : 'nearest' });
    for (const marked of root?.querySelectorAll<HTMLElement>('[data-flash]') ?? [])
      delete marked.dataset['flash'];
    place.dataset['flash'] = '';
    setTimeout(() => delete place.dataset['flash'], 1400);
  });
}
