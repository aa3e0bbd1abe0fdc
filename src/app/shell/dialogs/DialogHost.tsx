import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { registerPane, type DialogName } from '../../commands/panes.ts';
import type { OpenDialog } from './types.ts';

// Not on the way to the first picture; fetched as soon as the browser has nothing else to do.
const load = () => import('./Dialogs.tsx');
const Dialogs = lazy(load);

/** Opens dialogs and the palette for whoever asks, one at a time. */
export function DialogHost() {
  const [open, setOpen] = useState<OpenDialog | null>(null);

  const pane = useMemo(
    () => ({
      openPalette: () => setOpen({ dialog: 'palette', target: undefined }),
      openDialog: (dialog: DialogName, target?: string) => setOpen({ dialog, target }),
    }),
    [],
  );
  useEffect(() => registerPane('shell', pane), [pane]);

  useEffect(() => {
    // Safari has no idle callback.
    if (typeof requestIdleCallback === 'function') {
      const handle = requestIdleCallback(() => void load(), { timeout: 2000 });
      return () => cancelIdleCallback(handle);
    }
    const timer = setTimeout(() => void load(), 300);
    return () => clearTimeout(timer);
  }, []);

  if (!open) return null;
  return (
    <Suspense fallback={null}>
      <Dialogs key={`${open.dialog} ${open.target}`} open={open} onClose={() => setOpen(null)} />
    </Suspense>
  );
}
