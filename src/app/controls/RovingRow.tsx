import { useLayoutEffect, useRef, type FocusEvent, type HTMLAttributes, type KeyboardEvent } from 'react';
import { stepInRow } from './stepInRow.ts';

interface RovingRowProps extends HTMLAttributes<HTMLDivElement> {
  /** What the row is to who does not see it. */
  kind?: 'group' | 'tablist' | 'toolbar';
}

const CHOSEN = '[aria-pressed="true"], [aria-selected="true"]';

const buttonsIn = (row: HTMLElement) => [...row.querySelectorAll<HTMLButtonElement>('button:not(:disabled)')];

/**
 * Buttons side by side that are one stop of the Tab key: the left and right arrow, Home and End go from one to the next.
 * Tab comes to the button that had the focus last; in a row of choices to the chosen one.
 */
export function RovingRow({ kind = 'group', ...rest }: RovingRowProps) {
  const row = useRef<HTMLDivElement>(null);
  const last = useRef<HTMLButtonElement>(null);

  const settle = () => {
    const buttons = row.current ? buttonsIn(row.current) : [];
    const chosen = kind === 'toolbar' ? undefined : buttons.find((button) => button.matches(CHOSEN));
    const kept = buttons.find((button) => button === last.current);
    const stop = (kept === document.activeElement ? kept : undefined) ?? chosen ?? kept ?? buttons[0];
    for (const button of buttons) button.tabIndex = button === stop ? 0 : -1;
  };
  // The buttons are drawn by whoever uses the row, so the stop among them is set on the elements themselves.
  useLayoutEffect(settle);

  const onFocus = ({ target }: FocusEvent) => {
    if (target instanceof HTMLButtonElement && row.current?.contains(target)) last.current = target;
    settle();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    // What a menu of the row does comes by here too, though it stands elsewhere on the page.
    if (!row.current?.contains(event.target as Node)) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const buttons = buttonsIn(row.current);
    const next = stepInRow(event.key, buttons.indexOf(event.target as HTMLButtonElement), buttons.length);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    buttons[next]?.focus();
  };

  // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- it has a role; which one, the caller says
  return <div ref={row} role={kind} onFocus={onFocus} onBlur={settle} onKeyDown={onKeyDown} {...rest} />;
}
