import { useEffect, useState } from 'react';
import { readDropped, type Dropped } from '../../../browser/index.ts';

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;

/** Reads files and folders dropped anywhere on the window. Returns whether some hang over it now. */
export function useDrop(take: (dropped: Dropped) => void): boolean {
  const [over, setOver] = useState(false);

  useEffect(() => {
    const onDragOver = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      // Without this the browser would leave the page and show the file.
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
      setOver(true);
    };
    const onDragLeave = (event: DragEvent) => {
      // `relatedTarget` is what the pointer goes to next: nothing, where it leaves the window.
      if (!event.relatedTarget) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      setOver(false);
      if (!hasFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      event.stopPropagation();
      take(readDropped(event.dataTransfer));
    };
    // In the capture phase, since the editor takes drops for itself.
    const capture = { capture: true };
    window.addEventListener('dragenter', onDragOver, capture);
    window.addEventListener('dragover', onDragOver, capture);
    window.addEventListener('dragleave', onDragLeave, capture);
    window.addEventListener('drop', onDrop, capture);
    return () => {
      window.removeEventListener('dragenter', onDragOver, capture);
      window.removeEventListener('dragover', onDragOver, capture);
      window.removeEventListener('dragleave', onDragLeave, capture);
      window.removeEventListener('drop', onDrop, capture);
    };
  }, [take]);

  return over;
}
