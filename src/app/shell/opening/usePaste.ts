import { useEffect } from 'react';
import { readDropped, type Dropped } from '../../../browser/index.ts';
import { looksLikeConfig } from './looksLikeConfig.ts';

const WRITING =
  'input, textarea, select, [contenteditable], .monaco-editor, [role=dialog], [role=alertdialog]';

/** Reads files or configuration pasted while nothing is being written. */
export function usePaste(take: (dropped: Dropped) => void): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const transfer = event.clipboardData;
      if (event.defaultPrevented || !transfer) return;
      if (event.target instanceof Element && event.target.closest(WRITING)) return;
      if (transfer.files.length === 0 && !looksLikeConfig(transfer.getData('text/plain'))) return;
      event.preventDefault();
      take(readDropped(transfer));
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [take]);
}
