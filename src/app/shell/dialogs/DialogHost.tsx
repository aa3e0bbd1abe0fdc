import { lazy, Suspense, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { registerPane, type DialogMore } from '../../commands/panes.ts';
import { keepTyping, takeTyped } from '../../commands/typedAhead.ts';
import { focusedPane, focusPane, type PaneKey } from '../layout/showPane.ts';
import { whenIdle } from '../../whenIdle.ts';
import type { OpenDialog } from './types.ts';

// Not on the way to the first picture; fetched as soon as the browser has nothing else to do.
const load = () => import('./Dialogs.tsx');
const Dialogs = lazy(load);

/** Come by themselves when something is found: what is typed then is meant for what stands there. */
const UNASKED: ReadonlySet<string> = new Set(['folder-questions', 'pack-trouble', 'lessons']);

/** Opens dialogs and the palette for whoever asks, one at a time. */
export function DialogHost() {
  const [open, setOpen] = useState<OpenDialog | null>(null);

  const from = useRef<PaneKey | undefined>(undefined);

  const { close, pane } = useMemo(() => {
    const close = () => {
      takeTyped();
      setOpen(null);
    };
    const show = (dialog: OpenDialog['dialog'], target?: string, more?: DialogMore) => {
      from.current = focusedPane() ?? from.current;
      if (!UNASKED.has(dialog)) keepTyping(close);
      setOpen({ dialog, target, more });
    };
    return { close, pane: { openPalette: () => show('palette'), openDialog: show } };
  }, []);
  useEffect(() => registerPane('shell', pane), [pane]);

  useEffect(() => whenIdle(() => void load()), []);

  useLayoutEffect(() => {
    const pane = from.current;
    if (open || !pane) return;
    from.current = undefined;
    // What had the focus may be gone: a row that was renamed or deleted. Then the keyboard stays in its pane.
    const stay = () => document.activeElement === document.body && focusPane(pane);
    // Behind the dialog, which gives the focus back, and before the next key; once more for a row that goes a moment later.
    queueMicrotask(stay);
    setTimeout(stay, 50);
  }, [open]);

  if (!open) return null;
  return (
    <Suspense fallback={null}>
      <Dialogs key={`${open.dialog} ${open.target} ${open.more?.subset}`} open={open} onClose={close} />
    </Suspense>
  );
}
