import { useEffect } from 'react';
import { useCell } from './cell.ts';
import type { FormModel } from './context.ts';

const stops = 'input, textarea, select, button, [role="combobox"], [tabindex]';

/** An element that has the keyboard, and at which place each element around it stands in its parent. */
interface Held {
  readonly element: HTMLElement;
  readonly around: readonly { readonly parent: HTMLElement; readonly at: number }[];
}

/**
 * Keeps the keyboard in the form when what it stood on goes: on what then stands in that place (the next row's same button),
 * else on what is nearest.
 */
export function useKeptFocus(form: FormModel): void {
  const root = useCell(form.root, (element) => element);
  useEffect(() => {
    if (!root) return undefined;
    let held: Held | null = null;
    const hold = ({ target }: FocusEvent) =>
      (held = target instanceof HTMLElement ? heldIn(root, target) : null);
    const watch = new MutationObserver(() => {
      if (!held || held.element.isConnected || document.activeElement !== document.body) return;
      const next = nearest(held);
      held = null;
      next?.focus({ preventScroll: true });
    });
    // Elsewhere by a press or a key: what goes afterwards is nobody's place any more.
    const release = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget instanceof Node && !root.contains(relatedTarget)) held = null;
    };
    root.addEventListener('focusin', hold);
    root.addEventListener('focusout', release);
    watch.observe(root, { childList: true, subtree: true });
    return () => {
      root.removeEventListener('focusin', hold);
      root.removeEventListener('focusout', release);
      watch.disconnect();
    };
  }, [root]);
}

function heldIn(root: HTMLElement, element: HTMLElement): Held {
  const around: { parent: HTMLElement; at: number }[] = [];
  let inner = element;
  while (inner !== root && inner.parentElement) {
    const parent = inner.parentElement;
    around.push({ parent, at: [...parent.children].indexOf(inner) });
    inner = parent;
  }
  return { element, around };
}

function nearest({ element, around }: Held): HTMLElement | undefined {
  const left = around.find(({ parent }) => parent.isConnected);
  if (!left) return undefined;
  const places = [...left.parent.children];
  const after = places.slice(left.at);
  const before = places.slice(0, left.at).toReversed();
  // Of rows the next one's same button; after a whole section nobody wants to be at the button that removes the next.
  const isRow = !element.closest('[data-tools]');
  for (const place of [...after, ...before]) {
    const here = [place, ...place.querySelectorAll(stops)].filter(isStop);
    const alike = isRow ? here.find((each) => isAlike(each, element)) : undefined;
    const stop = alike ?? here.find((each) => !each.closest('[data-tools]'));
    if (stop) return stop;
  }
  return isStop(left.parent) ? left.parent : undefined;
}

const isStop = (element: Element): element is HTMLElement =>
  element instanceof HTMLElement &&
  element.matches(stops) &&
  element.tabIndex >= 0 &&
  !element.matches(':disabled') &&
  !element.closest('[inert]');

const isAlike = (a: HTMLElement, b: HTMLElement): boolean =>
  a.tagName === b.tagName && a.className === b.className;
