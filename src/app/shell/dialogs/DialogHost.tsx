import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { registerPane, type DialogMore } from '../../commands/panes.ts';
import { keepTyping, takeTyped } from '../../commands/typedAhead.ts';
import { focusedPane, focusPane, type PaneKey } from '../layout/showPane.ts';
import { whenIdle } from '../../whenIdle.ts';
import type { OpenDialog } from './types.ts';

// Not on the way to the first picture; fetched as soon as the browser has nothing else to do.
const load = () => import('./Dialogs.tsx');
const Dialogs = lazy(load);

/** Opens dialogs and the palette for whoever asks, one at a time. */
export function DialogHost() {
  const [open, setOpen] = useState<OpenDialog | null>(null);

  const from = useRef<PaneKey | undefined>(undefined);

  const pane = useMemo(() => {
    const show = (dialog: OpenDialog['dialog'], target?: string, more?: DialogMore) => {
      from.current = focusedPane() ?? from.current;
      setOpen({ dialog, target, more });
    };
    const openPalette = () => {
      keepTyping();
      show('palette');
    };
    return { openPalette, openDialog: show };
  }, []);
  useEffect(() => registerPane('shell', pane), [pane]);

  useEffect(() => whenIdle(() => void load()), []);

  const close = () => {
    takeTyped();
    setOpen(null);
    const pane = from.current;
    from.current = undefined;
    // What had the focus may be gone: a row that was renamed or deleted. Then the keyboard stays in its pane.
    setTimeout(() => {
      if (pane && document.activeElement === document.body) focusPane(pane);
    }, 50);
  };

  if (!open) return null;
  return (
    <Suspense fallback={null}>
      <Dialogs key={`${open.dialog} ${open.target} ${open.more?.subset}`} open={open} onClose={close} />
    </Suspense>
  );
}
